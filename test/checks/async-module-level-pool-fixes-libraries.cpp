// A library's object that one file knows becomes a function with a local static.
// RUN: %check_async_tidy %s async-module-level-pool %t --fix-notes
#include <Poco/Data/Session.h>
#include <Poco/Data/SessionPool.h>
#include <Poco/Redis/Client.h>
#include <aws/s3/S3Client.h>
#include <cpr/cpr.h>
#include <drogon/drogon.h>
#include <libpq-fe.h>
#include <memory>
#include <mongocxx/pool.hpp>
#include <mongocxx/uri.hpp>
#include <mysqlx/xdevapi.h>
#include <odb/pgsql/database.hxx>
#include <soci/soci.h>
#include <string>
#include <sw/redis++/redis++.h>
#include <tao/pq/connection_pool.hpp>
#include <vector>

static soci::connection_pool stock(10);
// CHECK-MESSAGES: :[[@LINE-1]]:30: warning: 'stock' keeps a pool
// CHECK-FIXES: {{^}}static soci::connection_pool &stock() {
// CHECK-FIXES-NEXT: {{^}}  static soci::connection_pool instance(10);
// CHECK-FIXES-NEXT: {{^}}  return instance;
// CHECK-FIXES-NEXT: {{^}}}

static mongocxx::pool orders{mongocxx::uri{"mongodb://db"}};
// CHECK-MESSAGES: :[[@LINE-1]]:23: warning: 'orders' keeps a pool
// CHECK-FIXES: {{^}}static mongocxx::pool &orders() {
// CHECK-FIXES-NEXT: {{^}}  static mongocxx::pool instance{mongocxx::uri{"mongodb://db"}};

static odb::pgsql::database customers("host=db dbname=customers");
// CHECK-MESSAGES: :[[@LINE-1]]:29: warning: 'customers' keeps a pool
// CHECK-FIXES: {{^}}static odb::pgsql::database &customers() {
// CHECK-FIXES-NEXT: {{^}}  static odb::pgsql::database instance("host=db dbname=customers");

static auto prices = tao::pq::connection_pool::create("host=db dbname=prices");
// CHECK-MESSAGES: :[[@LINE-1]]:13: warning: 'prices' keeps a pool
// CHECK-FIXES: {{^}}static auto &prices() {
// CHECK-FIXES-NEXT: {{^}}  static auto instance = tao::pq::connection_pool::create("host=db dbname=prices");

namespace {

mysqlx::Client documents("mysqlx://db");
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: 'documents' keeps a pool
// CHECK-FIXES: {{^}}static mysqlx::Client &documents() {
// CHECK-FIXES-NEXT: {{^}}  static mysqlx::Client instance("mysqlx://db");

Poco::Data::SessionPool reports("PostgreSQL", "host=db");
// CHECK-MESSAGES: :[[@LINE-1]]:25: warning: 'reports' keeps a pool
// CHECK-FIXES: {{^}}static Poco::Data::SessionPool &reports() {
// CHECK-FIXES-NEXT: {{^}}  static Poco::Data::SessionPool instance("PostgreSQL", "host=db");

Aws::S3::S3Client files;
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: 'files' keeps a client
// CHECK-FIXES: {{^}}static Aws::S3::S3Client &files() {
// CHECK-FIXES-NEXT: {{^}}  static Aws::S3::S3Client instance;

cpr::Session billing;
// CHECK-MESSAGES: :[[@LINE-1]]:14: warning: 'billing' keeps a client
// CHECK-FIXES: {{^}}static cpr::Session &billing() {
// CHECK-FIXES-NEXT: {{^}}  static cpr::Session instance;

auto web = drogon::orm::DbClient::newPgClient("host=db", 10);
// CHECK-MESSAGES: :[[@LINE-1]]:6: warning: 'web' keeps a pool
// CHECK-FIXES: {{^}}static auto &web() {
// CHECK-FIXES-NEXT: {{^}}  static auto instance = drogon::orm::DbClient::newPgClient("host=db", 10);

std::unique_ptr<sw::redis::RedisCluster> cluster = std::make_unique<sw::redis::RedisCluster>("tcp://cache:6379");
// CHECK-MESSAGES: :[[@LINE-1]]:42: warning: 'cluster' keeps a pool
// CHECK-FIXES: {{^}}static std::unique_ptr<sw::redis::RedisCluster> &cluster() {
// CHECK-FIXES-NEXT: {{^}}  static std::unique_ptr<sw::redis::RedisCluster> instance = std::make_unique<sw::redis::RedisCluster>("tcp://cache:6379");

PGconn *replica = PQconnectdb("host=replica connect_timeout=3");
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'replica' keeps a connection
// CHECK-FIXES: {{^}}static PGconn *&replica() {
// CHECK-FIXES-NEXT: {{^}}  static PGconn *instance = PQconnectdb("host=replica connect_timeout=3");

} // namespace

void use(const std::string &key) {
  soci::session lease(stock);
  // CHECK-FIXES: {{^}}  soci::session lease(stock());
  auto client = orders.acquire();
  // CHECK-FIXES: {{^}}  auto client = orders().acquire();
  customers.connection();
  // CHECK-FIXES: {{^}}  customers().connection();
  prices->connection();
  // CHECK-FIXES: {{^}}  prices()->connection();
  mysqlx::Session session = documents.getSession();
  // CHECK-FIXES: {{^}}  mysqlx::Session session = documents().getSession();
  web->setTimeout(5);
  // CHECK-FIXES: {{^}}  web()->setTimeout(5);
  if (cluster)
    // CHECK-FIXES: {{^}}  if (cluster())
    cluster->get(key);
    // CHECK-FIXES: {{^}}    cluster()->get(key);
  PQexec(replica, "SELECT 1");
  // CHECK-FIXES: {{^}}  PQexec(replica(), "SELECT 1");
}

// No fix: nothing is made before main, which a local static would put off.
static std::vector<Poco::Redis::Client> idle;
// CHECK-MESSAGES: :[[@LINE-1]]:41: warning: 'idle' keeps a connection
// CHECK-FIXES: {{^}}static std::vector<Poco::Redis::Client> idle;
std::size_t count_idle() { return idle.size(); }

// No fix: other files may name it, and a thread's own is none of the function's.
soci::connection_pool shared(10);
// CHECK-MESSAGES: :[[@LINE-1]]:23: warning: 'shared' keeps a pool
// CHECK-FIXES: {{^}}soci::connection_pool shared(10);
static thread_local cpr::Session own;
// CHECK-MESSAGES: :[[@LINE-1]]:34: warning: 'own' keeps a client
// CHECK-FIXES: {{^}}static thread_local cpr::Session own;
class Orders {
  static soci::connection_pool pool;
};
soci::connection_pool Orders::pool(10);
// CHECK-MESSAGES: :[[@LINE-1]]:31: warning: 'pool' keeps a pool
// CHECK-FIXES: {{^}}soci::connection_pool Orders::pool(10);
