// Pools and clients made with `new`.
// RUN: %check_async_tidy %s async-missing-dispose %t
#include <boost/mysql.hpp>
#include <drogon/drogon.h>
#include <memory>
#include <mongocxx/client.hpp>
#include <mongocxx/pool.hpp>
#include <odb/pgsql/database.hxx>
#include <pqxx/pqxx>
#include <soci/soci.h>
#include <sw/redis++/redis++.h>

namespace {
soci::connection_pool *soci_pool;
sw::redis::Redis *redis;
mongocxx::pool *mongo;
odb::database *odb_pool;
pqxx::connection *closed_later;
} // namespace
static boost::mysql::connection_pool *
    mysql = new boost::mysql::connection_pool(*new boost::asio::io_context,
                                              boost::mysql::pool_params());
// CHECK-MESSAGES: :[[@LINE-2]]:{{[0-9]+}}: warning: {{.*}} is made with 'new', and nothing in the program deletes it: its connections are never closed, and the server keeps them until its own timeout [async-missing-dispose]

void open_all() {
  soci_pool = new soci::connection_pool(10);
  // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: 'soci::connection_pool' is made with 'new', and nothing in the program deletes it
  // CHECK-NOTES: :[[@LINE-2]]:19: note: let a std::unique_ptr own it
  redis = new sw::redis::Redis("tcp://cache:6379");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: {{.*}} is made with 'new'
  mongo = new mongocxx::pool(mongocxx::uri("mongodb://db"));
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: {{.*}} is made with 'new'
  odb_pool = new odb::pgsql::database("host=db");
  // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: {{.*}} is made with 'new'
}

// Deleted.
void open_another() { closed_later = new pqxx::connection("host=db"); }
void shutdown() { delete closed_later; }
namespace {
class Owner {
public:
  Owner() : pool(new soci::connection_pool(4)) {}
  ~Owner() { delete pool; }

private:
  soci::connection_pool *pool;
};
} // namespace

// Owned, or given away.
static std::unique_ptr<soci::connection_pool>
    owned(new soci::connection_pool(4));
static std::shared_ptr<sw::redis::Redis> shared;
void owned_later() {
  shared.reset(new sw::redis::Redis("tcp://cache:6379"));
  owned = std::unique_ptr<soci::connection_pool>(new soci::connection_pool(4));
}
soci::connection_pool *returned() { return new soci::connection_pool(4); }
void adopt(soci::connection_pool *pool);
void handed_over() { adopt(new soci::connection_pool(4)); }
void out(soci::connection_pool *&to) { to = new soci::connection_pool(4); }

// Not a pointer: a destructor ends it.
static soci::connection_pool object(4);
void local() { soci::connection_pool pool(4); }
