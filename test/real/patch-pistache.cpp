// RUN: %check_async_tidy %s async-patch-overwrite %t --real -std=c++17 -- -fdelayed-template-parsing
// This version's headers have a mistake in a template that nobody instantiates.
#include <map>
#include <nlohmann/json.hpp>
#include <pistache/endpoint.h>
#include <pistache/router.h>
#include <string>
using namespace Pistache;
using nlohmann::json;

struct User {
  std::string name, email;
  int age = 0;
};

class UserApi {
public:
  void routes(Rest::Router &router) {
    using namespace Rest;
    Routes::Patch(router, "/users/:id", Routes::bind(&UserApi::update, this));
    Routes::Put(router, "/users/:id", Routes::bind(&UserApi::replace, this));
    router.addRoute(Http::Method::Patch, "/queries/:id", Routes::bind(&UserApi::by_query, this));
    Routes::Patch(router, "/names/:id", [this](const Rest::Request &request, Http::ResponseWriter response) {
      users_[request.param(":id").as<int>()].name = json::parse(request.body()).value("name", "");
      // CHECK-MESSAGES: :[[@LINE-1]]:51: warning: a PATCH request without 'name' overwrites {{.*}} with ""
      response.send(Http::Code::Ok);
      return Route::Result::Ok;
    });
  }

private:
  void update(const Rest::Request &request, Http::ResponseWriter response) {
    const auto id = request.param(":id").as<int>();
    const auto found = users_.find(id);
    if (found == users_.end()) {
      response.send(Http::Code::Not_Found);
      return;
    }
    auto body = json::parse(request.body());
    User &user = found->second;
    user.name = body.value("name", "");
    // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: a PATCH request without 'name' overwrites 'user.name' with "": what was stored is lost [async-patch-overwrite]
    // CHECK-NOTES: note: 'UserApi::update' answers PATCH of '/users/:id', registered with 'Patch' here
    // CHECK-NOTES: note: keep the current value as the default
    // CHECK-FIXES: user.name = body.value("name", user.name);
    user.age = body.value("age", user.age);
    if (body.contains("email"))
      user.email = body["email"].get<std::string>();
    response.send(Http::Code::Ok);
  }
  void by_query(const Rest::Request &request, Http::ResponseWriter response) {
    User &user = users_.at(request.param(":id").as<int>());
    const auto &query = request.query();
    user.name = query.get("name").value_or("");
    // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: a PATCH request without 'name' overwrites 'user.name' with ""
    // CHECK-NOTES: note: 'UserApi::by_query' answers PATCH of '/queries/:id'
    // CHECK-FIXES: user.name = query.get("name").value_or(user.name);
    if (query.has("email"))
      user.email = *query.get("email");
    const auto age = query.get("age");
    if (age.has_value())
      user.age = std::stoi(*age);
    response.send(Http::Code::Ok);
  }
  void replace(const Rest::Request &request, Http::ResponseWriter response) {
    users_[1].name = json::parse(request.body()).value("name", "");
    response.send(Http::Code::Ok);
  }
  std::map<int, User> users_;
};

// A handler of all requests that asks for the method.
class Raw : public Http::Handler {
  HTTP_PROTOTYPE(Raw)
  void onRequest(const Http::Request &request, Http::ResponseWriter response) override {
    if (request.method() == Http::Method::Patch) {
      auto body = json::parse(request.body());
      current.email = body.value("email", "");
      // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: a PATCH request without 'email' overwrites 'current.email' with ""
      // CHECK-NOTES: note: 'Raw::onRequest' answers PATCH
      // CHECK-FIXES: current.email = body.value("email", current.email);
    }
    response.send(Http::Code::Ok);
  }
  User current;
};
