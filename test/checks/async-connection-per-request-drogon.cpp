// drogon: handlers, controllers, filters; what it makes itself.
// RUN: %check_async_tidy %s async-connection-per-request %t
#include <drogon/HttpController.h>
#include <drogon/HttpSimpleController.h>
#include <drogon/drogon.h>
#include <drogon/plugins/Plugin.h>
#include <memory>
#include <pqxx/pqxx>
#include <sw/redis++/redis++.h>
using namespace drogon;
using Callback = std::function<void(const HttpResponsePtr &)>;

// The classes of drogon, their factories.
class Orders : public HttpController<Orders> {
public:
  METHOD_LIST_BEGIN
  METHOD_ADD(Orders::get, "/{1}", Get);
  METHOD_ADD(Orders::coro, "/coro", Get);
  METHOD_LIST_END

  void get(const HttpRequestPtr &, Callback &&, int) {
    auto db = orm::DbClient::newPgClient("host=db", 4);
    // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: 'DbClient::newPgClient' is created anew for every request: each one opens a whole pool of connections, and a burst opens more than the server takes [async-connection-per-request]
    // CHECK-NOTES: :[[@LINE-7]]:3: note: 'Orders::get' runs for every request: given to 'HttpController::registerMethod' here
    // CHECK-NOTES: :[[@LINE-3]]:15: note: use drogon::app().getDbClient(): the client that the configuration or addDbClient makes
    auto pooled = app().getDbClient();
    auto cached = app().getRedisClient();
  }
  Task<HttpResponsePtr> coro(HttpRequestPtr) {
    auto client = HttpClient::newHttpClient("http://billing");
    // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: 'HttpClient::newHttpClient' is created anew for every request: each one connects again, and a burst runs out of connections and ports
    co_return co_await lookup();
  }

private:
  static Task<HttpResponsePtr> lookup() {
    sw::redis::Redis redis("tcp://cache:6379");
    // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: 'Redis' is created anew for every request: each one opens a whole pool of connections
    // CHECK-NOTES: note: 'Orders::coro' calls 'Orders::lookup' here
    // CHECK-NOTES: note: 'Orders::coro' runs for every request: given to 'HttpController::registerMethod' here
    co_return HttpResponsePtr();
  }
};

class Simple : public HttpSimpleController<Simple> {
public:
  void asyncHandleHttpRequest(const HttpRequestPtr &, Callback &&) override {
    pqxx::connection conn("host=db");
    // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: 'connection' is created anew for every request: each one pays for the connection, and a burst opens more than the server takes
    // CHECK-NOTES: :[[@LINE-3]]:8: note: 'Simple::asyncHandleHttpRequest' runs for every request: it overrides 'HttpSimpleControllerBase::asyncHandleHttpRequest'
  }
};

void routes() {
  app().registerHandler("/redis", [](const HttpRequestPtr &, Callback &&) {
    auto redis =
        nosql::RedisClient::newRedisClient(trantor::InetAddress("cache", 6379));
    // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'RedisClient::newRedisClient' is created anew for every request
  });
  app().registerHandler("/mysql", [](HttpRequestPtr) -> Task<HttpResponsePtr> {
    auto db = orm::DbClient::newMysqlClient("host=db", 4);
    // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: 'DbClient::newMysqlClient' is created anew for every request
    co_return HttpResponsePtr();
  });
  app().registerPreRoutingAdvice([](const HttpRequestPtr &) {
    auto db = orm::DbClient::newPgClient("host=db", 1);
    // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: 'DbClient::newPgClient' is created anew for every request
  });

  // Once, and not for a request.
  app().registerBeginningAdvice([] {
    auto db = orm::DbClient::newPgClient("host=db", 4);
    app().createDbClient("postgresql", "db", 5432, "orders", "", "");
  });
  app().getLoop()->runEvery(60.0, [] {
    auto db = orm::DbClient::newPgClient("host=db", 1);
  });
  // A file: strict.
  app().registerHandler("/file", [](const HttpRequestPtr &, Callback &&) {
    auto db = orm::DbClient::newSqlite3Client("filename=orders.db", 1);
  });
}

class Database : public Plugin<Database> {
public:
  void initAndStart(const Json::Value &) override {
    db = orm::DbClient::newPgClient("host=db", 4);
  }
  void shutdown() override {}
  orm::DbClientPtr db;
};
