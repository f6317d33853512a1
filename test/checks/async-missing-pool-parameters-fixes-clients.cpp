// The other libraries: keys of connection strings, arguments, and setters.
// RUN: %check_async_tidy %s async-missing-pool-parameters %t --fix-notes --options 'PoolSize: 12, WaitSeconds: 4'
// RUN: %check_async_tidy %s async-missing-pool-parameters %t -check-suffix=STRICT --fix-notes --options 'Level: strict, PoolSize: 12, WaitSeconds: 4'
// CHECK-FIXES: #include <iterator>
#include <chrono>
#include <hiredis/hiredis.h>
#include <libpq-fe.h>
#include <memory>
#include <mongocxx/pool.hpp>
#include <mongocxx/uri.hpp>
#include <mongocxx/v1/pool.hpp>
#include <mongocxx/v1/uri.hpp>
#include <mysql/mysql.h>
#include <oatpp-postgresql/ConnectionProvider.hpp>
#include <oatpp/provider/Pool.hpp>
#include <pqxx/pqxx>
#include <soci/soci.h>
#include <string>
#include <tao/pq/connection_pool.hpp>

std::unique_ptr<pqxx::connection> libpqxx(bool replica) {
  if (replica)
    return std::make_unique<pqxx::connection>("postgresql://replica/orders?sslmode=require");
    // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: 'connection' makes a connection without 'connect_timeout'
    // CHECK-MESSAGES-STRICT: :[[@LINE-2]]:12: warning: 'connection' makes a connection without 'connect_timeout'
    // CHECK-FIXES: "postgresql://replica/orders?sslmode=require&connect_timeout=4"
  static constexpr char info[] = "host=db dbname=orders";
  // CHECK-FIXES: {{^}}  static constexpr char info[] = "host=db dbname=orders connect_timeout=4"
  return std::make_unique<pqxx::connection>(info);
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'connection' makes a connection without 'connect_timeout'
  // CHECK-MESSAGES-STRICT: :[[@LINE-2]]:10: warning: 'connection' makes a connection without 'connect_timeout'
}

bool libpq() {
  PGconn *connection = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:24: warning: 'PQconnectdb' makes a connection without 'connect_timeout'
  // CHECK-MESSAGES-STRICT: :[[@LINE-2]]:24: warning: 'PQconnectdb' makes a connection without 'connect_timeout'
  // CHECK-FIXES: {{^}}  PGconn *connection = PQconnectdb("connect_timeout=4"
  bool up = PQstatus(connection) == CONNECTION_OK;
  PQfinish(connection);
  return up;
}

void mongo() {
  mongocxx::pool orders(mongocxx::uri("mongodb://db1,db2/?replicaSet=rs0"));
  // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: 'pool' makes a pool without 'waitQueueTimeoutMS'
  // CHECK-MESSAGES-STRICT: :[[@LINE-2]]:18: warning: 'pool' makes a pool without 'waitQueueTimeoutMS'
  // CHECK-FIXES: {{^}}  mongocxx::pool orders(mongocxx::uri("mongodb://db1,db2/?replicaSet=rs0&waitQueueTimeoutMS=4000"
}

void mongo_v1() {
  mongocxx::v1::pool orders(mongocxx::v1::uri("mongodb://db/orders"));
  // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: 'pool' makes a pool without 'waitQueueTimeoutMS'
  // CHECK-MESSAGES-STRICT: :[[@LINE-2]]:22: warning: 'pool' makes a pool without 'waitQueueTimeoutMS'
  // CHECK-FIXES: {{^}}  mongocxx::v1::pool orders(mongocxx::v1::uri("mongodb://db/orders?waitQueueTimeoutMS=4000"
  mongocxx::v1::pool stock(mongocxx::v1::uri("mongodb://db/?waitQueueTimeoutMS=0"), mongocxx::v1::pool::options());
  // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: 'pool' makes a pool without 'waitQueueTimeoutMS'
  // CHECK-MESSAGES-STRICT: :[[@LINE-2]]:22: warning: 'pool' makes a pool without 'waitQueueTimeoutMS'
  // CHECK-FIXES: {{^}}  mongocxx::v1::pool stock(mongocxx::v1::uri("mongodb://db/?waitQueueTimeoutMS=4000"
  mongocxx::v1::pool told(mongocxx::v1::uri("mongodb://db/?waitQueueTimeoutMS=500"));
}

