// The handler reads, and functions beside it write.
// RUN: %check_async_tidy %s async-patch-overwrite %t
#include <httplib.h>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
using nlohmann::json;

struct User {
  int id = 0;
  std::string name, email, phone;
  int age = 0;
};
struct Repository {
  User &get(const std::string &id);
  void save(const User &user);
};
Repository repository;
void rename_user(int id, const std::string &name);

// The body and the entity are handed on.
void apply_body(User &user, const json &body) {
  user.name = body.value("name", "");
  // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: a PATCH request without 'name' overwrites 'user.name' with "": what was stored is lost
  // CHECK-NOTES: :[[#@LINE+21]]:10: note: 'lambda' answers PATCH of '/users/:id', registered with 'Server::Patch' here
  // CHECK-NOTES: :[[@LINE-3]]:13: note: keep the current value as the default
  // CHECK-FIXES: {{^  }}user.name = body.value("name", user.name);
  if (body.contains("email"))
    user.email = body["email"].get<std::string>();
}
// One value is handed on.
void set_phone(User &user, const std::string &phone) {
  user.phone = phone;
  // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: a PATCH request without 'phone' overwrites 'user.phone' with "": what was stored is lost
  // CHECK-NOTES: :[[#@LINE+15]]:{{[0-9]+}}: note: 'phone' is read here
  // CHECK-NOTES: :[[#@LINE+14]]:5: note: 'lambda' passes it to 'set_phone' here
  // CHECK-NOTES: :[[#@LINE+9]]:10: note: 'lambda' answers PATCH of '/users/:id', registered with 'Server::Patch' here
  // CHECK-NOTES: :[[@LINE-5]]:14: note: write it only when it was sent
}
void set_age(User *user, std::optional<int> age) {
  if (age)
    user->age = *age;
}

void routes(httplib::Server &server) {
  server.Patch("/users/:id", [](const httplib::Request &req, httplib::Response &res) {
    auto body = json::parse(req.body);
    User &user = repository.get(req.path_params.at("id"));
    apply_body(user, body);
    set_phone(user, body.value("phone", ""));
    set_age(&user, body.contains("age") ? std::optional<int>(body["age"].get<int>()) : std::nullopt);
    repository.save(user);
    res.set_content("{}", "application/json");
  });
}

// The body is read in one function, applied in another, two calls away.
namespace tickets {
struct Ticket {
  std::string title;
  std::string state;
  int priority = 0;
};
std::map<int, Ticket> all;
Ticket &find_ticket(int id) { return all.at(id); }
json body_of(const httplib::Request &req) { return json::parse(req.body); }

void change_title(Ticket &ticket, std::string title) {
  ticket.title = std::move(title);
  // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: a PATCH request without 'title' overwrites 'ticket.title' with an empty value: what was stored is lost
}
void change(int id, const json &patch) {
  Ticket &ticket = find_ticket(id);
  change_title(ticket, patch.value("title", std::string()));
  ticket.priority = patch.value("priority", 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: a PATCH request without 'priority' overwrites 'ticket.priority' with 0: what was stored is lost
  // CHECK-FIXES: ticket.priority = patch.value("priority", ticket.priority);
  ticket.state = patch.value("state", ticket.state);
}
void on_patch(const httplib::Request &req, httplib::Response &res) {
  const json patch = body_of(req);
  change(std::stoi(req.path_params.at("id")), patch);
  res.status = 204;
}
void on_put(const httplib::Request &req, httplib::Response &) {
  Ticket &ticket = find_ticket(std::stoi(req.path_params.at("id")));
  ticket.title = body_of(req).value("title", "");
}
void routes(httplib::Server &server) {
  server.Patch("/tickets/:id", on_patch);
  server.Put("/tickets/:id", on_put);
}
} // namespace tickets

// A function that only PUT uses, and one that nothing calls for PATCH.
namespace orders {
struct Order {
  std::string note;
};
std::map<std::string, Order> orders;
void fill(Order &order, const json &body) { order.note = body.value("note", ""); }
void merge(Order &order, const json &body) { order.note = body.value("note", order.note); }
void routes(httplib::Server &server) {
  server.Put("/orders/:id", [](const httplib::Request &req, httplib::Response &) {
    fill(orders[req.path_params.at("id")], json::parse(req.body));
  });
  server.Patch("/orders/:id", [](const httplib::Request &req, httplib::Response &) {
    merge(orders[req.path_params.at("id")], json::parse(req.body));
  });
}
} // namespace orders
