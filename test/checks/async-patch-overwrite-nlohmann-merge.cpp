// Objects that are read into, and merges by nlohmann's library.
// RUN: %check_async_tidy %s async-patch-overwrite %t --fix-notes
#include <httplib.h>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

using nlohmann::json;

struct Settings {
  std::string theme = "light";
  std::string language = "en";
};
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Settings, theme, language)

// One that wasn't sent throws.
struct Address {
  std::string street;
  std::string city;
};
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Address, street, city)

// It throws as well: a null is no text.
struct Contact {
  std::string phone;
};
void to_json(json &j, const Contact &contact);
void from_json(const json &j, Contact &contact) { j["phone"].get_to(contact.phone); }

// Its reader changes what was sent alone.
struct Order {
  int id = 0;
  std::string note;
  int quantity = 1;
};
void to_json(json &j, const Order &order);
void from_json(const json &j, Order &order) {
  if (auto it = j.find("note"); it != j.end())
    it->get_to(order.note);
  order.quantity = j.value("quantity", order.quantity);
}

std::map<std::string, Settings> settingsOf;
std::map<std::string, Address> addresses;
std::map<std::string, Contact> contacts;
std::map<int, Order> orders;

// The object that is there is read into.
void read_into(httplib::Server &server) {
  server.Patch("/settings", [](const httplib::Request &req, httplib::Response &) {
    json body = json::parse(req.body);
    Settings &settings = settingsOf.at(req.get_param_value("user"));
    body.get_to(settings);
    // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: a PATCH request replaces 'settings' as a whole: every member that it doesn't send is lost [async-patch-overwrite]
    // CHECK-FIXES: nlohmann::json merged = settings; merged.merge_patch(body); merged.get_to(settings);
  });
  server.Patch("/orders", [](const httplib::Request &req, httplib::Response &) {
    json body = json::parse(req.body);
    Order &order = orders.at(1);
    body.get_to(order);
    Address &address = addresses.at("1");
    body.at("address").get_to(address);
    body.get_to(contacts.at("1"));
    contacts.at("2") = body.get<Contact>();
  });
}

void merged(httplib::Server &server) {
  server.Patch("/merged/:user", [](const httplib::Request &req, httplib::Response &) {
    json body = json::parse(req.body);
    Settings &settings = settingsOf.at(req.path_params.at("user"));
    json current = settings;
    current.merge_patch(body);
    settings = current.get<Settings>();

    Order &order = orders.at(1);
    json document(order);
    document.update(body);
    order = document.get<Order>();

    // Only what was sent.
    json stored = settingsOf.at("1");
    for (auto it = body.begin(); it != body.end(); ++it)
      stored[it.key()] = it.value();
    settingsOf.at("1") = stored.get<Settings>();
  });
}
