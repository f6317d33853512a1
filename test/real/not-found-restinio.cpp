// RUN: %check_async_tidy %s async-missing-not-found %t --real -std=c++17 --fix-notes
#include <optional>
#include <restinio/all.hpp>
#include <string>

using router_t = restinio::router::express_router_t<>;

struct User {
  std::string name;
};
struct Users {
  std::optional<User> find(const std::string &id) const;
};

void routes(router_t &router, Users &users) {
  router.http_get("/users/:id", [&](restinio::request_handle_t request, restinio::router::route_params_t params) {
    const auto user = users.find(restinio::cast_to<std::string>(params["id"]));
    return request->create_response().set_body(user->name).done();
    // CHECK-MESSAGES: :[[@LINE-1]]:48: warning: what 'Users::find' looks up is used
    // CHECK-FIXES: {{^    }}if (!user) {
    // CHECK-FIXES-NEXT: {{^      }}return request->create_response(restinio::status_not_found()).done();
    // CHECK-FIXES-NEXT: {{^    }}}
    // CHECK-FIXES-NEXT: {{^    }}return request->create_response().set_body(user->name).done();
  });
  router.http_get("/generic/:id", [&](const auto &req, auto params) {
    auto user = users.find(restinio::cast_to<std::string>(params["id"]));
    return req->create_response().set_body(user->name).done();
    // CHECK-MESSAGES: :[[@LINE-1]]:44: warning: what 'Users::find' looks up is used
    // CHECK-FIXES: {{^      }}return req->create_response(restinio::status_not_found()).done();
  });
  router.http_get("/checked/:id", [&](auto request, auto params) {
    if (auto user = users.find(restinio::cast_to<std::string>(params["id"])))
      return request->create_response().set_body(user->name).done();
    return request->create_response(restinio::status_not_found()).done();
  });
}
