// drogon's factories: arguments, and setters of what they return.
// RUN: %check_async_tidy %s async-missing-pool-parameters %t --fix-notes --options 'PoolSize: 8, WaitSeconds: 5'
#include <drogon/HttpClient.h>
#include <drogon/drogon.h>
#include <memory>
#include <string>

void databases(const std::string &info) {
  auto orders = drogon::orm::DbClient::newPgClient(info, 1);
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: 'DbClient::newPgClient' makes a pool without 'connNum', 'setTimeout': all requests queue for one connection
  // CHECK-FIXES: {{^}}  auto orders = drogon::orm::DbClient::newPgClient(info, 8 /*PoolSize*/);
  // CHECK-FIXES-NEXT: {{^}}  orders->setTimeout(5); // WaitSeconds
  drogon::orm::DbClientPtr stock = drogon::orm::DbClient::newMysqlClient(info, 4);
  // CHECK-MESSAGES: :[[@LINE-1]]:36: warning: 'DbClient::newMysqlClient' makes a pool without 'setTimeout': a query waits for ever
  // CHECK-FIXES: {{^}}  drogon::orm::DbClientPtr stock = drogon::orm::DbClient::newMysqlClient(info, 4);
  // CHECK-FIXES-NEXT: {{^}}  stock->setTimeout(5); // WaitSeconds
  auto batched = drogon::orm::DbClient::newPgClient(info, 1, true);
  // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: 'DbClient::newPgClient' makes a pool without 'connNum'
  // CHECK-FIXES: {{^}}  auto batched = drogon::orm::DbClient::newPgClient(info, 8 /*PoolSize*/, true);
  batched->setTimeout(2.5);
}

class Cache {
public:
  explicit Cache(const trantor::InetAddress &server) {
    redis = drogon::nosql::RedisClient::newRedisClient(server);
    // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: 'RedisClient::newRedisClient' makes a pool without 'numberOfConnections', 'setTimeout'
    // CHECK-FIXES: {{^}}    redis = drogon::nosql::RedisClient::newRedisClient(server, 8 /*PoolSize*/);
    // CHECK-FIXES-NEXT: {{^}}    redis->setTimeout(5); // WaitSeconds
  }

private:
  drogon::nosql::RedisClientPtr redis;
};

void sessions(const trantor::InetAddress &server, const std::string &password) {
  auto redis = drogon::nosql::RedisClient::newRedisClient(server, 1, password, 2);
  // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: 'RedisClient::newRedisClient' makes a pool without 'numberOfConnections', 'setTimeout'
  // CHECK-FIXES: {{^}}  auto redis = drogon::nosql::RedisClient::newRedisClient(server, 8 /*PoolSize*/, password, 2);
  // CHECK-FIXES-NEXT: {{^}}  redis->setTimeout(5); // WaitSeconds
}

void clients_of_the_framework() {
  drogon::app().createDbClient("postgresql", "db", 5432, "orders", "web", "", 1, "", "default", false, "", -1.0);
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: 'HttpAppFramework::createDbClient' makes a pool without 'connectionNum', 'timeout'
  // CHECK-FIXES: {{^}}  drogon::app().createDbClient("postgresql", "db", 5432, "orders", "web", "", 8 /*PoolSize*/, "", "default", false, "", 5 /*WaitSeconds*/);
  drogon::app().createDbClient("mysql", "db", 3306, "stock", "web", "", 4, "", "stock", false, "utf8mb4");
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: 'HttpAppFramework::createDbClient' makes a pool without 'timeout'
  // CHECK-FIXES: {{^}}  drogon::app().createDbClient("mysql", "db", 3306, "stock", "web", "", 4, "", "stock", false, "utf8mb4", 5 /*WaitSeconds*/);
  drogon::app().createRedisClient("10.0.0.7", 6379, "default", "", 1, false, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: 'HttpAppFramework::createRedisClient' makes a pool without 'connectionNum', 'timeout'
  // CHECK-FIXES: {{^}}  drogon::app().createRedisClient("10.0.0.7", 6379, "default", "", 8 /*PoolSize*/, false, 5 /*WaitSeconds*/);
  drogon::app().createRedisClient("10.0.0.7", 6379, "sessions", "", 4, false);
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: 'HttpAppFramework::createRedisClient' makes a pool without 'timeout'
  // CHECK-FIXES: {{^}}  drogon::app().createRedisClient("10.0.0.7", 6379, "sessions", "", 4, false, 5 /*WaitSeconds*/);
}

// The arguments in between would have to be invented.
void arguments_between() {
  drogon::app().createDbClient("postgresql", "db", 5432, "orders", "web", "", 4);
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: 'HttpAppFramework::createDbClient' makes a pool without 'timeout'
  // CHECK-FIXES: {{^}}  drogon::app().createDbClient("postgresql", "db", 5432, "orders", "web", "", 4);
}

// A setter needs a variable, and the timeout of an HTTP client is each request's.
std::shared_ptr<drogon::orm::DbClient> kept_by_the_caller(const std::string &info) {
  return drogon::orm::DbClient::newPgClient(info, 1);
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'DbClient::newPgClient' makes a pool without 'connNum'
  // CHECK-FIXES: {{^}}  return drogon::orm::DbClient::newPgClient(info, 8 /*PoolSize*/);
}

void ask(const drogon::HttpRequestPtr &request) {
  auto billing = drogon::HttpClient::newHttpClient("http://billing");
  // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: 'HttpClient::newHttpClient' makes a client without 'timeout of sendRequest'
  // CHECK-FIXES: {{^}}  auto billing = drogon::HttpClient::newHttpClient("http://billing");
  billing->sendRequest(request);
}
