// What is said too late, what says nothing, and what somebody else may say.
// RUN: %check_async_tidy %s async-missing-pool-parameters %t --fix-notes
#include <chrono>
#include <drogon/orm/DbClient.h>
#include <libpq-fe.h>
#include <sw/redis++/redis++.h>

using sw::redis::ConnectionOptions;
using sw::redis::ConnectionPoolOptions;
using sw::redis::Redis;

void too_late(const ConnectionOptions &Where) {
  ConnectionPoolOptions Options;
  Options.size = 8;
  Options.connection_lifetime = std::chrono::minutes(10);
  Redis Cache(Where, Options);
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'Redis' makes a pool without 'wait_timeout': a request waits for ever
  // CHECK-FIXES: Options.wait_timeout = std::chrono::seconds(30); // WaitSeconds
  // CHECK-FIXES-NEXT: Redis Cache(Where, Options);
  Options.wait_timeout = std::chrono::seconds(1);
}

// The second turn has what the first one said.
void in_a_loop(const ConnectionOptions &Where) {
  ConnectionPoolOptions Options;
  Options.size = 8;
  Options.connection_lifetime = std::chrono::minutes(10);
  for (int Turn = 0; Turn < 2; ++Turn) {
    Redis Cache(Where, Options);
    Options.wait_timeout = std::chrono::seconds(1);
  }
}

void handed_on_too_late(const ConnectionOptions &Where,
                        void (&configure)(ConnectionPoolOptions &)) {
  ConnectionPoolOptions Options;
  Redis Cache(Where, Options);
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'Redis' makes a pool without 'size', 'wait_timeout', 'connection_lifetime'
  // CHECK-FIXES: Options.size = 10; // PoolSize
  configure(Options);
}

// A value that says nothing is replaced.
void nothing() {
  PQfinish(PQconnectdb("host=db connect_timeout=0 dbname=orders"));
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: 'PQconnectdb' makes a connection without 'connect_timeout'
  // CHECK-FIXES: PQfinish(PQconnectdb("host=db connect_timeout=30 dbname=orders" /*WaitSeconds*/));
  PQfinish(PQconnectdb("postgresql://db/orders?connect_timeout=0&sslmode=require"));
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: 'PQconnectdb' makes a connection without 'connect_timeout'
  // CHECK-FIXES: PQfinish(PQconnectdb("postgresql://db/orders?connect_timeout=30&sslmode=require" /*WaitSeconds*/));
}

// Whoever gets the client may set its timeout.
void configure(const drogon::orm::DbClientPtr &Client);
void handed_on() {
  auto Client = drogon::orm::DbClient::newPgClient("host=db connect_timeout=3", 4);
  configure(Client);
}

// The object is named as the assignment names it; what stands behind on the
// same line stays.
struct Clients {
  drogon::orm::DbClientPtr orders;
  drogon::orm::DbClientPtr stock;
  explicit Clients(const std::string &Where) { orders = drogon::orm::DbClient::newPgClient(Where, 4); }
  // CHECK-MESSAGES: :[[@LINE-1]]:57: warning: 'DbClient::newPgClient' makes a pool without 'setTimeout'
  // CHECK-FIXES: newPgClient(Where, 4); orders->setTimeout(30); /*WaitSeconds*/ }
};
void fill(Clients &All, const std::string &Where) {
  All.stock = drogon::orm::DbClient::newPgClient(Where, 4);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: 'DbClient::newPgClient' makes a pool without 'setTimeout'
  // CHECK-FIXES: All.stock->setTimeout(30); // WaitSeconds
}

// Of several constructors, the one that takes a text.
void by_text() {
  auto Cache = std::make_unique<Redis>("tcp://cache");
  // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: 'Redis' makes a pool without 'pool_size'
  // CHECK-FIXES: std::make_unique<Redis>("tcp://cache?pool_size=10
}
