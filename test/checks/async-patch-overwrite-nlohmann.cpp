// Single members of a JSON object of nlohmann's.
// RUN: %check_async_tidy %s async-patch-overwrite %t
#include <httplib.h>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

using nlohmann::json;

struct User {
  int id = 0;
  std::string name;
  std::string email;
  int age = 0;
  double rating = 0;
  bool active = true;
  std::vector<std::string> tags;
  std::optional<std::string> phone;
};

std::map<std::string, User> users;

void values_with_a_default(httplib::Server &server) {
  server.Patch("/users/:id", [](const httplib::Request &req, httplib::Response &res) {
    auto it = users.find(req.path_params.at("id"));
    if (it == users.end()) {
      res.status = 404;
      return;
    }
    auto body = json::parse(req.body, nullptr, false);
    if (body.is_discarded()) {
      res.status = 400;
      return;
    }
    auto &user = it->second;
    user.name = body.value("name", "");
    // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: a PATCH request without 'name' overwrites 'user.name' with "": what was stored is lost [async-patch-overwrite]
    // CHECK-NOTES: :[[@LINE-14]]:10: note: 'lambda' answers PATCH of '/users/:id', registered with 'Server::Patch' here
    // CHECK-NOTES: :[[@LINE-3]]:15: note: keep the current value as the default
    // CHECK-FIXES: user.name = body.value("name", user.name);
    user.email = body.value("email", std::string());
    // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: a PATCH request without 'email' overwrites 'user.email' with an empty value
    // CHECK-FIXES: user.email = body.value("email", user.email);
    user.age = body.value("age", 0);
    // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: a PATCH request without 'age' overwrites 'user.age' with 0
    // CHECK-FIXES: user.age = body.value("age", user.age);
    user.rating = body.value("rating", 0.0);
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: a PATCH request without 'rating' overwrites 'user.rating' with 0.0
    // CHECK-FIXES: user.rating = body.value("rating", user.rating);
    user.active = body.value("active", false);
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: a PATCH request without 'active' overwrites 'user.active' with false
    // CHECK-FIXES: user.active = body.value("active", user.active);
    user.tags = body.value("tags", std::vector<std::string>{});
    // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: a PATCH request without 'tags' overwrites 'user.tags' with an empty value
    // CHECK-FIXES: user.tags = body.value("tags", user.tags);
  });
}

// What is missing is a null, which throws when it is made anything else.
void by_name(httplib::Server &server) {
  server.Patch("/users/:id/phone", [](const httplib::Request &req, httplib::Response &) {
    json body = json::parse(req.body);
    User &user = users[req.path_params.at("id")];
    user.name = body["name"];
    user.email = body["email"].get<std::string>();
    body["age"].get_to(user.age);
    body.at("rating").get_to(user.rating);
    user.active = body.at("active").get<bool>();
  });
}

void asked_before(httplib::Server &server) {
  server.Patch("/members/:id", [](const httplib::Request &req, httplib::Response &res) {
    const json body = json::parse(req.body);
    User &user = users.at(req.path_params.at("id"));
    if (body.contains("name"))
      user.name = body["name"].get<std::string>();
    if (auto found = body.find("email"); found != body.end())
      user.email = found->get<std::string>();
    if (body.count("age") != 0)
      user.age = body.value("age", 0);
    user.rating = body.value("rating", user.rating);
    user.active = body.contains("active") ? body["active"].get<bool>() : user.active;
    if (body.contains("phone") && !body["phone"].is_null())
      user.phone = body.value("phone", "");
    if (!body.contains("tags")) {
      res.status = 400;
      return;
    }
    user.tags = body.value("tags", std::vector<std::string>());
  });
}

// Locals on the way, and a default by another way.
void with_locals(httplib::Server &server) {
  server.Patch("/accounts/:id", [](const httplib::Request &req, httplib::Response &) {
    json patch = json::parse(req.body);
    User &user = users.at(req.path_params.at("id"));
    const std::string name = patch.value("name", "");
    const std::string email = patch.value("email", "");
    int age = patch.contains("age") ? patch["age"].get<int>() : 0;
    bool active = patch.value("active", user.active);
    std::string phone;
    if (patch.contains("phone"))
      phone = patch["phone"].get<std::string>();
    user.name = name;
    // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: a PATCH request without 'name' overwrites 'user.name' with ""
    // CHECK-NOTES: :[[@LINE-9]]:36: note: 'name' is read here
    // CHECK-NOTES: :[[@LINE-13]]:10: note: 'lambda' answers PATCH of '/accounts/:id', registered with 'Server::Patch' here
    // CHECK-NOTES: :[[@LINE-4]]:15: note: write it only when it was sent
    // CHECK-FIXES: if (patch.contains("name"))
    // CHECK-FIXES-NEXT: user.name = name;
    if (!email.empty())
      user.email = email;
    user.age = age;
    // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: a PATCH request without 'age' overwrites 'user.age' with 0
    // CHECK-NOTES: :[[@LINE-16]]:39: note: 'age' is read here
    // CHECK-NOTES: :[[@LINE-22]]:10: note: 'lambda' answers PATCH of '/accounts/:id', registered with 'Server::Patch' here
    // CHECK-NOTES: :[[@LINE-4]]:14: note: write it only when it was sent: 'if (patch.contains("age"))'
    user.active = active;
    user.phone = phone;
    // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: a PATCH request without 'phone' overwrites 'user.phone' with an empty value
    // CHECK-FIXES: if (patch.contains("phone"))
    // CHECK-FIXES-NEXT: user.phone = phone;
  });
}

// Others than PATCH replace the whole.
void not_patch(httplib::Server &server) {
  server.Put("/users/:id", [](const httplib::Request &req, httplib::Response &) {
    json body = json::parse(req.body);
    User &user = users.at(req.path_params.at("id"));
    user.name = body.value("name", "");
  });
  server.Post("/users", [](const httplib::Request &req, httplib::Response &) {
    json body = json::parse(req.body);
    User user;
    user.name = body.value("name", "");
    users["new"] = user;
  });
}
