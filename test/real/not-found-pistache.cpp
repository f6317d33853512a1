// RUN: %check_async_tidy %s async-missing-not-found %t --real -std=c++17 --fix-notes -- -fdelayed-template-parsing
// This version's headers have a mistake in a template that nobody instantiates.
#include <optional>
#include <pistache/endpoint.h>
#include <pistache/router.h>
#include <string>

using namespace Pistache;

struct User {
  std::string name;
};
struct Users {
  std::optional<User> find(const std::string &id) const;
  const User *load(int id) const;
};

struct Service {
  Users users;
  void one(const Rest::Request &request, Http::ResponseWriter response) {
    auto user = users.find(request.param(":id").as<std::string>());
    response.send(Http::Code::Ok, user->name);
    // CHECK-MESSAGES: :[[@LINE-1]]:35: warning: what 'Users::find' looks up is used
    // CHECK-FIXES: {{^    }}if (!user) {
    // CHECK-FIXES-NEXT: {{^      }}response.send(Pistache::Http::Code::Not_Found);
    // CHECK-FIXES-NEXT: {{^      }}return;
    // CHECK-FIXES-NEXT: {{^    }}}
    // CHECK-FIXES-NEXT: {{^    }}response.send(Http::Code::Ok, user->name);
  }
  void checked(const Rest::Request &request, Http::ResponseWriter response) {
    const User *user = users.load(request.param(":id").as<int>());
    if (user == nullptr) {
      response.send(Http::Code::Not_Found);
      return;
    }
    response.send(Http::Code::Ok, user->name);
  }
  void routes(Rest::Router &router) {
    Rest::Routes::Get(router, "/users/:id", Rest::Routes::bind(&Service::one, this));
    Rest::Routes::Get(router, "/checked/:id", Rest::Routes::bind(&Service::checked, this));
  }
};

struct Raw : public Http::Handler {
  HTTP_PROTOTYPE(Raw)
  void onRequest(const Http::Request &request, Http::ResponseWriter writer) override {
    Users users;
    const auto user = users.find(request.resource());
    const std::string name = user->name;
    // CHECK-MESSAGES: :[[@LINE-1]]:30: warning: what 'Users::find' looks up is used
    // CHECK-FIXES: {{^      }}writer.send(Pistache::Http::Code::Not_Found);
    writer.send(Http::Code::Ok, name);
  }
};
