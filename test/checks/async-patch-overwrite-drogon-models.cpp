// drogon's models: setters mark a column as changed, and update writes the changed ones.
// RUN: %check_async_tidy %s async-patch-overwrite %t
#include <drogon/HttpController.h>
#include <drogon/drogon.h>
#include <drogon/orm/CoroMapper.h>
#include <drogon/orm/Mapper.h>
#include <json/json.h>
#include <memory>
#include <string>
#include <vector>
using namespace drogon;
using namespace drogon::orm;
using Callback = std::function<void(const HttpResponsePtr &)>;

// As drogon_ctl writes it.
namespace drogon_model::shop {
class Users {
public:
  using PrimaryKeyType = int32_t;
  Users() = default;
  explicit Users(const Json::Value &pJson) noexcept(false) {
    if (pJson.isMember("name")) {
      dirtyFlag_[1] = true;
      if (!pJson["name"].isNull())
        name_ = std::make_shared<std::string>(pJson["name"].asString());
    }
  }
  void updateByJson(const Json::Value &pJson) noexcept(false);
  static bool validateJsonForUpdate(const Json::Value &pJson, std::string &err);
  const int32_t &getValueOfId() const noexcept;
  void setId(const int32_t &pId) noexcept;
  const std::string &getValueOfName() const noexcept;
  void setName(const std::string &pName) noexcept;
  void setName(std::string &&pName) noexcept;
  void setNameToNull() noexcept;
  void setAge(const int32_t &pAge) noexcept;
  void setEmail(const std::string &pEmail) noexcept;

private:
  std::shared_ptr<std::string> name_;
  bool dirtyFlag_[3] = {false};
};
} // namespace drogon_model::shop
using drogon_model::shop::Users;

class UsersCtrl : public HttpController<UsersCtrl> {
public:
  METHOD_LIST_BEGIN
  METHOD_ADD(UsersCtrl::update, "/{id}", Patch);
  METHOD_ADD(UsersCtrl::coro, "/{id}/coro", Patch);
  METHOD_ADD(UsersCtrl::generated, "/{id}/generated", Patch, Put);
  METHOD_ADD(UsersCtrl::kept, "/{id}/kept", Patch);
  METHOD_ADD(UsersCtrl::replace, "/{id}", Put);
  METHOD_LIST_END

  void update(const HttpRequestPtr &req, Callback &&callback, int id) {
    auto json = req->getJsonObject();
    Mapper<Users> mapper(app().getDbClient());
    auto user = mapper.findByPrimaryKey(id);
    user.setName((*json)["name"].asString());
    // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: a PATCH request without 'name' has 'user.setName' overwrite what was stored with an empty value [async-patch-overwrite]
    // CHECK-NOTES: note: 'UsersCtrl::update' answers PATCH of '/UsersCtrl/{id}', registered with 'HttpController::registerMethod' here
    // CHECK-NOTES: :[[@LINE-3]]:10: note: write it only when it was sent
    // CHECK-FIXES: {{^    }}if (json->isMember("name"))
    // CHECK-FIXES-NEXT: {{^      }}user.setName((*json)["name"].asString());
    user.setAge(json->get("age", 0).asInt());
    // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: a PATCH request without 'age' has 'user.setAge' overwrite what was stored with 0
    // CHECK-FIXES: {{^    }}if (json->isMember("age"))
    // CHECK-FIXES-NEXT: {{^      }}user.setAge(json->get("age", 0).asInt());
    mapper.update(user);

    // A fresh model: what is set is written, wherever it comes from.
    Users fresh;
    fresh.setId(id);
    fresh.setEmail((*json)["email"].asString());
    // CHECK-MESSAGES: :[[@LINE-1]]:11: warning: a PATCH request without 'email' has 'fresh.setEmail' overwrite what was stored with an empty value
    // CHECK-NOTES: note: write it only when it was sent
    // CHECK-FIXES: {{^    }}if (json->isMember("email"))
    // CHECK-FIXES-NEXT: {{^      }}fresh.setEmail((*json)["email"].asString());
    mapper.update(fresh);

    mapper.findOne(
        Criteria("id", id),
        [json, callback](Users found) {
          found.setName((*json)["name"].asString());
          // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: a PATCH request without 'name' has 'found.setName' overwrite what was stored with an empty value
          // CHECK-FIXES: {{^          }}if (json->isMember("name"))
          // CHECK-FIXES-NEXT: {{^            }}found.setName((*json)["name"].asString());
          Mapper<Users>(app().getDbClient())
              .update(found, [callback](const size_t) { callback(HttpResponse::newHttpResponse()); }, [](const DrogonDbException &) {});
        },
        [](const DrogonDbException &) {});
    mapper.updateBy({"name", "age"}, Criteria("id", id), (*json)["name"].asString(), json->get("age", 18).asInt());
    // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: a PATCH request without 'name' sets the column 'name' to an empty value
    // CHECK-MESSAGES: :[[@LINE-2]]:{{[0-9]+}}: warning: a PATCH request without 'age' sets the column 'age' to 18
  }

  Task<HttpResponsePtr> coro(HttpRequestPtr req, int id) {
    auto json = req->getJsonObject();
    CoroMapper<Users> mapper(app().getDbClient());
    auto user = co_await mapper.findByPrimaryKey(id);
    user.setName(json->get("name", "").asString());
    // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: a PATCH request without 'name' has 'user.setName' overwrite what was stored with ""
    // CHECK-FIXES: {{^    }}if (json->isMember("name"))
    // CHECK-FIXES-NEXT: {{^      }}user.setName(json->get("name", "").asString());
    co_await mapper.update(user);
    co_return HttpResponse::newHttpResponse();
  }

  // As drogon_ctl writes it: only what was sent is set, and only what was set is written.
  void generated(const HttpRequestPtr &req, Callback &&callback, int id) {
    auto jsonPtr = req->jsonObject();
    if (!jsonPtr)
      return;
    Users object;
    std::string err;
    if (!Users::validateJsonForUpdate(*jsonPtr, err))
      return;
    object.updateByJson(*jsonPtr);
    object.setId(id);
    Mapper<Users> mapper(app().getDbClient());
    mapper.update(object, [callback](const size_t) { callback(HttpResponse::newHttpResponse()); }, [](const DrogonDbException &) {});
    Users other(*jsonPtr);
    mapper.update(other);
  }
  void kept(const HttpRequestPtr &req, Callback &&, int id) {
    auto json = req->getJsonObject();
    Mapper<Users> mapper(app().getDbClient());
    auto user = mapper.findByPrimaryKey(id);
    if (json->isMember("name"))
      user.setName((*json)["name"].asString());
    user.setName(json->get("name", user.getValueOfName()).asString());
    user.setId(id);
    mapper.update(user);
    Users made(*json);
    mapper.insert(made);
  }
  void replace(const HttpRequestPtr &req, Callback &&, int id) {
    Users user;
    user.setId(id);
    user.setName((*req->getJsonObject())["name"].asString());
    Mapper<Users>(app().getDbClient()).update(user);
  }
};
