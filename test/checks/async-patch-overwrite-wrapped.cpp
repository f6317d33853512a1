// Handlers that another function makes: what it is given, and what it returns,
// runs for the route.
// RUN: %check_async_tidy %s async-patch-overwrite %t
#include <functional>
#include <httplib.h>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
using nlohmann::json;
using httplib::Request;
using httplib::Response;
using Handler = httplib::Server::Handler;

struct User {
  std::string name, email, city;
};
std::map<std::string, User> users;
bool is_known(const Request &req);

// Its body is here, or in another file.
Handler authenticated(Handler next) {
  return [next = std::move(next)](const Request &req, Response &res) {
    if (!is_known(req)) {
      res.status = 401;
      return;
    }
    next(req, res);
  };
}
Handler logged(const std::string &name, Handler next);
template <typename Next> auto timed(Next next) {
  return [next](const Request &req, Response &res) { next(req, res); };
}

void rename_user(const Request &req, Response &) {
  const json body = json::parse(req.body);
  users.at("1").name = body.value("name", "");
  // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: a PATCH request without 'name' overwrites 'users.at("1").name' with "": what was stored is lost [async-patch-overwrite]
  // CHECK-NOTES: note: 'rename_user' answers PATCH of '/wrapped/:id', registered with 'Server::Patch' here
  // CHECK-FIXES: {{^  }}if (body.contains("name"))
  // CHECK-FIXES-NEXT: {{^    }}users.at("1").name = body.value("name", "");
}
void replace(const Request &req, Response &) {
  users["1"].name = json::parse(req.body).value("name", "");
}
struct Controller {
  void update(const Request &req, Response &) {
    User &user = users.at("2");
    user.email = json::parse(req.body).value("email", "");
    // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: a PATCH request without 'email' overwrites 'user.email' with ""
    // CHECK-FIXES: {{^    }}user.email = json::parse(req.body).value("email", user.email);
  }
  // Made anew for each route.
  Handler mover(const std::string &id) {
    return [id](const Request &req, Response &) {
      User &user = users.at(id);
      user.city = json::parse(req.body).value("city", "");
      // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: a PATCH request without 'city' overwrites 'user.city' with ""
      // CHECK-NOTES: note: 'lambda' answers PATCH of '/moved/:id', registered with 'Server::Patch' here
      // CHECK-FIXES: {{^      }}user.city = json::parse(req.body).value("city", user.city);
    };
  }
  Handler replacer() {
    return [](const Request &req, Response &) { users["3"].city = json::parse(req.body).value("city", ""); };
  }
};

void routes(httplib::Server &server, Controller &controller) {
  using namespace std::placeholders;
  server.Patch("/wrapped/:id", authenticated(rename_user));
  server.Put("/wrapped/:id", authenticated(replace));
  server.Patch("/methods/:id", logged("update", std::bind(&Controller::update, &controller, _1, _2)));
  server.Patch("/moved/:id", controller.mover("4"));
  server.Put("/moved/:id", controller.replacer());
  server.Patch("/lambdas/:id", logged("lambda", timed([](const Request &req, Response &) {
    User &user = users.at("5");
    user.name = json::parse(req.body).value("name", "");
    // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: a PATCH request without 'name' overwrites 'user.name' with ""
    // CHECK-FIXES: {{^    }}user.name = json::parse(req.body).value("name", user.name);
  })));
  const auto kept = authenticated([](const Request &req, Response &) {
    User &user = users.at("6");
    user.city = json::parse(req.body).value("city", "");
    // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: a PATCH request without 'city' overwrites 'user.city' with ""
    // CHECK-FIXES: {{^    }}user.city = json::parse(req.body).value("city", user.city);
  });
  server.Patch("/kept/:id", kept);
  server.Post("/users", timed([](const Request &req, Response &) { users["7"].name = json::parse(req.body).value("name", ""); }));
}
