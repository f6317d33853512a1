// The answer as each kind of handler gives it. What is only in a condition, or
// in a function that doesn't answer, stays as it is.
// RUN: %check_async_tidy %s async-missing-not-found %t --fix-notes
#include <algorithm>
#include <crow.h>
#include <drogon/HttpController.h>
#include <drogon/drogon.h>
#include <httplib.h>
#include <map>
#include <memory>
#include <optional>
#include <pqxx/pqxx>
#include <string>
#include <vector>

struct User {
  int id = 0;
  std::string name;
};
struct Users {
  std::optional<User> find(int id) const;
  User *load(const std::string &name);
  std::shared_ptr<User> fetch(int id);
};
std::map<std::string, User> by_name;
std::vector<User> all;

// It answers nobody itself.
std::string name_of(Users &users, int id) {
  auto user = users.find(id);
  return user->name;
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: what 'Users::find' looks up is used
}

void httplib_routes(httplib::Server &server, Users &users, pqxx::connection &conn) {
  server.Get("/users/:id", [&](const httplib::Request &req, httplib::Response &res) {
    auto user = users.find(static_cast<int>(req.path.size()));
    res.set_content(user->name, "text/plain");
    // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: what 'Users::find' looks up is used
    // CHECK-FIXES: {{^    }}if (!user) {
    // CHECK-FIXES-NEXT: {{^      }}res.status = 404;
    // CHECK-FIXES-NEXT: {{^      }}return;
    // CHECK-FIXES-NEXT: {{^    }}}
    // CHECK-FIXES-NEXT: {{^    }}res.set_content(user->name, "text/plain");
  });
  server.Get("/names/:name", [&](const httplib::Request &req, httplib::Response &response) {
    auto it = by_name.find(req.path_params.at("name"));
    if (it->second.id == 0)
      // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: what 'map::find' looks up is used
      // CHECK-FIXES: {{^    }}if (it == by_name.end()) {
      // CHECK-FIXES-NEXT: {{^      }}response.status = 404;
      // CHECK-FIXES-NEXT: {{^      }}return;
      // CHECK-FIXES-NEXT: {{^    }}}
      // CHECK-FIXES-NEXT: {{^    }}if (it->second.id == 0)
      return;
    const std::string name = req.path_params.at("name");
    auto found = std::find_if(all.begin(), all.end(), [&](const User &user) { return user.name == name; });
    response.set_content(found->name, "text/plain");
    // CHECK-MESSAGES: :[[@LINE-1]]:26: warning: what 'find_if' looks up is used
    // CHECK-FIXES: {{^    }}if (found == all.end()) {
    // CHECK-FIXES-NEXT: {{^      }}response.status = 404;
  });
  server.Get("/rows/:name", [&](const httplib::Request &req, httplib::Response &res) {
    pqxx::work tx(conn);
    auto rows = tx.exec_params("SELECT id FROM users WHERE name = $1", req.path_params.at("name"));
    const auto row = rows[0];
    // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: the first row of 'transaction_base::exec_params' is used
    // CHECK-FIXES: {{^    }}if (rows.empty()) {
    // CHECK-FIXES-NEXT: {{^      }}res.status = 404;
    res.set_content(row["id"].as<std::string>(), "text/plain");
    res.set_content(name_of(users, 1 + row["id"].as<int>()), "text/plain");
  });
  server.Put("/users/:name", [&](const httplib::Request &req, httplib::Response &res) {
    if (req.has_param("new")) {
      User *user = users.load(req.path_params.at("name"));
      user->name = req.get_param_value("new");
      // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: what 'Users::load' looks up is used
      // CHECK-FIXES: {{^      }}if (!user) {
      // CHECK-FIXES-NEXT: {{^        }}res.status = 404;
      // CHECK-FIXES-NEXT: {{^        }}return;
      // CHECK-FIXES-NEXT: {{^      }}}
      // CHECK-FIXES-NEXT: {{^      }}user->name = req.get_param_value("new");
    }
    auto all_names = [&](const std::string &name) {
      User *user = users.load(name);
      return user->name;
      // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: what 'Users::load' looks up is used
    };
    res.set_content(all_names(req.path_params.at("name")), "text/plain");
  });
}

