// ODB: the factory is the last argument of a database, and has the limit.
// RUN: %check_async_tidy %s async-missing-pool-parameters %t --fix-notes --options 'PoolSize: 6, MaxOverflow: 4'
#include <memory>
#include <odb/mssql/connection-factory.hxx>
#include <odb/mssql/database.hxx>
#include <odb/mysql/connection-factory.hxx>
#include <odb/mysql/database.hxx>
#include <odb/oracle/connection-factory.hxx>
#include <odb/oracle/database.hxx>
#include <odb/pgsql/connection-factory.hxx>
#include <odb/pgsql/database.hxx>
#include <odb/sqlite/connection-factory.hxx>
#include <odb/sqlite/database.hxx>
#include <string>

void factories() {
  auto pgsql = std::make_unique<odb::pgsql::connection_pool_factory>();
  // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: 'connection_pool_factory' makes a pool without 'max_connections': the pool opens as many connections as requests ask for
  // CHECK-FIXES: {{^}}  auto pgsql = std::make_unique<odb::pgsql::connection_pool_factory>(10 /*PoolSize + MaxOverflow*/);
  odb::mysql::connection_pool_factory mysql(0, 5, false);
  // CHECK-MESSAGES: :[[@LINE-1]]:39: warning: 'connection_pool_factory' makes a pool without 'max_connections'
  // CHECK-FIXES: {{^}}  odb::mysql::connection_pool_factory mysql(10 /*PoolSize + MaxOverflow*/, 5, false);
  auto *mssql = new odb::mssql::connection_pool_factory(0);
  // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: 'connection_pool_factory' makes a pool without 'max_connections'
  // CHECK-FIXES: {{^}}  auto *mssql = new odb::mssql::connection_pool_factory(10 /*PoolSize + MaxOverflow*/);
  delete mssql;
  std::unique_ptr<odb::oracle::connection_factory> oracle(new odb::oracle::connection_pool_factory());
  // CHECK-MESSAGES: :[[@LINE-1]]:63: warning: 'connection_pool_factory' makes a pool without 'max_connections'
  // CHECK-FIXES: {{^}}  std::unique_ptr<odb::oracle::connection_factory> oracle(new odb::oracle::connection_pool_factory(10 /*PoolSize + MaxOverflow*/));
}

void postgresql(int argc, char *argv[], const std::string &info) {
  odb::pgsql::database orders(info);
  // CHECK-MESSAGES: :[[@LINE-1]]:24: warning: 'database' makes a pool without 'connection_factory': the pool opens as many connections as requests ask for
  // CHECK-FIXES: {{^}}  odb::pgsql::database orders(info, std::unique_ptr<odb::pgsql::connection_factory>(new odb::pgsql::connection_pool_factory(10)) /*PoolSize + MaxOverflow*/);
  odb::pgsql::database stock("web", "secret", "stock", "db", 5432, "connect_timeout=3");
  // CHECK-MESSAGES: :[[@LINE-1]]:24: warning: 'database' makes a pool without 'connection_factory'
  // CHECK-FIXES: {{^}}  odb::pgsql::database stock("web", "secret", "stock", "db", 5432, "connect_timeout=3", std::unique_ptr<odb::pgsql::connection_factory>(new odb::pgsql::connection_pool_factory(10)) /*PoolSize + MaxOverflow*/);
  odb::pgsql::database local("web", "secret", "local", "", "5433", "");
  // CHECK-MESSAGES: :[[@LINE-1]]:24: warning: 'database' makes a pool without 'connection_factory'
  // CHECK-FIXES: {{^}}  odb::pgsql::database local("web", "secret", "local", "", "5433", "", std::unique_ptr<odb::pgsql::connection_factory>(new odb::pgsql::connection_pool_factory(10)) /*PoolSize + MaxOverflow*/);
  odb::pgsql::database told(argc, argv, true, "");
  // CHECK-MESSAGES: :[[@LINE-1]]:24: warning: 'database' makes a pool without 'connection_factory'
  // CHECK-FIXES: {{^}}  odb::pgsql::database told(argc, argv, true, "", std::unique_ptr<odb::pgsql::connection_factory>(new odb::pgsql::connection_pool_factory(10)) /*PoolSize + MaxOverflow*/);
}