void soci_pool() {
  auto pool = std::make_shared<soci::connection_pool>(1);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: 'connection_pool' makes a pool without 'size'
  // CHECK-MESSAGES-STRICT: :[[@LINE-2]]:15: warning: 'connection_pool' makes a pool without 'size'
  // CHECK-FIXES: {{^}}  auto pool = std::make_shared<soci::connection_pool>(12 /*PoolSize*/);
}

bool mysql(const char *password) {
  MYSQL *connection = mysql_init(nullptr);
  // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: 'mysql_init' makes a connection without 'MYSQL_OPT_CONNECT_TIMEOUT'
  // CHECK-MESSAGES-STRICT: :[[@LINE-2]]:23: warning: 'mysql_init' makes a connection without 'MYSQL_OPT_CONNECT_TIMEOUT'
  // CHECK-FIXES: {{^}}  MYSQL *connection = mysql_init(nullptr);
  // CHECK-FIXES-NEXT: {{^}}  mysql_options(&*connection, MYSQL_OPT_CONNECT_TIMEOUT, std::data({4u})); // WaitSeconds
  bool up = mysql_real_connect(connection, "db", "web", password, "orders", 0, nullptr, 0);
  mysql_close(connection);
  return up;
}

class Customers {
public:
  Customers() {
    connection.reset(mysql_init(nullptr));
    // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: 'mysql_init' makes a connection without 'MYSQL_OPT_CONNECT_TIMEOUT'
    // CHECK-MESSAGES-STRICT: :[[@LINE-2]]:22: warning: 'mysql_init' makes a connection without 'MYSQL_OPT_CONNECT_TIMEOUT'
    // CHECK-FIXES: {{^}}    connection.reset(mysql_init(nullptr));
    // CHECK-FIXES-NEXT: {{^}}    mysql_options(&*connection, MYSQL_OPT_CONNECT_TIMEOUT, std::data({4u})); // WaitSeconds
  }

private:
  std::unique_ptr<MYSQL, decltype(&mysql_close)> connection{nullptr, &mysql_close};
};

class Suppliers {
public:
  Suppliers() {
    connection = mysql_init(nullptr);
    // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: 'mysql_init' makes a connection without 'MYSQL_OPT_CONNECT_TIMEOUT'
    // CHECK-MESSAGES-STRICT: :[[@LINE-2]]:18: warning: 'mysql_init' makes a connection without 'MYSQL_OPT_CONNECT_TIMEOUT'
    // CHECK-FIXES: {{^}}    connection = mysql_init(nullptr);
    // CHECK-FIXES-NEXT: {{^}}    mysql_options(&*connection, MYSQL_OPT_CONNECT_TIMEOUT, std::data({4u})); // WaitSeconds
  }
  ~Suppliers() { mysql_close(connection); }

private:
  MYSQL *connection;
};

// The library's own default is tolerable: level strict.
void tolerable(const std::shared_ptr<oatpp::provider::Provider<oatpp::postgresql::Connection>> &provider) {
  auto oatpp_pool = oatpp::postgresql::ConnectionPool::createShared(provider, 10, std::chrono::seconds(5));
  // CHECK-MESSAGES-STRICT: :[[@LINE-1]]:21: warning: 'Pool::createShared' makes a pool without 'timeout'
  // CHECK-FIXES-STRICT: {{^}}  auto oatpp_pool = oatpp::postgresql::ConnectionPool::createShared(provider, 10, std::chrono::seconds(5), std::chrono::seconds(4) /*WaitSeconds*/);
  const auto taopq_pool = tao::pq::connection_pool::create("host=db dbname=orders");
  // CHECK-MESSAGES-STRICT: :[[@LINE-1]]:27: warning: 'connection_pool::create' makes a pool without 'set_timeout'
  // CHECK-FIXES-STRICT: {{^}}  const auto taopq_pool = tao::pq::connection_pool::create("host=db dbname=orders");
  // CHECK-FIXES-STRICT-NEXT: {{^}}  taopq_pool->set_timeout(std::chrono::seconds(4)); // WaitSeconds
}

// No setter of it limits how long connecting takes.
bool no_fix() {
  redisContext *cache = redisConnect("cache", 6379);
  // CHECK-MESSAGES: :[[@LINE-1]]:25: warning: 'redisConnect' makes a connection without 'redisConnectWithTimeout'
  // CHECK-MESSAGES-STRICT: :[[@LINE-2]]:25: warning: 'redisConnect' makes a connection without 'redisConnectWithTimeout'
  // CHECK-FIXES: {{^}}  redisContext *cache = redisConnect("cache", 6379);
  bool up = cache && cache->err == 0;
  redisFree(cache);
  return up;
}