void crow_routes(crow::SimpleApp &app, Users &users) {
  CROW_ROUTE(app, "/users/<int>")([&](int id) {
    auto user = users.fetch(id);
    return crow::response(user->name);
    // CHECK-MESSAGES: :[[@LINE-1]]:27: warning: what 'Users::fetch' looks up is used
    // CHECK-FIXES: {{^    }}if (!user) {
    // CHECK-FIXES-NEXT: {{^      }}return crow::response(404);
    // CHECK-FIXES-NEXT: {{^    }}}
    // CHECK-FIXES-NEXT: {{^    }}return crow::response(user->name);
  });
  CROW_ROUTE(app, "/later/<int>")([&](const crow::request &, crow::response &res, int id) {
    auto user = users.find(id);
    res.write(user->name);
    // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: what 'Users::find' looks up is used
    // CHECK-FIXES: {{^    }}if (!user) {
    // CHECK-FIXES-NEXT: {{^      }}res.code = 404;
    // CHECK-FIXES-NEXT: {{^      }}res.end();
    // CHECK-FIXES-NEXT: {{^      }}return;
    // CHECK-FIXES-NEXT: {{^    }}}
    res.end();
  });
  // A text can't say it.
  CROW_ROUTE(app, "/texts/<int>")([&](int id) -> std::string {
    auto user = users.find(id);
    return user->name;
    // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: what 'Users::find' looks up is used
  });
}

namespace api {
using namespace drogon;

class UserController : public HttpController<UserController> {
public:
  METHOD_LIST_BEGIN
  ADD_METHOD_TO(UserController::one, "/users/{1}", Get);
  ADD_METHOD_TO(UserController::awaited, "/awaited/{1}", Get);
  ADD_METHOD_TO(UserController::called, "/called/{1}", Get);
  METHOD_LIST_END

  void one(const HttpRequestPtr &, std::function<void(const HttpResponsePtr &)> &&callback, int id) const {
    auto user = users->find(id);
    auto answer = HttpResponse::newHttpResponse();
    answer->setBody(user->name);
    // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: what 'Users::find' looks up is used
    // CHECK-FIXES: {{^    }}if (!user) {
    // CHECK-FIXES-NEXT: {{^      }}callback(drogon::HttpResponse::newNotFoundResponse());
    // CHECK-FIXES-NEXT: {{^      }}return;
    // CHECK-FIXES-NEXT: {{^    }}}
    callback(answer);
  }
  Task<HttpResponsePtr> awaited(HttpRequestPtr, int id) {
    auto rows = co_await app().getDbClient()->execSqlCoro("select name from users where id = $1", id);
    auto answer = HttpResponse::newHttpResponse();
    answer->setBody(rows.front()["name"].as<std::string>());
    // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: the first row of 'DbClient::execSqlCoro' is used
    // CHECK-FIXES: {{^    }}if (rows.empty()) {
    // CHECK-FIXES-NEXT: {{^      }}co_return drogon::HttpResponse::newNotFoundResponse();
    // CHECK-FIXES-NEXT: {{^    }}}
    co_return answer;
  }
  Task<> called(HttpRequestPtr, std::function<void(const HttpResponsePtr &)> done, int id) {
    auto user = users->find(id);
    auto answer = HttpResponse::newHttpResponse();
    answer->setBody(user->name);
    // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: what 'Users::find' looks up is used
    // CHECK-FIXES: {{^    }}if (!user) {
    // CHECK-FIXES-NEXT: {{^      }}done(drogon::HttpResponse::newNotFoundResponse());
    // CHECK-FIXES-NEXT: {{^      }}co_return;
    // CHECK-FIXES-NEXT: {{^    }}}
    done(answer);
    co_return;
  }

private:
  Users *users = nullptr;
};
} // namespace api
