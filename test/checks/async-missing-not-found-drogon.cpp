// Drogon: results, callbacks, and rows of coroutines.
// RUN: %check_async_tidy %s async-missing-not-found %t
#include <drogon/HttpController.h>
#include <drogon/drogon.h>
#include <drogon/orm/CoroMapper.h>
#include <drogon/orm/Mapper.h>
#include <string>

using namespace drogon;
using Callback = std::function<void(const HttpResponsePtr &)>;

struct Users {
  using PrimaryKeyType = int;
  const std::string &getValueOfName() const;
};

class UserController : public HttpController<UserController> {
public:
  METHOD_LIST_BEGIN
  ADD_METHOD_TO(UserController::one, "/users/{1}", Get);
  ADD_METHOD_TO(UserController::later, "/later/{1}", Get);
  ADD_METHOD_TO(UserController::awaited, "/awaited/{1}", Get);
  ADD_METHOD_TO(UserController::listed, "/listed/{1}", Get);
  ADD_METHOD_TO(UserController::checked, "/checked/{1}", Get);
  METHOD_LIST_END

  void one(const HttpRequestPtr &, Callback &&callback, int id) const {
    auto rows = app().getDbClient()->execSqlSync("select name from users where id = $1", id);
    auto answer = HttpResponse::newHttpResponse();
    answer->setBody(rows[0]["name"].as<std::string>());
    // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: the first row of 'DbClient::execSqlSync' is used without the answer that there is none
    // CHECK-NOTES: :[[@LINE-4]]:{{[0-9]+}}: note: 'rows' is looked up here
    // CHECK-NOTES: note: 'UserController::one' answers GET of '/users/{1}', registered with 'HttpController::registerMethod' here
    // CHECK-NOTES: :[[@LINE-4]]:21: note: answer 404 first
    callback(answer);
  }
  void later(const HttpRequestPtr &, Callback &&callback, int id) const {
    app().getDbClient()->execSqlAsync(
        "select name from users where id = $1",
        [callback](const orm::Result &rows) {
          auto answer = HttpResponse::newHttpResponse();
          answer->setBody(rows[0]["name"].as<std::string>());
          // CHECK-MESSAGES: :[[@LINE-1]]:27: warning: the first row of 'DbClient::execSqlAsync' is used
          callback(answer);
        },
        [callback](const orm::DrogonDbException &) { callback(HttpResponse::newHttpResponse()); }, id);
    auto rows = app().getDbClient()->execSqlAsyncFuture("select name from users where id = $1", id).get();
    auto answer = HttpResponse::newHttpResponse();
    answer->setBody(rows.front()["name"].as<std::string>());
    // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: the first row of 'DbClient::execSqlAsyncFuture' is used
    callback(answer);
  }
  Task<HttpResponsePtr> awaited(HttpRequestPtr, int id) {
    auto answer = HttpResponse::newHttpResponse();
    const auto rows = co_await app().getDbClient()->execSqlCoro("select name from users where id = $1", id);
    answer->setBody(rows.front()["name"].as<std::string>());
    // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: the first row of 'DbClient::execSqlCoro' is used
    answer->setBody((co_await app().getDbClient()->execSqlCoro("select name from users where id = $1", id))[0]["name"].as<std::string>());
    // CHECK-MESSAGES: :[[@LINE-1]]:52: warning: the first row of 'DbClient::execSqlCoro' is used
    co_return answer;
  }
  // A model's rows are looked up with criteria and no text.
  void listed(const HttpRequestPtr &, Callback &&callback, int id) const {
    orm::Mapper<Users> mapper(app().getDbClient());
    auto users = mapper.findBy(orm::Criteria("id", id));
    auto answer = HttpResponse::newHttpResponse();
    answer->setBody(users[0].getValueOfName());
    // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: the first row of 'Mapper::findBy' is used
    callback(answer);
  }
  void checked(const HttpRequestPtr &, Callback &&callback, int id) const {
    auto answer = HttpResponse::newHttpResponse();
    const auto rows = app().getDbClient()->execSqlSync("select name from users where id = $1", id);
    if (rows.size() != 1) {
      answer->setStatusCode(k404NotFound);
      return callback(answer);
    }
    answer->setBody(rows[0]["name"].as<std::string>());
    auto more = app().getDbClient()->execSqlSync("select name from users where boss = $1", id);
    for (const auto &row : more)
      answer->setBody(row["name"].as<std::string>());
    answer->setBody(more.empty() ? "" : more.front()["name"].as<std::string>());
    app().getDbClient()->execSqlAsync(
        "select name from users where id = $1",
        [callback, answer](const orm::Result &found) {
          if (found.empty()) {
            callback(HttpResponse::newNotFoundResponse());
            return;
          }
          answer->setBody(found[0]["name"].as<std::string>());
          callback(answer);
        },
        [callback](const orm::DrogonDbException &) { callback(HttpResponse::newHttpResponse()); }, id);
    auto count = app().getDbClient()->execSqlSync("select count(*) from users where boss = $1", id);
    answer->setBody(count[0]["count"].as<std::string>());
    callback(answer);
  }
};
