// Classes that nlohmann's library reads: what from_json does for a member that
// wasn't sent decides.
// RUN: %check_async_tidy %s async-patch-overwrite %t --fix-notes
#include <httplib.h>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

using nlohmann::json;

// Every member has its default where it wasn't sent.
struct Settings {
  std::string theme = "light";
  std::string language = "en";
  int pageSize = 20;
};
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Settings, theme, language, pageSize)

struct Profile {
  std::string name;
  std::string bio;
  NLOHMANN_DEFINE_TYPE_INTRUSIVE_WITH_DEFAULT(Profile, name, bio)
};

// One that wasn't sent throws.
struct Address {
  std::string street;
  std::string city;
};
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Address, street, city)

struct Ticket {
  int id = 0;
  std::string title;
  std::string text;
  bool open = true;
};
void to_json(json &j, const Ticket &t) {
  j = json{{"id", t.id}, {"title", t.title}, {"text", t.text}, {"open", t.open}};
}
void from_json(const json &j, Ticket &t) {
  if (j.contains("title"))
    j.at("title").get_to(t.title);
  t.text = j.value("text", "");
  t.open = j.value("open", true);
}

// Its reader changes what was sent alone.
struct Order {
  int id = 0;
  std::string note;
  int quantity = 1;
};
void to_json(json &j, const Order &o);
void from_json(const json &j, Order &o) {
  if (auto it = j.find("note"); it != j.end())
    it->get_to(o.note);
  o.quantity = j.value("quantity", o.quantity);
}

std::map<std::string, Settings> settingsOf;
std::map<std::string, Profile> profiles;
std::map<std::string, Address> addresses;
std::map<int, Ticket> tickets;
std::map<int, Order> orders;

void replaced(httplib::Server &server) {
  server.Patch("/settings/:user", [](const httplib::Request &req, httplib::Response &) {
    json body = json::parse(req.body);
    auto &settings = settingsOf.at(req.path_params.at("user"));
    settings = body.get<Settings>();
    // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: a PATCH request replaces 'settings' as a whole: every member that it doesn't send is lost [async-patch-overwrite]
    // CHECK-NOTES: :[[@LINE-5]]:10: note: 'lambda' answers PATCH of '/settings/:user', registered with 'Server::Patch' here
    // CHECK-NOTES: :[[@LINE-3]]:14: note: merge what was sent into it
    // CHECK-FIXES: nlohmann::json merged = settings; merged.merge_patch(body); settings = merged.get<Settings>();
  });
  server.Patch("/profiles/:user", [](const httplib::Request &req, httplib::Response &) {
    json body = json::parse(req.body);
    profiles[req.path_params.at("user")] = body.get<Profile>();
    // CHECK-MESSAGES: :[[@LINE-1]]:42: warning: a PATCH request replaces 'profiles[req.path_params.at("user")]' as a whole
  });
  server.Patch("/tickets/:id", [](const httplib::Request &req, httplib::Response &) {
    const json patch = json::parse(req.body);
    auto found = tickets.find(std::stoi(req.path_params.at("id")));
    if (found == tickets.end())
      return;
    found->second = patch.get<Ticket>();
    // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: a PATCH request replaces 'found->second' as a whole
    // CHECK-FIXES: nlohmann::json merged = found->second; merged.merge_patch(patch); found->second = merged.get<Ticket>();
  });
  // Two statements in place of one need braces.
  server.Patch("/tickets/:id/first", [](const httplib::Request &req, httplib::Response &) {
    const json patch = json::parse(req.body);
    if (auto it = tickets.find(1); it != tickets.end())
      it->second = patch.get<Ticket>();
      // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: a PATCH request replaces 'it->second' as a whole
      // CHECK-NOTES: :[[@LINE-5]]:10: note: 'lambda' answers PATCH of '/tickets/:id/first', registered with 'Server::Patch' here
      // CHECK-NOTES: :[[@LINE-3]]:18: note: change only the members that were sent
  });
  // One name for each.
  server.Patch("/pages/:user", [](const httplib::Request &req, httplib::Response &) {
    json body = json::parse(req.body);
    Settings &page = settingsOf.at("page");
    Profile &author = profiles.at("author");
    page = body.at("page").get<Settings>();
    // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: a PATCH request replaces 'page' as a whole
    author = body.get<Profile>();
    // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: a PATCH request replaces 'author' as a whole
    page = body.get<Settings>();
    // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: a PATCH request replaces 'page' as a whole
  });
  server.Patch("/addresses/:user", [](const httplib::Request &req, httplib::Response &) {
    json body = json::parse(req.body);
    addresses.at(req.path_params.at("user")) = body.get<Address>();
  });
}

// An object made anew is stored over what was there.
void made_anew(httplib::Server &server) {
  server.Patch("/orders/:id", [](const httplib::Request &req, httplib::Response &) {
    int id = std::stoi(req.path_params.at("id"));
    auto order = json::parse(req.body).get<Order>();
    order.id = id;
    orders[id] = order;
    // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: a PATCH request replaces 'orders[id]' as a whole
  });
  server.Patch("/orders/:id/again", [](const httplib::Request &req, httplib::Response &) {
    int id = std::stoi(req.path_params.at("id"));
    Order order = json::parse(req.body);
    order.id = id;
    orders.insert_or_assign(id, order);
    // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: a PATCH request replaces 'order' as a whole
  });
}
