// RUN: %check_async_tidy %s async-module-level-pool %t --no-fix
#include <boost/asio.hpp>
#include <hiredis/hiredis.h>
#include <libpq-fe.h>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <pqxx/pqxx>
#include <sqlite3.h>
#include <string>
#include <sw/redis++/redis++.h>
#include <vector>

sw::redis::Redis object("tcp://cache");
// CHECK-MESSAGES: :[[@LINE-1]]:18: warning: 'object' keeps a pool ('sw::redis::Redis') at namespace scope: it is made before main, without configuration, and closed after main, when the event loop is gone [async-module-level-pool]
// CHECK-NOTES: :[[@LINE-2]]:18: note: give it an owner: make it in main before the event loop runs, hand a reference to whatever uses it, and close it after the loop has ended
inline pqxx::connection in_a_header("dbname=orders");
// CHECK-MESSAGES: :[[@LINE-1]]:25: warning: 'in_a_header' keeps a connection ('pqxx::connection') at namespace scope
thread_local pqxx::connection for_each_thread("dbname=orders");
// CHECK-MESSAGES: :[[@LINE-1]]:31: warning: 'for_each_thread' keeps a connection ('pqxx::connection') in every thread: as many as there are threads, and none is closed before the loop ends
std::unique_ptr<pqxx::connection> filled_later;
// CHECK-MESSAGES: :[[@LINE-1]]:35: warning: 'filled_later' keeps a connection ('pqxx::connection') at namespace scope: it has no owner, so that code may meet it before it is filled, and nothing closes it while the event loop still runs
std::optional<sw::redis::Redis> maybe;
// CHECK-MESSAGES: :[[@LINE-1]]:33: warning: 'maybe' keeps a pool
std::vector<std::unique_ptr<pqxx::connection>> several;
// CHECK-MESSAGES: :[[@LINE-1]]:48: warning: 'several' keeps a connection
std::map<std::string, std::shared_ptr<sw::redis::Redis>> by_name;

namespace {
std::shared_ptr<sw::redis::Redis> hidden;
// CHECK-MESSAGES: :[[@LINE-1]]:35: warning: 'hidden' keeps a pool
// CHECK-NOTES: :{{[0-9]+}}:12: note: 'start' fills it here
struct Stores {
  std::string name;
  std::unique_ptr<sw::redis::Redis> cache;
};
Stores stores;
// CHECK-MESSAGES: :[[@LINE-1]]:8: warning: 'stores' keeps a pool
} // namespace

// Handles of C: what is new in them decides who owns them.
redisContext *context;
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: 'context' keeps a connection ('redisContext') at namespace scope
redisContext *looked_at;
sqlite3 *database;
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'database' keeps a connection ('sqlite3') at namespace scope
pqxx::connection *from_a_factory;
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: 'from_a_factory' keeps a connection ('pqxx::connection') at namespace scope
extern sw::redis::Redis elsewhere;

pqxx::connection *connect() { return new pqxx::connection("dbname=orders"); }

void start(std::shared_ptr<sw::redis::Redis> Shared, redisContext *Other) {
  filled_later = std::make_unique<pqxx::connection>("dbname=orders");
  hidden = std::make_shared<sw::redis::Redis>("tcp://cache");
  context = redisConnect("cache", 6379);
  looked_at = Other;
  sqlite3_open("orders.db", &database);
  from_a_factory = connect();
}

class Orders {
public:
  static std::unique_ptr<pqxx::connection> Shared;
  static inline sw::redis::Redis Cache{"tcp://cache"};
  // CHECK-MESSAGES: :[[@LINE-1]]:34: warning: 'Cache' keeps a pool ('sw::redis::Redis') in a static member
  static const int Limit = 3;

private:
  sw::redis::Redis Own{"tcp://cache"}; // whoever owns an Orders owns it
};
std::unique_ptr<pqxx::connection> Orders::Shared;
// CHECK-MESSAGES: :[[@LINE-1]]:43: warning: 'Shared' keeps a connection ('pqxx::connection') in a static member

// What only observes, and what is no connection.
std::weak_ptr<sw::redis::Redis> observer;
std::shared_ptr<sw::redis::Redis> given;
sw::redis::Redis &alias = object;
sw::redis::Redis *pointer = &object;
static std::mutex lock;
static boost::asio::thread_pool workers(4);
void observe(std::shared_ptr<sw::redis::Redis> Shared) {
  observer = Shared;
  given = Shared;
}

sw::redis::Redis &singleton() {
  static sw::redis::Redis Instance("tcp://cache");
  return Instance;
}

// A class that may care for what it has is strict.
class Repository {
public:
  int count();

private:
  std::vector<std::unique_ptr<pqxx::connection>> Free;
};
Repository repository;

class [[clang::annotate("async_tidy::pool")]] OwnPool {
public:
  explicit OwnPool(int Size);
};
OwnPool annotated(10);
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'annotated' keeps a pool ('OwnPool') at namespace scope
OwnPool &not_a_global() {
  static OwnPool Pool(10);
  return Pool;
}

namespace testing {
class Test {};
} // namespace testing
class Fixture : public testing::Test {
  static std::unique_ptr<pqxx::connection> Database;
};
std::unique_ptr<pqxx::connection> Fixture::Database;

int main() {
  sw::redis::Redis Cache("tcp://cache");
  start(nullptr, nullptr);
}
