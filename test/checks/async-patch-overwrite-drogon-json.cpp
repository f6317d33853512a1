// The JSON of a request of drogon's, and its models.
// RUN: %check_async_tidy %s async-patch-overwrite %t
#include <drogon/HttpController.h>
#include <drogon/drogon.h>
#include <drogon/orm/Mapper.h>
#include <json/json.h>
#include <map>
#include <memory>
#include <mutex>
#include <string>

using namespace drogon;
using Callback = std::function<void(const HttpResponsePtr &)>;

// As the generator of models writes it.
namespace drogon_model::shop {
class Orders {
public:
  using PrimaryKeyType = int32_t;
  explicit Orders(const Json::Value &json) noexcept(false);
  void updateByJson(const Json::Value &json) noexcept(false);
  void setId(const int32_t &id) noexcept;
  void setNote(const std::string &note) noexcept;
  void setQuantity(const int32_t &quantity) noexcept;
  void setShipped(const bool &shipped) noexcept;
  Json::Value toJson() const;
};
} // namespace drogon_model::shop
using drogon_model::shop::Orders;

struct User {
  std::string name;
  std::string email;
  int age = 0;
  bool active = true;
};

class UserController : public HttpController<UserController> {
public:
  METHOD_LIST_BEGIN
  ADD_METHOD_TO(UserController::patch, "/users/{1}", Patch);
  ADD_METHOD_TO(UserController::modify, "/members/{1}", Patch);
  ADD_METHOD_TO(UserController::replace, "/users/{1}", Put);
  METHOD_LIST_END

  void patch(const HttpRequestPtr &req, Callback &&callback, const std::string &id) {
    auto json = req->getJsonObject();
    if (!json) {
      auto response = HttpResponse::newHttpResponse();
      response->setStatusCode(k400BadRequest);
      callback(response);
      return;
    }
    std::lock_guard<std::mutex> lock(mutex_);
    auto it = users_.find(id);
    if (it == users_.end())
      return callback(HttpResponse::newHttpResponse());
    User &user = it->second;
    user.name = (*json)["name"].asString();
    // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: a PATCH request without 'name' overwrites 'user.name' with an empty value: what was stored is lost [async-patch-overwrite]
    // CHECK-NOTES: :[[@LINE-20]]:3: note: 'UserController::patch' answers PATCH of '/users/{1}', registered with 'HttpController::registerMethod' here
    // CHECK-NOTES: :[[@LINE-3]]:15: note: write it only when it was sent
    // CHECK-FIXES: if (json->isMember("name"))
    // CHECK-FIXES-NEXT: user.name = (*json)["name"].asString();
    user.age = (*json)["age"].asInt();
    // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: a PATCH request without 'age' overwrites 'user.age' with 0
    // CHECK-FIXES: if (json->isMember("age"))
    // CHECK-FIXES-NEXT: user.age = (*json)["age"].asInt();
    user.email = json->get("email", "").asString();
    // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: a PATCH request without 'email' overwrites 'user.email' with ""
    // CHECK-FIXES: user.email = json->get("email", user.email).asString();
    user.active = json->get("active", true).asBool();
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: a PATCH request without 'active' overwrites 'user.active' with true
    // CHECK-FIXES: user.active = json->get("active", user.active).asBool();
    callback(HttpResponse::newHttpResponse());
  }

  void modify(const HttpRequestPtr &req, Callback &&callback, std::string id) {
    const auto &json = *req->jsonObject();
    User &user = users_.at(id);
    const auto name = json["name"].asString();
    if (!name.empty())
      user.name = name;
    if (json.isMember("email"))
      user.email = json["email"].asString();
    user.age = json.get("age", user.age).asInt();
    user.active = json["active"].asBool();
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: a PATCH request without 'active' overwrites 'user.active' with false
    // CHECK-FIXES: if (json.isMember("active"))
    // CHECK-FIXES-NEXT: user.active = json["active"].asBool();
    callback(HttpResponse::newHttpResponse());
  }

  void replace(const HttpRequestPtr &req, Callback &&callback, std::string id) {
    auto json = req->getJsonObject();
    users_[id].name = (*json)["name"].asString();
    callback(HttpResponse::newHttpResponse());
  }

private:
  std::mutex mutex_;
  std::map<std::string, User> users_;
};

void models() {
  app().registerHandler(
      "/orders/{1}",
      [](const HttpRequestPtr &req, Callback &&callback, int id) {
        auto json = req->getJsonObject();
        if (!json || !json->isObject()) {
          callback(HttpResponse::newHttpResponse());
          return;
        }
        orm::Mapper<Orders> mapper(app().getDbClient());
        auto order = mapper.findByPrimaryKey(id);
        order.setNote((*json)["note"].asString());
        // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: a PATCH request without 'note' has 'order.setNote' overwrite what was stored with an empty value
        // CHECK-NOTES: :[[@LINE-12]]:9: note: 'lambda' answers PATCH of '/orders/{1}', registered with 'HttpAppFramework::registerHandler' here
        // CHECK-NOTES: :[[@LINE-3]]:15: note: write it only when it was sent
        // CHECK-FIXES: if (json->isMember("note"))
        // CHECK-FIXES-NEXT: order.setNote((*json)["note"].asString());
        order.setQuantity(json->get("quantity", 1).asInt());
        // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: a PATCH request without 'quantity' has 'order.setQuantity' overwrite what was stored with 1
        if (json->isMember("shipped"))
          order.setShipped((*json)["shipped"].asBool());
        mapper.update(order);
        callback(HttpResponse::newHttpJsonResponse(order.toJson()));
      },
      {Patch});
  // A model writes the columns alone that were set.
  app().registerHandler(
      "/orders/{1}/note",
      [](const HttpRequestPtr &req, Callback &&callback, int id) {
        orm::Mapper<Orders> mapper(app().getDbClient());
        auto order = mapper.findByPrimaryKey(id);
        order.updateByJson(*req->getJsonObject());
        mapper.update(order);

        Orders other(*req->getJsonObject());
        other.setId(id);
        mapper.update(other);
        callback(HttpResponse::newHttpResponse());
      },
      {Patch});
}
