// RUN: %check_async_tidy %s async-blocking-call %t --no-fix
#include <drogon/HttpController.h>
#include <drogon/drogon.h>
#include <drogon/orm/CoroMapper.h>
#include <drogon/orm/Mapper.h>
#include <fstream>
#include <functional>
#include <thread>

using namespace drogon;
using Callback = std::function<void(const HttpResponsePtr &)>;

struct Order {};

Task<HttpResponsePtr> overloads_of_a_mapper(orm::Mapper<Order> Orders, orm::CoroMapper<Order> Awaited, Order New) {
  Orders.insert(New);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'Mapper::insert' blocks the event loop: it waits for the database [async-blocking-call]
  Orders.insert(
      New, [](Order) {}, [](const orm::DrogonDbException &) {});
  co_await Awaited.insert(New);
  auto Found = Orders.findByPrimaryKey(1);
  // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: 'Mapper::findByPrimaryKey' blocks the event loop: it waits for the database [async-blocking-call]
  co_return HttpResponsePtr();
}

Task<HttpResponsePtr> overloads_of_a_request(HttpClientPtr Client, HttpRequestPtr Request) {
  auto Answer = Client->sendRequest(Request);
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: 'HttpClient::sendRequest' blocks the event loop: it waits for an HTTP answer [async-blocking-call]
  Client->sendRequest(Request, [](ReqResult, const HttpResponsePtr &) {});
  auto Awaited = co_await Client->sendRequestCoro(Request);
  co_return Awaited;
}

Task<> database_client(orm::DbClientPtr Db) {
  Db->execSqlSync("select 1");
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'DbClient::execSqlSync' blocks the event loop: it waits for the database [async-blocking-call]
  co_await Db->execSqlCoro("select 1");
  Db->execSqlAsyncFuture("select 1").get();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: '{{.*}}get' blocks the event loop: it waits for other work to finish [async-blocking-call]
}

class Orders : public HttpController<Orders> {
public:
  METHOD_LIST_BEGIN
  METHOD_ADD(Orders::list, "/orders", Get);
  METHOD_LIST_END

  void list(const HttpRequestPtr &Request, Callback &&Answer) {
    std::ifstream In("orders.csv");
    // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: 'std::ifstream' blocks the event loop: it waits for the disk [async-blocking-call]
    Answer(HttpResponsePtr());
  }
  void not_a_route() { std::ifstream In("orders.csv"); }
};

void start_up_is_silent(orm::DbClientPtr Db) {
  app().registerBeginningAdvice([Db] { Db->execSqlSync("create table orders"); });
}

void handlers_by_lambda(orm::DbClientPtr Db) {
  app().registerHandler("/orders", [Db](const HttpRequestPtr &, Callback &&Answer) {
    Db->execSqlSync("select 1");
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'DbClient::execSqlSync' blocks the event loop: it waits for the database [async-blocking-call]
    Answer(HttpResponsePtr());
  });
}

class Authenticated : public HttpFilter<Authenticated> {
public:
  void doFilter(const HttpRequestPtr &, FilterCallback &&, FilterChainCallback &&Next) override {
    std::ifstream In("tokens");
    // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: 'std::ifstream' blocks the event loop: it waits for the disk [async-blocking-call]
    // CHECK-NOTES: :[[@LINE-3]]:8: note: '{{.*}}doFilter' runs on the event loop: it overrides '{{.*}}doFilter'
    Next();
  }
};
