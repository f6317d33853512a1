// RUN: %check_async_tidy %s async-missing-pool-parameters %t --no-fix
#include <drogon/orm/DbClient.h>
#include <drogon/nosql/RedisClient.h>
#include <hiredis/hiredis.h>
#include <libpq-fe.h>
#include <memory>
#include <mongocxx/pool.hpp>
#include <mongocxx/uri.hpp>
#include <odb/pgsql/connection-factory.hxx>
#include <optional>
#include <pqxx/pqxx>
#include <soci/soci.h>
#include <string>
#include <sw/redis++/redis++.h>

using sw::redis::ConnectionOptions;
using sw::redis::ConnectionPoolOptions;
using sw::redis::Redis;

void everything_left_out(const ConnectionOptions &Where) {
  Redis Cache(Where);
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'Redis' makes a pool without 'size', 'wait_timeout', 'connection_lifetime': the pool has one connection, which all requests wait for [async-missing-pool-parameters]
  // CHECK-NOTES: :[[@LINE-2]]:9: note: without 'wait_timeout', a request waits for ever for a free connection
  auto Shared = std::make_shared<Redis>(Where);
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: 'Redis' makes a pool without 'size', 'wait_timeout', 'connection_lifetime'
  auto *Raw = new Redis(Where, ConnectionPoolOptions());
  // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: 'Redis' makes a pool without
  delete Raw;
  std::optional<Redis> Later;
  Later.emplace(Where, ConnectionPoolOptions{});
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'Redis' makes a pool without
}

void options_in_a_variable(const ConnectionOptions &Where) {
  ConnectionPoolOptions Options;
  Options.size = 8;
  Options.wait_timeout = std::chrono::milliseconds(0);
  Redis Cache(Where, Options);
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'Redis' makes a pool without 'wait_timeout', 'connection_lifetime'
  // CHECK-NOTES: :[[@LINE-2]]:9: note: without 'connection_lifetime', a connection is kept for ever
  // CHECK-NOTES: :[[@LINE-6]]:25: note: its options are here
}

void everything_said(const ConnectionOptions &Where) {
  ConnectionPoolOptions Options;
  Options.size = 8;
  Options.wait_timeout = std::chrono::seconds(1);
  Options.connection_lifetime = std::chrono::minutes(10);
  Redis Cache(Where, Options);
  Redis Other(Where, ConnectionPoolOptions{.size = 8,
                                           .wait_timeout = std::chrono::seconds(1),
                                           .connection_lifetime = std::chrono::minutes(1)});
}

// Whoever else has the options may have said it.
void configure(ConnectionPoolOptions &Options);
ConnectionPoolOptions configured();
struct Config {
  ConnectionPoolOptions Pool;
};
void somebody_else_says(const ConnectionOptions &Where, const Config &C, ConnectionPoolOptions Given) {
  ConnectionPoolOptions Options;
  configure(Options);
  Redis A(Where, Options), B(Where, configured()), D(Where, C.Pool), E(Where, Given);
}

void texts(const std::string &Dsn) {
  PGconn *A = PQconnectdb("host=db dbname=orders");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: 'PQconnectdb' makes a connection without 'connect_timeout'
  PGconn *B = PQconnectdb("host=db connect_timeout=5");
  PGconn *C = PQconnectdb("postgresql://db/orders?connect_timeout=5");
  PGconn *Zero = PQconnectdb("host=db connect_timeout=0 dbname=orders");
  // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: 'PQconnectdb' makes a connection without 'connect_timeout'
  PGconn *D = PQconnectdb(Dsn.c_str());
  static constexpr char Text[] = "host=db";
  PGconn *E = PQconnectdb(Text);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: 'PQconnectdb' makes a connection without 'connect_timeout'
  pqxx::connection F("dbname=orders");
  // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: 'connection' makes a connection without 'connect_timeout'
  pqxx::connection G("dbname=orders connect_timeout=5");
  pqxx::connection H(Dsn);
  mongocxx::pool I{mongocxx::uri{"mongodb://db"}};
  // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: 'pool' makes a pool without 'waitQueueTimeoutMS'
  mongocxx::pool J{mongocxx::uri{"mongodb://db/?waitQueueTimeoutMS=500"}};
  mongocxx::pool K{mongocxx::uri{Dsn}};
}

void arguments() {
  soci::connection_pool A(1);
  // CHECK-MESSAGES: :[[@LINE-1]]:25: warning: 'connection_pool' makes a pool without 'size'
  soci::connection_pool B(10);
  odb::pgsql::connection_pool_factory C;
  // CHECK-MESSAGES: :[[@LINE-1]]:39: warning: 'connection_pool_factory' makes a pool without 'max_connections'
  odb::pgsql::connection_pool_factory D(20);
}

void setters() {
  auto A = drogon::orm::DbClient::newPgClient("host=db", 1);
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: 'DbClient::newPgClient' makes a pool without 'connNum', 'setTimeout'
  auto B = drogon::orm::DbClient::newPgClient("host=db", 8);
  B->setTimeout(5);
}

void connects() {
  redisContext *A = redisConnect("cache", 6379);
  // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: 'redisConnect' makes a connection without 'redisConnectWithTimeout'
  redisContext *B = redisConnectWithTimeout("cache", 6379, {1, 0});
}

void of_the_one_before(timeval Limit) {
  redisContext *Cache = redisConnectWithTimeout("cache", 6379, Limit);
  redisSetTimeout(Cache, Limit);
  redisFree(Cache);
  Cache = redisConnect("cache", 6379);
  // CHECK-MESSAGES: :[[@LINE-1]]:11: warning: 'redisConnect' makes a connection without
  redisFree(Cache);
}
