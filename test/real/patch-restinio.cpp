// RUN: %check_async_tidy %s async-patch-overwrite %t --real -std=c++17
#include <map>
#include <nlohmann/json.hpp>
#include <restinio/all.hpp>
#include <restinio/router/easy_parser_router.hpp>
#include <string>
using nlohmann::json;
using router_t = restinio::router::express_router_t<>;
using restinio::request_handle_t;
using restinio::router::route_params_t;

struct User {
  std::string name, email;
  int age = 0;
};
std::map<int, User> users;

class Handler {
public:
  restinio::request_handling_status_t on_patch(const request_handle_t &request, route_params_t params) {
    auto body = json::parse(request->body());
    auto &user = users.at(restinio::cast_to<int>(params["id"]));
    user.age = body.value("age", 0);
    // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: a PATCH request without 'age' overwrites 'user.age' with 0: what was stored is lost [async-patch-overwrite]
    // CHECK-FIXES: user.age = body.value("age", user.age);
    return request->create_response().done();
  }
};

void routes(router_t &router, Handler &handler) {
  router.add_handler(restinio::http_method_patch(), "/users/:id", [](request_handle_t request, route_params_t params) {
    const auto body = json::parse(request->body());
    const auto it = users.find(restinio::cast_to<int>(params["id"]));
    if (it == users.end())
      return request->create_response(restinio::status_not_found()).done();
    it->second.name = body.value("name", "");
    // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: a PATCH request without 'name' overwrites 'it->second.name' with ""
    // CHECK-NOTES: note: 'lambda' answers PATCH of '/users/:id'
    // CHECK-FIXES: it->second.name = body.value("name", it->second.name);
    if (body.contains("email"))
      it->second.email = body["email"].get<std::string>();
    return request->create_response().done();
  });
  router.add_handler(restinio::http_method_patch(), "/queries/:id", [](auto request, auto params) {
    const auto query = restinio::parse_query(request->header().query());
    auto &user = users.at(restinio::cast_to<int>(params["id"]));
    user.name = restinio::value_or(query, "name", std::string());
    // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: a PATCH request without 'name' overwrites 'user.name' with an empty value
    // CHECK-FIXES: user.name = restinio::value_or(query, "name", user.name);
    user.age = restinio::value_or(query, "age", user.age);
    if (query.has("email"))
      user.email = std::string(query["email"]);
    if (const auto email = restinio::opt_value<std::string>(query, "email"))
      user.email = *email;
    user.email = std::string(query["email"]); // throws
    return request->create_response().done();
  });
  router.add_handler(restinio::http_method_patch(), "/methods/:id", [&](auto request, auto params) { return handler.on_patch(request, std::move(params)); });
  router.http_put("/users/:id", [](request_handle_t request, route_params_t) {
    users[1].name = json::parse(request->body()).value("name", "");
    return request->create_response().done();
  });
  // The easy parser's router.
  namespace epr = restinio::router::easy_parser_router;
  restinio::router::easy_parser_router_t easy;
  easy.add_handler(restinio::http_method_patch(), epr::path_to_params("/users/", epr::non_negative_decimal_number_p<int>()),
                   [](const request_handle_t &request, int id) {
                     auto body = json::parse(request->body());
                     users.at(id).name = body.value("name", "");
                     // CHECK-MESSAGES: :[[@LINE-1]]:40: warning: a PATCH request without 'name' overwrites 'users.at(id).name' with ""
                     return request->create_response().done();
                   });
  easy.http_put(epr::path_to_params("/users/", epr::non_negative_decimal_number_p<int>()), [](const request_handle_t &request, int id) {
    users[id].name = json::parse(request->body()).value("name", "");
    return request->create_response().done();
  });
  // Without a router.
  router.non_matched_request_handler([](request_handle_t request) {
    if (request->header().method() == restinio::http_method_patch())
      users.at(1).email = json::parse(request->body()).value("email", "");
    // CHECK-MESSAGES: :[[@LINE-1]]:25: warning: a PATCH request without 'email' overwrites 'users.at(1).email' with ""
    return request->create_response().done();
  });
}
