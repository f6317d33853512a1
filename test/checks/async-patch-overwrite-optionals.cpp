// Members that can say that they weren't sent.
// RUN: %check_async_tidy %s async-patch-overwrite %t
#include <httplib.h>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

using nlohmann::json;

struct UserPatch {
  std::optional<std::string> name;
  std::optional<std::string> email;
  std::optional<int> age;
  std::optional<bool> active;
  std::optional<std::string> phone;
};
void from_json(const json &j, UserPatch &patch) {
  if (j.contains("name"))
    patch.name = j.at("name").get<std::string>();
  if (j.contains("email"))
    patch.email = j.at("email").get<std::string>();
  if (j.contains("age"))
    patch.age = j.at("age").get<int>();
  if (j.contains("active"))
    patch.active = j.at("active").get<bool>();
  if (j.contains("phone"))
    patch.phone = j.at("phone").get<std::string>();
}

struct User {
  std::string name;
  std::string email;
  int age = 0;
  bool active = true;
  std::optional<std::string> phone;

  void setName(std::string value) { name = std::move(value); }
};

std::map<std::string, User> users;

void with_a_default(httplib::Server &server) {
  server.Patch("/users/:id", [](const httplib::Request &req, httplib::Response &) {
    auto dto = json::parse(req.body).get<UserPatch>();
    User &user = users.at(req.path_params.at("id"));
    user.name = dto.name.value_or("");
    // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: a PATCH request without 'name' overwrites 'user.name' with "": what was stored is lost [async-patch-overwrite]
    // CHECK-NOTES: :[[@LINE-4]]:38: note: 'name' is read here
    // CHECK-NOTES: :[[@LINE-6]]:10: note: 'lambda' answers PATCH of '/users/:id', registered with 'Server::Patch' here
    // CHECK-NOTES: :[[@LINE-4]]:15: note: keep the current value as the default
    // CHECK-FIXES: user.name = dto.name.value_or(user.name);
    user.age = dto.age.value_or(0);
    // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: a PATCH request without 'age' overwrites 'user.age' with 0
    // CHECK-FIXES: user.age = dto.age.value_or(user.age);
    user.active = dto.active ? *dto.active : false;
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: a PATCH request without 'active' overwrites 'user.active' with false
    // CHECK-FIXES: user.active = dto.active ? *dto.active : user.active;
    user.email = dto.email.has_value() ? dto.email.value() : std::string{};
    // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: a PATCH request without 'email' overwrites 'user.email' with an empty value
    // CHECK-FIXES: user.email = dto.email.has_value() ? dto.email.value() : user.email;
    user.phone = dto.phone;
    // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: a PATCH request without 'phone' overwrites 'user.phone' with null
    // CHECK-FIXES: if (dto.phone)
    // CHECK-FIXES-NEXT: user.phone = dto.phone;
    user.setName(dto.name.value_or("nobody"));
    // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: a PATCH request without 'name' has 'user.setName' overwrite what was stored with "nobody"
    // CHECK-FIXES: if (dto.name)
    // CHECK-FIXES-NEXT: user.setName(dto.name.value_or("nobody"));
  });
}

void moved(httplib::Server &server) {
  server.Patch("/moved/:id", [](const httplib::Request &req, httplib::Response &) {
    UserPatch dto = json::parse(req.body).get<UserPatch>();
    User &user = users.at(req.path_params.at("id"));
    user.name = std::move(dto.name).value_or("anonymous");
    // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: a PATCH request without 'name' overwrites 'user.name' with "anonymous"
    // CHECK-FIXES: user.name = std::move(dto.name).value_or(user.name);
    user.phone = std::move(dto.phone);
    // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: a PATCH request without 'phone' overwrites 'user.phone' with null
    // CHECK-FIXES: if (dto.phone)
    // CHECK-FIXES-NEXT: user.phone = std::move(dto.phone);
    const auto &age = dto.age;
    user.age = age.value_or(18);
    // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: a PATCH request without 'age' overwrites 'user.age' with 18
    // CHECK-FIXES: user.age = age.value_or(user.age);
  });
}

void asked_before(httplib::Server &server) {
  server.Patch("/members/:id", [](const httplib::Request &req, httplib::Response &res) {
    const auto dto = json::parse(req.body).get<UserPatch>();
    auto found = users.find(req.path_params.at("id"));
    if (found == users.end()) {
      res.status = 404;
      return;
    }
    User &user = found->second;
    if (dto.name)
      user.name = *dto.name;
    if (dto.email.has_value())
      user.email = dto.email.value();
    if (dto.age != std::nullopt)
      user.age = *dto.age;
    if (const auto &phone = dto.phone; phone.has_value())
      user.phone = phone;
    user.age = dto.age.value_or(user.age);
    user.active = dto.active ? *dto.active : user.active;
    if (!dto.active)
      return;
    user.active = dto.active.value_or(false);
  });
}

// value() throws, and what `*` gives nobody may rely on.
void settled(httplib::Server &server) {
  server.Patch("/strict/:id", [](const httplib::Request &req, httplib::Response &) {
    const auto dto = json::parse(req.body).get<UserPatch>();
    User &user = users.at(req.path_params.at("id"));
    user.name = dto.name.value();
    user.age = *dto.age;
  });
}
