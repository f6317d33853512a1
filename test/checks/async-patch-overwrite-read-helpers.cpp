// The project's own functions that read one member.
// RUN: %check_async_tidy %s async-patch-overwrite %t
#include <httplib.h>
#include <json/json.h>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>
#include <string>

using nlohmann::json;

struct User {
  std::string name;
  std::string email;
  int age = 0;
  bool active = true;
};

std::map<std::string, User> users;

// With a default that the caller gives, or one of its own.
std::string getString(const Json::Value &json, const std::string &key, const std::string &fallback = "") {
  return json.isMember(key) ? json[key].asString() : fallback;
}
int getInt(const Json::Value &json, const char *key) { return json[key].asInt(); }
template <typename T> T getOr(const json &body, const std::string &key, const T &otherwise) {
  if (!body.contains(key) || body[key].is_null())
    return otherwise;
  return body[key].get<T>();
}

// They say whether it was sent.
std::optional<std::string> findString(const json &body, const char *key) {
  auto it = body.find(key);
  if (it == body.end())
    return std::nullopt;
  return it->get<std::string>();
}
template <typename T> std::optional<T> find(const json &body, const char *key) {
  if (!body.contains(key))
    return {};
  return body.at(key).get<T>();
}

// It insists.
std::string requireString(const json &body, const char *key) {
  if (!body.contains(key))
    throw std::invalid_argument(key);
  return body.at(key).get<std::string>();
}

// It changes the member when it was sent.
template <typename T> void assign(const json &body, const char *key, T &to) {
  if (body.contains(key))
    body.at(key).get_to(to);
}

void with_defaults(httplib::Server &server) {
  server.Patch("/jsoncpp/:id", [](const httplib::Request &req, httplib::Response &) {
    Json::Value body;
    Json::Reader().parse(req.body, body);
    User &user = users.at(req.path_params.at("id"));
    user.name = getString(body, "name");
    // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: a PATCH request without 'name' overwrites 'user.name' with an empty value: what was stored is lost [async-patch-overwrite]
    // CHECK-NOTES: :[[@LINE-6]]:10: note: 'lambda' answers PATCH of '/jsoncpp/:id', registered with 'Server::Patch' here
    // CHECK-NOTES: :[[@LINE-3]]:15: note: write it only when it was sent
    user.email = getString(body, "email", "none");
    // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: a PATCH request without 'email' overwrites 'user.email' with "none"
    // CHECK-FIXES: user.email = getString(body, "email", user.email);
    user.age = getInt(body, "age");
    // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: a PATCH request without 'age' overwrites 'user.age' with 0
    user.name = getString(body, "name", user.name);
    if (body.isMember("age"))
      user.age = getInt(body, "age");
    const std::string email = getString(body, "email");
    if (!email.empty())
      user.email = email;
  });
  server.Patch("/nlohmann/:id", [](const httplib::Request &req, httplib::Response &) {
    json body = json::parse(req.body);
    User &user = users.at(req.path_params.at("id"));
    user.name = getOr(body, "name", std::string("anonymous"));
    // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: a PATCH request without 'name' overwrites 'user.name' with std::string("anonymous")
    // CHECK-FIXES: user.name = getOr(body, "name", user.name);
    user.active = getOr<bool>(body, "active", true);
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: a PATCH request without 'active' overwrites 'user.active' with true
    // CHECK-FIXES: user.active = getOr<bool>(body, "active", user.active);
    user.age = getOr(body, "age", user.age);
  });
}

void with_optionals(httplib::Server &server) {
  server.Patch("/optional/:id", [](const httplib::Request &req, httplib::Response &) {
    const json body = json::parse(req.body);
    User &user = users.at(req.path_params.at("id"));
    user.name = findString(body, "name").value_or("");
    // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: a PATCH request without 'name' overwrites 'user.name' with ""
    // CHECK-FIXES: user.name = findString(body, "name").value_or(user.name);
    user.age = find<int>(body, "age").value_or(0);
    // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: a PATCH request without 'age' overwrites 'user.age' with 0
    // CHECK-FIXES: user.age = find<int>(body, "age").value_or(user.age);
    auto active = find<bool>(body, "active");
    user.active = active ? *active : false;
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: a PATCH request without 'active' overwrites 'user.active' with false
    // CHECK-FIXES: user.active = active ? *active : user.active;
    if (auto email = findString(body, "email"))
      user.email = *email;
    user.email = findString(body, "email").value_or(user.email);
    const auto name = find<std::string>(body, "name");
    if (name.has_value())
      user.name = name.value();
  });
}

void insisting_or_asking(httplib::Server &server) {
  server.Patch("/required/:id", [](const httplib::Request &req, httplib::Response &) {
    const json body = json::parse(req.body);
    User &user = users.at(req.path_params.at("id"));
    user.name = requireString(body, "name");
    assign(body, "email", user.email);
    assign(body, "age", user.age);
    auto set = [&](const char *key, auto &to) {
      if (body.contains(key))
        to = body.at(key).get<std::decay_t<decltype(to)>>();
    };
    set("active", user.active);
  });
}
