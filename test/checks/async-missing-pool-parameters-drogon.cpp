// drogon's clients, by arguments and by a configuration that is filled.
// RUN: %check_async_tidy %s async-missing-pool-parameters %t --fix-notes
#include <cstdlib>
#include <drogon/drogon.h>
#include <string>
#include <utility>

void by_arguments(const std::string &host) {
  drogon::app().createDbClient("postgresql", host, 5432, "orders", "orders", "",
                               8);
  // CHECK-MESSAGES: :[[@LINE-2]]:17: warning: 'HttpAppFramework::createDbClient' makes a pool without 'timeout': a query waits for ever for a free connection and for its answer [async-missing-pool-parameters]
  drogon::app().createDbClient("postgresql", host, 5432, "orders", "orders", "",
                               8, "", "default", false, "", 30.0);
  const std::size_t connections = 1;
  const double timeout = -1.0;
  drogon::app().createDbClient("mysql", host, 3306, "orders", "orders", "",
                               connections, "", "default", false, "", timeout);
  // CHECK-MESSAGES: :[[@LINE-2]]:17: warning: 'HttpAppFramework::createDbClient' makes a pool without 'connectionNum', 'timeout': all requests queue for one connection
  // CHECK-NOTES: :[[@LINE-3]]:17: note: without 'timeout', a query waits for ever for a free connection and for its answer
  // CHECK-FIXES: {{^}}                               10 /*PoolSize*/, "", "default", false, "", 30 /*WaitSeconds*/);
  drogon::app().createRedisClient(host, 6379, "default", "", 4, false, 3.0);
  drogon::app().createRedisClient(host, 6379);
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: 'HttpAppFramework::createRedisClient' makes a pool without 'connectionNum', 'timeout': all requests queue for one connection
  // CHECK-NOTES: :[[@LINE-2]]:17: note: without 'timeout', a command waits for ever for its reply
}

void field_by_field(const std::string &host) {
  drogon::orm::PostgresConfig config;
  config.host = host;
  config.port = 5432;
  config.databaseName = "orders";
  config.name = "default";
  config.isFast = false;
  config.connectionNumber = 1;
  config.timeout = -1;
  drogon::app().addDbClient(config);
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: 'HttpAppFramework::addDbClient' makes a pool without 'connectionNumber', 'timeout': all requests queue for one connection
  // CHECK-NOTES: :[[@LINE-2]]:17: note: without 'timeout', a query waits for ever for a free connection and for its answer
  // CHECK-NOTES: :[[@LINE-11]]:31: note: its options are here
  // CHECK-FIXES: {{^}}  config.connectionNumber = 10; // PoolSize
  // CHECK-FIXES: {{^}}  config.timeout = 30; // WaitSeconds
  // CHECK-FIXES: {{^}}  drogon::app().addDbClient(config);
}

void every_field(const std::string &host) {
  drogon::orm::PostgresConfig config;
  config.host = host;
  config.port = 5432;
  config.databaseName = "orders";
  config.connectionNumber = 8;
  config.name = "default";
  config.isFast = false;
  config.timeout = 30;
  config.autoBatch = false;
  drogon::app().addDbClient(config);
}

void forgotten(const std::string &host) {
  drogon::orm::MysqlConfig config{};
  config.host = host;
  config.port = 3306;
  config.timeout = 30;
  drogon::app().addDbClient(config);
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: 'HttpAppFramework::addDbClient' makes a pool without 'connectionNumber': all requests queue for one connection
  // CHECK-NOTES: :[[@LINE-6]]:28: note: its options are here
  // CHECK-FIXES: {{^}}  config.timeout = 30;
  // CHECK-FIXES: {{^}}  config.connectionNumber = 10; // PoolSize
}

void moved(std::string host) {
  drogon::orm::MysqlConfig config{};
  config.host = std::move(host);
  config.connectionNumber = 8;
  drogon::app().addDbClient(std::move(config));
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: 'HttpAppFramework::addDbClient' makes a pool without 'timeout': a query waits for ever for a free connection and for its answer
  // CHECK-NOTES: :[[@LINE-5]]:28: note: its options are here
  // CHECK-FIXES: {{^}}  config.connectionNumber = 8;
  // CHECK-FIXES: {{^}}  config.timeout = 30; // WaitSeconds
}

void in_place(const std::string &host) {
  drogon::app().addDbClient(drogon::orm::MysqlConfig{
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: 'HttpAppFramework::addDbClient' makes a pool without 'connectionNumber', 'timeout': all requests queue for one connection
  // CHECK-NOTES: :[[@LINE-2]]:17: note: without 'timeout', a query waits for ever for a free connection and for its answer
      host, 3306, "orders", "orders", "", 1, "default", false, "utf8", -1.0});
  drogon::app().addDbClient(drogon::orm::MysqlConfig{
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: 'HttpAppFramework::addDbClient' makes a pool without 'timeout': a query waits for ever for a free connection and for its answer
      .host = host, .port = 3306, .connectionNumber = 8, .name = "default"});
  drogon::app().addDbClient(drogon::orm::MysqlConfig{.host = host,
                                                     .port = 3306,
                                                     .connectionNumber = 8,
                                                     .name = "default",
                                                     .timeout = 30.0});
}

// Set later, and on one way only: it may be set.
void later(const std::string &host, bool large) {
  drogon::orm::PostgresConfig config{};
  config.host = host;
  if (large) {
    config.connectionNumber = 32;
    config.timeout = 60;
  }
  drogon::app().addDbClient(config);
}

// From somewhere else: it may have been set there.
void given(const drogon::orm::PostgresConfig &config) {
  drogon::app().addDbClient(config);
}

void given_copy(drogon::orm::PostgresConfig config) {
  config.name = "orders";
  drogon::app().addDbClient(config);
}

drogon::orm::PostgresConfig read_config(const std::string &path);
void returned() {
  drogon::orm::PostgresConfig config = read_config("orders.json");
  config.name = "orders";
  drogon::app().addDbClient(config);
}

void fill(drogon::orm::PostgresConfig &config);
void filled() {
  drogon::orm::PostgresConfig config{};
  fill(config);
  drogon::app().addDbClient(config);
}

// A number that only the run knows.
void computed(const std::string &host) {
  drogon::orm::PostgresConfig config{};
  config.host = host;
  config.connectionNumber =
      std::strtoul(std::getenv("CONNECTIONS"), nullptr, 10);
  config.timeout = std::atof(std::getenv("TIMEOUT"));
  drogon::app().addDbClient(config);
}

struct Settings {
  drogon::orm::PostgresConfig database;
};
void of_settings(const Settings &settings) {
  drogon::app().addDbClient(settings.database);
}
