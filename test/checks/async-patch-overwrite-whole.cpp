// The entity is replaced as a whole by what was sent.
// RUN: %check_async_tidy %s async-patch-overwrite %t --fix-notes
#include <httplib.h>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>
using nlohmann::json;
using httplib::Request;
using httplib::Response;

struct User {
  int id = 0;
  std::string name, email;
};
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(User, id, name, email)
struct Ticket { // by hand
  Ticket() = default;
  explicit Ticket(const json &body) : title(body.value("title", "")), state(body.value("state", "new")) {}
  static Ticket from_json(const json &body) { return Ticket(body); }
  std::string title, state;
};
struct Order {
  std::string note, address;
};
void to_json(json &body, const Order &order);
void from_json(const json &body, Order &order) {
  order.note = body.value("note", "");
  if (body.contains("address"))
    body.at("address").get_to(order.address);
}
// Every field is required: what isn't sent throws.
struct Point {
  int x = 0, y = 0;
};
void from_json(const json &body, Point &point) {
  body.at("x").get_to(point.x);
  body.at("y").get_to(point.y);
}
std::map<std::string, User> users;
std::map<std::string, Ticket> tickets;
std::map<std::string, Order> orders;
std::map<std::string, Point> points;

void routes(httplib::Server &server) {
  server.Patch("/users/:id", [](const Request &req, Response &) {
    auto body = json::parse(req.body);
    User &user = users.at(req.path_params.at("id"));
    user = body.get<User>();
    // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: a PATCH request replaces 'user' as a whole: every member that it doesn't send is lost [async-patch-overwrite]
    // CHECK-NOTES: note: 'lambda' answers PATCH of '/users/:id', registered with 'Server::Patch' here
    // CHECK-NOTES: :[[@LINE-3]]:10: note: merge what was sent into it
    // CHECK-FIXES: nlohmann::json merged = user; merged.merge_patch(body); user = merged.get<User>();
  });
  server.Patch("/assigned/:id", [](const Request &req, Response &) {
    users[req.path_params.at("id")] = json::parse(req.body).get<User>();
    // CHECK-MESSAGES: :[[@LINE-1]]:37: warning: a PATCH request replaces 'users[req.path_params.at("id")]' as a whole
    // CHECK-NOTES: note: change only the members that were sent
    auto replacement = json::parse(req.body).get<User>();
    users.at("7") = std::move(replacement);
    // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: a PATCH request replaces 'users.at("7")' as a whole
    users.insert_or_assign("8", json::parse(req.body).get<User>());
    // CHECK-MESSAGES: :[[@LINE-1]]:11: warning: a PATCH request replaces {{.*}} as a whole
  });
  server.Patch("/filled/:id", [](const Request &req, Response &) {
    auto body = json::parse(req.body);
    User &user = users.at(req.path_params.at("id"));
    body.get_to(user);
    // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: a PATCH request replaces 'user' as a whole
    // CHECK-FIXES: nlohmann::json merged = user; merged.merge_patch(body); merged.get_to(user);
  });

  // Constructors and functions of the project that read the body.
  server.Patch("/tickets/:id", [](const Request &req, Response &) {
    const json body = json::parse(req.body);
    Ticket &ticket = tickets.at(req.path_params.at("id"));
    ticket = Ticket(body);
    // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: a PATCH request replaces 'ticket' as a whole
    ticket = Ticket::from_json(body);
    // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: a PATCH request replaces 'ticket' as a whole
  });
  server.Patch("/orders/:id", [](const Request &req, Response &) {
    auto body = json::parse(req.body);
    auto it = orders.find(req.path_params.at("id"));
    it->second = body.get<Order>();
    // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: a PATCH request replaces 'it->second' as a whole
    // CHECK-FIXES: nlohmann::json merged = it->second; merged.merge_patch(body); it->second = merged.get<Order>();
  });

  // Nothing is lost.
  server.Patch("/merged/:id", [](const Request &req, Response &) {
    auto body = json::parse(req.body);
    User &user = users.at(req.path_params.at("id"));
    json merged = user;
    merged.merge_patch(body);
    user = merged.get<User>();
    json updated = user;
    updated.update(body);
    updated.get_to(user);
    auto patched = json(user).patch(body);
    user = patched.get<User>();
  });
  server.Patch("/points/:id", [](const Request &req, Response &) {
    points.at(req.path_params.at("id")) = json::parse(req.body).get<Point>(); // all or nothing
  });
  server.Patch("/strict/:id", [](const Request &req, Response &res) {
    auto body = json::parse(req.body);
    if (!body.contains("name") || !body.contains("email") || !body.contains("id")) {
      res.status = 400;
      return;
    }
    users.at(req.path_params.at("id")) = body.get<User>();
  });
  server.Put("/users/:id", [](const Request &req, Response &) {
    users[req.path_params.at("id")] = json::parse(req.body).get<User>();
    tickets["1"] = Ticket(json::parse(req.body));
  });
}
