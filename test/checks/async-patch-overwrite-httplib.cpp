// cpp-httplib and nlohmann/json: how a field is read, and what stands there when it wasn't sent.
// RUN: %check_async_tidy %s async-patch-overwrite %t
#include <httplib.h>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
using nlohmann::json;

struct User {
  int id = 0;
  std::string name;
  std::string email;
  int age = 0;
  bool active = true;
};
std::map<std::string, User> users;

void routes(httplib::Server &server) {
  server.Patch("/users/:id", [](const httplib::Request &req, httplib::Response &res) {
    auto body = json::parse(req.body);
    auto &user = users.at(req.path_params.at("id"));
    user.name = body.value("name", "");
    // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: a PATCH request without 'name' overwrites 'user.name' with "": what was stored is lost [async-patch-overwrite]
    // CHECK-NOTES: :[[@LINE-5]]:10: note: 'lambda' answers PATCH of '/users/:id', registered with 'Server::Patch' here
    // CHECK-NOTES: :[[@LINE-3]]:15: note: keep the current value as the default
    // CHECK-FIXES: {{^    }}user.name = body.value("name", user.name);
    user.email = body.value("email", std::string());
    // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: a PATCH request without 'email' overwrites 'user.email' with an empty value: what was stored is lost
    // CHECK-FIXES: {{^    }}user.email = body.value("email", user.email);
    user.age = body.value("age", 0);
    // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: a PATCH request without 'age' overwrites 'user.age' with 0: what was stored is lost
    // CHECK-FIXES: {{^    }}user.age = body.value("age", user.age);
    user.active = body.value("active", false);
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: a PATCH request without 'active' overwrites 'user.active' with false: what was stored is lost
    // CHECK-FIXES: {{^    }}user.active = body.value("active", user.active);
    res.set_content(json(user.name).dump(), "application/json");
  });

  server.Patch(R"(/forms/(\d+))", [](const httplib::Request &req, httplib::Response &) {
    auto it = users.find(req.path_params.at("id"));
    it->second.name = req.get_param_value("name");
    // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: a PATCH request without 'name' overwrites 'it->second.name' with an empty value: what was stored is lost
    // CHECK-NOTES: :[[@LINE-4]]:10: note: 'lambda' answers PATCH of '/forms/(\d+)', registered with 'Server::Patch' here
    // CHECK-NOTES: :[[@LINE-3]]:21: note: write it only when it was sent
    // CHECK-FIXES: {{^    }}if (req.has_param("name"))
    // CHECK-FIXES-NEXT: {{^      }}it->second.name = req.get_param_value("name");
    it->second.email = req.has_param("email") ? req.get_param_value("email") : "";
    // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: a PATCH request without 'email' overwrites 'it->second.email' with "": what was stored is lost
    // CHECK-FIXES: {{^    }}it->second.email = req.has_param("email") ? req.get_param_value("email") : it->second.email;
  });

  server.Patch("/ternary/:id", [](const httplib::Request &req, httplib::Response &) {
    const json body = json::parse(req.body);
    User &user = users[req.path_params.at("id")];
    user.name = body.contains("name") ? body["name"].get<std::string>() : "unknown";
    // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: a PATCH request without 'name' overwrites 'user.name' with "unknown": what was stored is lost
    // CHECK-FIXES: {{^    }}user.name = body.contains("name") ? body["name"].get<std::string>() : user.name;
    user.email = !body.contains("email") ? std::string{} : body.at("email").get<std::string>();
    // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: a PATCH request without 'email' overwrites 'user.email' with an empty value: what was stored is lost
    // CHECK-FIXES: {{^    }}user.email = !body.contains("email") ? user.email : body.at("email").get<std::string>();
  });

  // Nothing is lost.
  server.Patch("/kept/:id", [](const httplib::Request &req, httplib::Response &) {
    auto body = json::parse(req.body);
    auto &user = users.at(req.path_params.at("id"));
    user.name = body.value("name", user.name);
    user.email = body.contains("email") ? body["email"].get<std::string>() : user.email;
    if (body.contains("age"))
      user.age = body.value("age", 0);
    if (auto it = body.find("active"); it != body.end())
      user.active = it->get<bool>();
    user.age = body.at("age").get<int>();          // throws, and writes nothing
    user.name = body["name"].get<std::string>();   // null is no text: throws
    body.at("email").get_to(user.email);
  });

  // Replacing is what these are for.
  auto replace = [](const httplib::Request &req, httplib::Response &) {
    auto body = json::parse(req.body);
    auto &user = users[req.path_params.at("id")];
    user.name = body.value("name", "");
    user.email = req.get_param_value("email");
  };
  server.Put("/users/:id", replace);
  server.Post("/users", replace);
}
