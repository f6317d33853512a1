// drogon: every way to answer PATCH.
// RUN: %check_async_tidy %s async-patch-overwrite %t
#include <drogon/HttpController.h>
#include <drogon/HttpSimpleController.h>
#include <drogon/drogon.h>
#include <json/json.h>
#include <map>
#include <string>
#include <unordered_map>
using namespace drogon;
using Callback = std::function<void(const HttpResponsePtr &)>;

struct User {
  std::string name, email;
  int age = 0;
};
std::unordered_map<int, User> users;

namespace api::v1 {
class Users : public HttpController<Users> {
public:
  METHOD_LIST_BEGIN
  METHOD_ADD(Users::get, "/{id}", Get);
  METHOD_ADD(Users::update, "/{id}", Patch, "LoginFilter");
  ADD_METHOD_TO(Users::modify, "/people/{1}", Put, Patch);
  ADD_METHOD_VIA_REGEX(Users::by_regex, "/regex/(.*)", Patch);
  ADD_METHOD_TO(Users::replace, "/people/{1}/whole", Put);
  METHOD_LIST_END

  void get(const HttpRequestPtr &, Callback &&, int) const {}
  void update(const HttpRequestPtr &req, Callback &&callback, int id) {
    auto json = req->getJsonObject();
    auto resp = HttpResponse::newHttpResponse();
    if (!json) {
      callback(resp);
      return;
    }
    auto it = users.find(id);
    if (it == users.end()) {
      callback(resp);
      return;
    }
    auto &user = it->second;
    user.name = (*json)["name"].asString();
    // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: a PATCH request without 'name' overwrites 'user.name' with an empty value: what was stored is lost [async-patch-overwrite]
    // CHECK-NOTES: :[[@LINE-22]]:3: note: 'Users::update' answers PATCH of '/api/v1/Users/{id}', registered with 'HttpController::registerMethod' here
    // CHECK-NOTES: :[[@LINE-3]]:15: note: write it only when it was sent
    // CHECK-FIXES: {{^    }}if (json->isMember("name"))
    // CHECK-FIXES-NEXT: {{^      }}user.name = (*json)["name"].asString();
    user.age = json->get("age", 0).asInt();
    // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: a PATCH request without 'age' overwrites 'user.age' with 0
    // CHECK-FIXES: {{^    }}user.age = json->get("age", user.age).asInt();
    callback(resp);
  }
  // It answers PUT as well.
  void modify(const HttpRequestPtr &req, Callback &&callback, int id) const {
    users[id].email = req->getParameter("email");
    // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: a PATCH request without 'email' overwrites 'users[id].email' with an empty value
    // CHECK-NOTES: note: 'Users::modify' answers PATCH of '/people/{1}'
    // CHECK-FIXES: {{^    }}if (!req->getParameter("email").empty())
    // CHECK-FIXES-NEXT: {{^      }}users[id].email = req->getParameter("email");
    if (req->getMethod() == Put)
      users[id].name = req->getParameter("name");
    callback(HttpResponse::newHttpResponse());
  }
  void by_regex(const HttpRequestPtr &req, Callback &&, std::string) {
    const auto &body = *req->jsonObject();
    users.at(1).name = body.get("name", "").asString();
    // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: a PATCH request without 'name' overwrites 'users.at(1).name' with ""
    // CHECK-FIXES: {{^    }}if (body.isMember("name"))
    // CHECK-FIXES-NEXT: {{^      }}users.at(1).name = body.get("name", "").asString();
  }
  void replace(const HttpRequestPtr &req, Callback &&, int id) {
    users[id].name = (*req->getJsonObject())["name"].asString();
  }
};
} // namespace api::v1

class Profile : public HttpSimpleController<Profile> {
public:
  PATH_LIST_BEGIN
  PATH_ADD("/profile", Get, Patch);
  PATH_LIST_END
  void asyncHandleHttpRequest(const HttpRequestPtr &req, Callback &&callback) override {
    if (req->method() == Patch) {
      const auto json = req->getJsonObject();
      current_.name = (*json)["name"].asString();
      // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: a PATCH request without 'name' overwrites 'current_.name' with an empty value
      // CHECK-NOTES: note: 'Profile::asyncHandleHttpRequest' answers PATCH
      // CHECK-FIXES: {{^      }}if (json->isMember("name"))
      // CHECK-FIXES-NEXT: {{^        }}current_.name = (*json)["name"].asString();
    }
    callback(HttpResponse::newHttpResponse());
  }

private:
  User current_;
};

void save_name(const HttpRequestPtr &req, Callback &&callback, int id) {
  auto json = req->getJsonObject();
  users[id].name = json->get("name", Json::Value()).asString();
  // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: a PATCH request without 'name' overwrites 'users[id].name' with an empty value
  // CHECK-FIXES: {{^  }}if (json->isMember("name"))
  // CHECK-FIXES-NEXT: {{^    }}users[id].name = json->get("name", Json::Value()).asString();
}
void routes() {
  app().registerHandler("/users/{id}/name", &save_name, {Patch});
  app().registerHandler(
      "/users/{id}/email",
      [](const HttpRequestPtr &req, Callback &&callback, int id) {
        auto json = req->getJsonObject();
        users[id].email = (*json)["email"].asString();
        // CHECK-MESSAGES: :[[@LINE-1]]:25: warning: a PATCH request without 'email' overwrites 'users[id].email' with an empty value
        // CHECK-FIXES: {{^        }}if (json->isMember("email"))
        // CHECK-FIXES-NEXT: {{^          }}users[id].email = (*json)["email"].asString();
        callback(HttpResponse::newHttpResponse());
      },
      {Post, Patch});
  app().registerHandler(
      "/users/{id}",
      [](const HttpRequestPtr &req, Callback &&callback, int id) {
        users[id].email = (*req->getJsonObject())["email"].asString();
        callback(HttpResponse::newHttpResponse());
      },
      {Put, Post});
}
