// RUN: %check_async_tidy %s async-blocking-call %t
#include <cpr/cpr.h>
#include <httplib.h>
#include <mock/task.h>
#include <mongocxx/pool.hpp>
#include <pqxx/pqxx>
#include <sw/redis++/redis++.h>

Task<> pqxx_waits(pqxx::work &Transaction) {
  pqxx::connection Own("dbname=orders");
  // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: 'pqxx::connection' blocks the event loop: it waits for the database [async-blocking-call]
  pqxx::result Rows = Transaction.exec("select 1");
  // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: 'work::exec' blocks the event loop: it waits for the database [async-blocking-call]
  Transaction.exec_params("select $1", 1);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'work::exec_params' blocks the event loop: it waits for the database [async-blocking-call]
  Transaction.commit();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'work::commit' blocks the event loop: it waits for the database [async-blocking-call]
  co_await next_event();
}

Task<> pqxx_results_are_local(pqxx::result &Rows) {
  int Sum = 0;
  for (int I = 0; I < Rows.size(); ++I)
    Sum += Rows[I][0].as<int>();
  co_await next_event();
}

Task<> cpr_waits() {
  cpr::Response Answer = cpr::Get(cpr::Url{"http://stock"});
  // CHECK-MESSAGES: :[[@LINE-1]]:26: warning: 'Get' blocks the event loop: it waits for an HTTP answer [async-blocking-call]
  cpr::Session Session;
  Session.Post();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'Session::Post' blocks the event loop: it waits for an HTTP answer [async-blocking-call]
  cpr::AsyncResponse Later = cpr::GetAsync(cpr::Url{"http://stock"});
  Later.get();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'AsyncResponse::get' blocks the event loop: it waits for an HTTP answer [async-blocking-call]
  co_await next_event();
}

Task<> cpr_callbacks_are_fine() {
  cpr::GetCallback([](cpr::Response) {}, cpr::Url{"http://stock"});
  co_await next_event();
}

Task<> httplib_client_waits(httplib::Client &Client) {
  auto Answer = Client.Get("/stock");
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: 'Client::Get' blocks the event loop: it waits for an HTTP answer [async-blocking-call]
  Client.Post("/stock", "{}", "application/json");
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'Client::Post' blocks the event loop: it waits for an HTTP answer [async-blocking-call]
  co_await next_event();
}

Task<> redis_plus_plus_waits(sw::redis::Redis &Redis) {
  auto Value = Redis.get("answer");
  // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: 'Redis::get' blocks the event loop: it waits for the cache server [async-blocking-call]
  Redis.set("answer", "42");
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'Redis::set' blocks the event loop: it waits for the cache server [async-blocking-call]
  co_await next_event();
}

Task<> redis_plus_plus_callbacks_are_fine(sw::redis::AsyncRedis &Redis) {
  Redis.get("answer", [](sw::redis::Future<sw::redis::OptionalString> &&) {});
  co_await next_event();
}

Task<> mongocxx_waits(mongocxx::pool &Pool, bsoncxx::document::view Filter) {
  auto Client = Pool.acquire();
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: 'pool::acquire' blocks the event loop: it waits for the database [async-blocking-call]
  mongocxx::collection Orders = (*Client)["shop"]["orders"];
  auto Found = Orders.find_one(Filter);
  // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: 'collection::find_one' blocks the event loop: it waits for the database [async-blocking-call]
  Orders.insert_one(Filter);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'collection::insert_one' blocks the event loop: it waits for the database [async-blocking-call]
  co_await next_event();
}

Task<> mongocxx_find_is_lazy(mongocxx::collection Orders, bsoncxx::document::view Filter) {
  mongocxx::cursor Found = Orders.find(Filter);
  co_await next_event();
}