std::unique_ptr<odb::database> mysql(int argc, char *argv[], const std::string &charset, bool remote) {
  if (remote)
    return std::make_unique<odb::mysql::database>("web", "secret", "orders", "db", 3306, nullptr, "utf8mb4", 0);
    // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: 'database' makes a pool without 'connection_factory'
    // CHECK-FIXES: {{^}}    return std::make_unique<odb::mysql::database>("web", "secret", "orders", "db", 3306, nullptr, "utf8mb4", 0, std::unique_ptr<odb::mysql::connection_factory>(new odb::mysql::connection_pool_factory(10)) /*PoolSize + MaxOverflow*/);
  return std::make_unique<odb::mysql::database>(argc, argv, false, charset, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'database' makes a pool without 'connection_factory'
  // CHECK-FIXES: {{^}}  return std::make_unique<odb::mysql::database>(argc, argv, false, charset, 0, std::unique_ptr<odb::mysql::connection_factory>(new odb::mysql::connection_pool_factory(10)) /*PoolSize + MaxOverflow*/);
}

void sql_server(int argc, char *argv[]) {
  odb::mssql::database named("web", "secret", "orders", "db\\main", "", "", odb::mssql::isolation_read_committed, nullptr);
  // CHECK-MESSAGES: :[[@LINE-1]]:24: warning: 'database' makes a pool without 'connection_factory'
  // CHECK-FIXES: {{^}}  odb::mssql::database named("web", "secret", "orders", "db\\main", "", "", odb::mssql::isolation_read_committed, nullptr, std::unique_ptr<odb::mssql::connection_factory>(new odb::mssql::connection_pool_factory(10)) /*PoolSize + MaxOverflow*/);
  odb::mssql::database pipe("web", "secret", "orders", odb::mssql::protocol_np, "db", "main", "", "", odb::mssql::isolation_snapshot, nullptr);
  // CHECK-MESSAGES: :[[@LINE-1]]:24: warning: 'database' makes a pool without 'connection_factory'
  // CHECK-FIXES: {{^}}  odb::mssql::database pipe({{.*}}, nullptr, std::unique_ptr<odb::mssql::connection_factory>(new odb::mssql::connection_pool_factory(10)) /*PoolSize + MaxOverflow*/);
  odb::mssql::database port("web", "secret", "orders", "db", 1433, "", "", odb::mssql::isolation_snapshot, nullptr);
  // CHECK-MESSAGES: :[[@LINE-1]]:24: warning: 'database' makes a pool without 'connection_factory'
  // CHECK-FIXES: {{^}}  odb::mssql::database port({{.*}}, nullptr, std::unique_ptr<odb::mssql::connection_factory>(new odb::mssql::connection_pool_factory(10)) /*PoolSize + MaxOverflow*/);
  odb::mssql::database text("Server=db;Database=orders", odb::mssql::isolation_snapshot, nullptr);
  // CHECK-MESSAGES: :[[@LINE-1]]:24: warning: 'database' makes a pool without 'connection_factory'
  // CHECK-FIXES: {{^}}  odb::mssql::database text({{.*}}, nullptr, std::unique_ptr<odb::mssql::connection_factory>(new odb::mssql::connection_pool_factory(10)) /*PoolSize + MaxOverflow*/);
  odb::mssql::database told(argc, argv, true, "", odb::mssql::isolation_snapshot, nullptr);
  // CHECK-MESSAGES: :[[@LINE-1]]:24: warning: 'database' makes a pool without 'connection_factory'
  // CHECK-FIXES: {{^}}  odb::mssql::database told({{.*}}, nullptr, std::unique_ptr<odb::mssql::connection_factory>(new odb::mssql::connection_pool_factory(10)) /*PoolSize + MaxOverflow*/);
}

void oracle(int argc, char *argv[], OCIEnv *environment) {
  odb::oracle::database named("web", "secret", "orders", 0, 0, environment);
  // CHECK-MESSAGES: :[[@LINE-1]]:25: warning: 'database' makes a pool without 'connection_factory'
  // CHECK-FIXES: {{^}}  odb::oracle::database named("web", "secret", "orders", 0, 0, environment, std::unique_ptr<odb::oracle::connection_factory>(new odb::oracle::connection_pool_factory(10)) /*PoolSize + MaxOverflow*/);
  odb::oracle::database remote("web", "secret", "orders", "db", 1521, 0, 0, environment);
  // CHECK-MESSAGES: :[[@LINE-1]]:25: warning: 'database' makes a pool without 'connection_factory'
  // CHECK-FIXES: {{^}}  odb::oracle::database remote("web", "secret", "orders", "db", 1521, 0, 0, environment, std::unique_ptr<odb::oracle::connection_factory>(new odb::oracle::connection_pool_factory(10)) /*PoolSize + MaxOverflow*/);
  odb::oracle::database told(argc, argv, true, 0, 0, environment);
  // CHECK-MESSAGES: :[[@LINE-1]]:25: warning: 'database' makes a pool without 'connection_factory'
  // CHECK-FIXES: {{^}}  odb::oracle::database told(argc, argv, true, 0, 0, environment, std::unique_ptr<odb::oracle::connection_factory>(new odb::oracle::connection_pool_factory(10)) /*PoolSize + MaxOverflow*/);
}

// A file has no server whose connections could run out.
void file() {
  odb::sqlite::database settings("settings.db");
  odb::sqlite::connection_pool_factory factory;
}

// The arguments in between would have to be invented.
void arguments_between() {
  odb::oracle::database orders("web", "secret", "orders");
  // CHECK-MESSAGES: :[[@LINE-1]]:25: warning: 'database' makes a pool without 'connection_factory'
  // CHECK-FIXES: {{^}}  odb::oracle::database orders("web", "secret", "orders");
}
