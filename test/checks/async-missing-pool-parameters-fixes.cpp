// RUN: %check_async_tidy %s async-missing-pool-parameters %t --fix-notes --options 'PoolSize: 7, WaitSeconds: 9'
#include <chrono>
#include <drogon/nosql/RedisClient.h>
#include <libpq-fe.h>
#include <mongocxx/pool.hpp>
#include <mongocxx/uri.hpp>
#include <soci/soci.h>
#include <sw/redis++/redis++.h>

using sw::redis::ConnectionOptions;
using sw::redis::ConnectionPoolOptions;
using sw::redis::Redis;

void left_out(const ConnectionOptions &Where) {
  Redis Cache(Where);
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'Redis' makes a pool without
  // CHECK-FIXES: Redis Cache(Where, sw::redis::ConnectionPoolOptions{.size = 7 /*PoolSize*/, .wait_timeout = std::chrono::seconds(9) /*WaitSeconds*/, .connection_lifetime = std::chrono::seconds(3600) /*RecycleSeconds*/});
}

void in_a_variable(const ConnectionOptions &Where) {
  ConnectionPoolOptions Options;
  Options.size = 3;
  Redis Cache(Where, Options);
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'Redis' makes a pool without
  // CHECK-FIXES: Options.wait_timeout = std::chrono::seconds(9); // WaitSeconds
  // CHECK-FIXES-NEXT: Options.connection_lifetime = std::chrono::seconds(3600); // RecycleSeconds
  // CHECK-FIXES-NEXT: Redis Cache(Where, Options);
}

void texts() {
  PGconn *A = PQconnectdb("host=db");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: 'PQconnectdb' makes a connection without
  // CHECK-FIXES: PQconnectdb("host=db connect_timeout=9" /*WaitSeconds*/);
  PGconn *B = PQconnectdb("postgresql://db/orders");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: 'PQconnectdb' makes a connection without
  // CHECK-FIXES: PQconnectdb("postgresql://db/orders?connect_timeout=9" /*WaitSeconds*/);
  mongocxx::pool C{mongocxx::uri{"mongodb://db"}};
  // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: 'pool' makes a pool without
  // CHECK-FIXES: mongocxx::pool C{mongocxx::uri{"mongodb://db/?waitQueueTimeoutMS=9000" /*WaitSeconds*/}};
}

void constants() {
  soci::connection_pool A(1);
  // CHECK-MESSAGES: :[[@LINE-1]]:25: warning: 'connection_pool' makes a pool without
  // CHECK-FIXES: soci::connection_pool A(7 /*PoolSize*/);
}
