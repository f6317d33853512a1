// Boost.JSON: at() throws, an object that may be changed makes a null, and
// if_contains() gives a null pointer.
// RUN: %check_async_tidy %s async-patch-overwrite %t
#include <boost/json.hpp>
#include <httplib.h>
#include <map>
#include <optional>
#include <string>

namespace json = boost::json;

struct User {
  std::string name;
  std::string email;
  long age = 0;
  bool active = true;
  std::optional<std::string> phone;
};

std::map<std::string, User> users;

void defaults(httplib::Server &server) {
  server.Patch("/users/:id", [](const httplib::Request &req, httplib::Response &res) {
    boost::system::error_code ec;
    json::value parsed = json::parse(req.body, ec);
    if (ec || !parsed.is_object()) {
      res.status = 400;
      return;
    }
    json::object &body = parsed.as_object();
    User &user = users.at(req.path_params.at("id"));
    user.name = body.contains("name") ? body.at("name").as_string().c_str() : "";
    // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: a PATCH request without 'name' overwrites 'user.name' with "": what was stored is lost [async-patch-overwrite]
    // CHECK-NOTES: :[[@LINE-11]]:10: note: 'lambda' answers PATCH of '/users/:id', registered with 'Server::Patch' here
    // CHECK-NOTES: :[[@LINE-3]]:15: note: write it only when it was sent: 'if (body.contains("name"))'
    user.age = body.contains("age") ? body["age"].as_int64() : 0;
    // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: a PATCH request without 'age' overwrites 'user.age' with 0
    // CHECK-FIXES: user.age = body.contains("age") ? body["age"].as_int64() : user.age;
    const json::value *active = body.if_contains("active");
    user.active = active ? active->as_bool() : true;
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: a PATCH request without 'active' overwrites 'user.active' with true
    // CHECK-FIXES: user.active = active ? active->as_bool() : user.active;
    auto *email = body.if_contains("email");
    user.email = email != nullptr ? json::value_to<std::string>(*email) : std::string("none");
    // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: a PATCH request without 'email' overwrites 'user.email' with std::string("none")
    // CHECK-FIXES: user.email = email != nullptr ? json::value_to<std::string>(*email) : user.email;
    user.age = body["age"].to_number<long>(ec);
    // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: a PATCH request without 'age' overwrites 'user.age' with 0
    // CHECK-FIXES: if (body.contains("age"))
    // CHECK-FIXES-NEXT: user.age = body["age"].to_number<long>(ec);
  });
}

// All of these throw for what wasn't sent.
void throwing(httplib::Server &server) {
  server.Patch("/strict/:id", [](const httplib::Request &req, httplib::Response &) {
    const json::value body = json::parse(req.body);
    const json::object &object = body.as_object();
    User &user = users.at(req.path_params.at("id"));
    user.name = json::value_to<std::string>(body.at("name"));
    user.email = object.at("email").as_string().c_str();
    user.age = body.at("age").as_int64();
    user.age = body.at("age").to_number<long>();
    json::object changed = body.as_object();
    user.active = changed["active"].as_bool();
    user.phone = json::value_to<std::string>(changed["phone"]);
  });
}

void asked_before(httplib::Server &server) {
  server.Patch("/members/:id", [](const httplib::Request &req, httplib::Response &res) {
    auto body = json::parse(req.body).as_object();
    User &user = users.at(req.path_params.at("id"));
    if (body.contains("name"))
      user.name = json::value_to<std::string>(body.at("name"));
    if (const auto *email = body.if_contains("email"); email && email->is_string())
      user.email = email->as_string().c_str();
    if (auto it = body.find("age"); it != body.end())
      user.age = it->value().as_int64();
    user.active = body.contains("active") ? body.at("active").as_bool() : user.active;
    if (auto *phone = body.if_contains("phone")) {
      if (phone->is_null())
        user.phone.reset();
      else
        user.phone = phone->as_string().c_str();
    }
    if (!body.contains("age")) {
      res.status = 400;
      return;
    }
    user.age = body["age"].is_int64() ? body["age"].as_int64() : 0;
  });
}

// Documents that are kept as they are.
void documents(httplib::Server &server) {
  static std::map<std::string, json::object> kept;
  server.Patch("/documents/:id", [](const httplib::Request &req, httplib::Response &) {
    json::object body = json::parse(req.body).as_object();
    json::object &stored = kept.at(req.path_params.at("id"));
    stored["title"] = body["title"];
    // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: a PATCH request without 'title' overwrites 'stored["title"]' with null
    // CHECK-FIXES: if (body.contains("title"))
    // CHECK-FIXES-NEXT: stored["title"] = body["title"];
    stored["owner"] = body.contains("owner") ? body.at("owner") : json::value("nobody");
    // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: a PATCH request without 'owner' overwrites 'stored["owner"]' with json::value("nobody")
    if (body.contains("text"))
      stored["text"] = body["text"];
    for (const auto &member : body)
      stored[member.key()] = member.value();
    for (auto &member : body)
      stored.insert_or_assign(member.key(), member.value());
  });
}
