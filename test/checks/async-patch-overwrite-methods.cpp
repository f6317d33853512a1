// One handler for several methods: only what runs for PATCH counts.
// RUN: %check_async_tidy %s async-patch-overwrite %t --no-fix
#include <drogon/HttpController.h>
#include <drogon/drogon.h>
#include <json/json.h>
#include <map>
#include <string>

using namespace drogon;
using Callback = std::function<void(const HttpResponsePtr &)>;

struct User {
  std::string name, email;
};
std::map<std::string, User> users;

void replace(User &user, const Json::Value &body) { user.email = body["email"].asString(); }
void change(User &user, const Json::Value &body) {
  user.email = body["email"].asString();
  // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: a PATCH request without 'email' overwrites 'user.email' with an empty value
}

class UserController : public HttpController<UserController> {
public:
  METHOD_LIST_BEGIN
  ADD_METHOD_TO(UserController::both, "/users/{1}", Put, Patch);
  ADD_METHOD_TO(UserController::flagged, "/flagged/{1}", Put, Patch);
  ADD_METHOD_TO(UserController::turned, "/turned/{1}", Put, Patch);
  METHOD_LIST_END

  void both(const HttpRequestPtr &req, Callback &&callback, std::string id) {
    const auto body = req->getJsonObject();
    User &user = users.at(id);
    if (req->method() == Patch) {
      user.name = (*body)["name"].asString();
      // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: a PATCH request without 'name' overwrites 'user.name' with an empty value
      change(user, *body);
    } else {
      user.name = (*body)["name"].asString();
      replace(user, *body);
    }
    callback(HttpResponse::newHttpResponse());
  }
  void flagged(const HttpRequestPtr &req, Callback &&callback, std::string id) {
    const bool partial = req->method() == Patch;
    const auto body = req->getJsonObject();
    User &user = users.at(id);
    if (!partial)
      user.name = (*body)["name"].asString();
    if (partial) {
      user.email = (*body)["email"].asString();
      // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: a PATCH request without 'email' overwrites 'user.email' with an empty value
    }
    callback(HttpResponse::newHttpResponse());
  }
  void turned(const HttpRequestPtr &req, Callback &&callback, std::string id) {
    const auto body = req->getJsonObject();
    User &user = users.at(id);
    if (req->method() != Patch)
      replace(user, *body);
    else
      change(user, *body);
    callback(HttpResponse::newHttpResponse());
  }
};
