// UPDATE through drogon's client: execSqlCoro, execSqlSync, execSqlAsync, <<.
// RUN: %check_async_tidy %s async-patch-overwrite %t
#include <drogon/HttpController.h>
#include <drogon/drogon.h>
#include <drogon/orm/DbClient.h>
#include <json/json.h>
#include <optional>
#include <string>
using namespace drogon;
using Callback = std::function<void(const HttpResponsePtr &)>;

class Users : public HttpController<Users> {
public:
  METHOD_LIST_BEGIN
  METHOD_ADD(Users::update, "/{id}", Patch);
  METHOD_ADD(Users::change, "/{id}/coro", Patch);
  METHOD_ADD(Users::keep, "/{id}/kept", Patch);
  METHOD_ADD(Users::replace, "/{id}", Put);
  METHOD_LIST_END

  void update(const HttpRequestPtr &req, Callback &&callback, int id) {
    auto json = req->getJsonObject();
    if (!json)
      return callback(HttpResponse::newHttpResponse());
    auto db = app().getDbClient();
    *db << "UPDATE users SET name = $1, age = $2 WHERE id = $3" << (*json)["name"].asString() << (*json)["age"].asInt() << id;
    // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: a PATCH request without 'name' sets the column 'name' to an empty value: what was stored is lost [async-patch-overwrite]
    // CHECK-NOTES: note: 'Users::update' answers PATCH of '/{{.*}}/{id}', registered with 'HttpController::registerMethod' here
    // CHECK-NOTES: note: bind a null for what wasn't sent, with 'COALESCE(..., name)', or name only the columns that were sent
    // CHECK-MESSAGES: :[[@LINE-4]]:{{[0-9]+}}: warning: a PATCH request without 'age' sets the column 'age' to 0
    db->execSqlSync("update users set email = $1 where id = $2", json->get("email", "").asString(), id);
    // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: a PATCH request without 'email' sets the column 'email' to ""
    db->execSqlAsync(
        "UPDATE users SET phone = $1 WHERE id = $2",
        [callback](const orm::Result &) { callback(HttpResponse::newHttpResponse()); },
        [callback](const orm::DrogonDbException &) { callback(HttpResponse::newHttpResponse()); },
        (*json)["phone"].asString(), id);
    // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: a PATCH request without 'phone' sets the column 'phone' to an empty value
  }

  Task<HttpResponsePtr> change(HttpRequestPtr req, int id) {
    auto json = req->jsonObject();
    auto db = app().getDbClient();
    auto name = json->get("name", "").asString();
    co_await db->execSqlCoro("UPDATE users SET name = $1 WHERE id = $2", name, id);
    // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: a PATCH request without 'name' sets the column 'name' to ""
    // CHECK-NOTES: :[[@LINE-3]]:{{[0-9]+}}: note: 'name' is read here
    auto transaction = co_await db->newTransactionCoro();
    co_await transaction->execSqlCoro("UPDATE users SET city = $2 WHERE id = $1", id, req->getParameter("city"));
    // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: a PATCH request without 'city' sets the column 'city' to an empty value
    co_await rename(id, (*json)["name"].asString());
    co_return HttpResponse::newHttpResponse();
  }

  Task<> rename(int id, std::string name) {
    co_await app().getDbClient()->execSqlCoro("UPDATE users SET name = $2 WHERE id = $1", id, name);
    // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: a PATCH request without 'name' sets the column 'name' to an empty value
    // CHECK-NOTES: :[[@LINE-7]]:{{[0-9]+}}: note: 'name' is read here
    // CHECK-NOTES: :[[@LINE-8]]:{{[0-9]+}}: note: 'Users::change' passes it to 'Users::rename' here
    // CHECK-NOTES: note: 'Users::change' answers PATCH
  }

  // Nothing is lost.
  Task<HttpResponsePtr> keep(HttpRequestPtr req, int id) {
    auto json = req->getJsonObject();
    auto db = app().getDbClient();
    std::optional<std::string> name;
    if (json->isMember("name"))
      name = (*json)["name"].asString();
    co_await db->execSqlCoro("UPDATE users SET name = COALESCE($1, name) WHERE id = $2", name, id);
    co_await db->execSqlCoro("UPDATE users SET seen = NOW() WHERE name = $1", (*json)["name"].asString());
    co_await db->execSqlCoro("SELECT * FROM users WHERE name = $1", (*json)["name"].asString());
    co_await db->execSqlCoro("INSERT INTO log (what) VALUES ($1)", (*json)["reason"].asString());
    if (json->isMember("name") && (*json)["name"].isString())
      co_await db->execSqlCoro("UPDATE users SET name = $1 WHERE id = $2", (*json)["name"].asString(), id);
    if (auto email = req->getOptionalParameter<std::string>("email"))
      co_await db->execSqlCoro("UPDATE users SET email = $1 WHERE id = $2", *email, id);
    const auto city = req->getParameter("city");
    if (city.empty())
      co_return HttpResponse::newHttpResponse();
    *db << "UPDATE users SET city = $1 WHERE id = $2" << city << id;
    co_return HttpResponse::newHttpResponse();
  }
  void replace(const HttpRequestPtr &req, Callback &&callback, int id) {
    auto json = req->getJsonObject();
    *app().getDbClient() << "UPDATE users SET name = $1 WHERE id = $2" << (*json)["name"].asString() << id;
    callback(HttpResponse::newHttpResponse());
  }
};
