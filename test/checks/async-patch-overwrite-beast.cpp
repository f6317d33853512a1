// Beast: servers that ask for the method themselves.
// RUN: %check_async_tidy %s async-patch-overwrite %t
#include <boost/beast/http.hpp>
#include <boost/json.hpp>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
namespace http = boost::beast::http;
namespace json = boost::json;
using Request = http::request<http::string_body>;
using Response = http::response<http::string_body>;

struct User {
  std::string name, email;
  std::int64_t age = 0;
};
std::unordered_map<std::string, User> users;
Response not_allowed(const Request &req);
Response ok(const Request &req);

// A switch with PUT beside PATCH.
Response handle_users(const Request &req) {
  switch (req.method()) {
  case http::verb::get:
    return ok(req);
  case http::verb::put: {
    const auto body = json::parse(req.body()).as_object();
    users["1"].name = body.contains("name") ? body.at("name").as_string().c_str() : "";
    return ok(req);
  }
  case http::verb::patch: {
    const json::object body = json::parse(req.body()).as_object();
    User &user = users.at("1");
    user.name = body.contains("name") ? body.at("name").as_string().c_str() : "";
    // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: a PATCH request without 'name' overwrites 'user.name' with "": what was stored is lost [async-patch-overwrite]
    // CHECK-NOTES: note: 'handle_users' answers PATCH here
    if (auto *age = body.if_contains("age"))
      user.age = age->as_int64();
    return ok(req);
  }
  // What both do.
  case http::verb::post:
  default:
    return not_allowed(req);
  }
}

// Comparisons, one after the other.
Response patch_user(User &user, const json::object &body) {
  const auto *age = body.if_contains("age");
  user.age = age ? age->as_int64() : 0;
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: a PATCH request without 'age' overwrites 'user.age' with 0
  // CHECK-NOTES: note: 'age' is read here
  // CHECK-NOTES: note: 'dispatch' passes it to 'patch_user' here
  // CHECK-NOTES: note: 'dispatch' answers PATCH here
  // CHECK-FIXES: {{^  }}user.age = age ? age->as_int64() : user.age;
  return {};
}
Response put_user(User &user, const json::object &body) {
  user.name = body.contains("name") ? body.at("name").as_string().c_str() : "";
  return {};
}
Response dispatch(const Request &req) {
  if (req.target().starts_with("/users/")) {
    if (req.method() == http::verb::put)
      return put_user(users["1"], json::parse(req.body()).as_object());
    if (req.method() == http::verb::patch)
      return patch_user(users.at("1"), json::parse(req.body()).as_object());
  }
  return not_allowed(req);
}
// Early return: what follows is PATCH's.
Response only_patch(const Request &req) {
  if (req.method() != http::verb::patch)
    return not_allowed(req);
  const auto body = json::parse(req.body()).as_object();
  auto email = body.contains("email") ? std::string(body.at("email").as_string().c_str()) : std::string();
  users.at("1").email = email;
  // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: a PATCH request without 'email' overwrites 'users.at("1").email' with an empty value
  // CHECK-NOTES: note: 'only_patch' answers PATCH here
  return ok(req);
}

// A table from verb to function.
Response from_table(const Request &req) {
  users.at("1").name = std::string(req["X-Name"]);
  // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: a PATCH request without 'X-Name' overwrites 'users.at("1").name' with an empty value
  // CHECK-NOTES: note: 'from_table' answers PATCH
  // CHECK-FIXES: {{^  }}if (req.count("X-Name") != 0)
  // CHECK-FIXES-NEXT: {{^    }}users.at("1").name = std::string(req["X-Name"]);
  return ok(req);
}
Response from_put_table(const Request &req) {
  users.at("1").name = std::string(req["X-Name"]);
  return ok(req);
}
const std::map<http::verb, std::function<Response(const Request &)>> handlers = {
    {http::verb::put, from_put_table},
    {http::verb::patch, from_table},
    {http::verb::get, ok},
};
Response by_table(const Request &req) {
  auto it = handlers.find(req.method());
  return it == handlers.end() ? not_allowed(req) : it->second(req);
}

// A session that keeps the request, as most servers have it.
class Session : public std::enable_shared_from_this<Session> {
public:
  void on_read() {
    switch (req_.method()) {
    case http::verb::patch:
      patch();
      break;
    case http::verb::put:
      replace();
      break;
    default:
      break;
    }
  }

private:
  void patch() {
    const auto body = json::parse(req_.body()).as_object();
    User &user = users.at(std::string(req_.target()));
    user.email = body.contains("email") ? body.at("email").as_string().c_str() : "";
    // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: a PATCH request without 'email' overwrites 'user.email' with ""
    // CHECK-NOTES: note: 'Session::on_read' answers PATCH here
    if (body.contains("name"))
      user.name = body.at("name").as_string().c_str();
  }
  void replace() {
    const auto body = json::parse(req_.body()).as_object();
    users["1"].email = body.contains("email") ? body.at("email").as_string().c_str() : "";
  }
  Request req_;
};
