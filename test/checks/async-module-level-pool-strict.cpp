// RUN: %check_async_tidy %s async-module-level-pool %t --no-fix --options 'Level: strict'
#include <boost/asio.hpp>
#include <hiredis/hiredis.h>
#include <memory>
#include <pqxx/pqxx>
#include <sw/redis++/redis++.h>
#include <vector>

static boost::asio::thread_pool workers(4);
// CHECK-MESSAGES: :[[@LINE-1]]:33: warning: 'workers' keeps an executor ('boost::asio::thread_pool') at namespace scope
// CHECK-NOTES: :[[@LINE-2]]:33: note: level strict:

class Repository {
public:
  int count();

private:
  std::vector<std::unique_ptr<pqxx::connection>> Free;
};
Repository repository;
// CHECK-MESSAGES: :[[@LINE-1]]:12: warning: 'repository' keeps a connection ('pqxx::connection') at namespace scope
// CHECK-NOTES: :[[@LINE-2]]:12: note: level strict: 'Repository' may care for it; name it in a pack, or annotate it with async_tidy::pool, if it is a pool

class HandMade {
public:
  redisContext *acquire();

private:
  std::vector<redisContext *> Free;
};
HandMade hand_made;
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'hand_made' keeps a connection ('redisContext') at namespace scope
// CHECK-NOTES: :[[@LINE-2]]:10: note: level strict: 'HandMade' may care for it

sw::redis::Redis &singleton() {
  static sw::redis::Redis Instance("tcp://cache");
  // CHECK-MESSAGES: :[[@LINE-1]]:27: warning: 'Instance' keeps a pool ('sw::redis::Redis') in a function-local static: it outlives the event loop, and nothing closes it at shutdown
  // CHECK-NOTES: :[[@LINE-2]]:27: note: level strict: a function-local static is made at its first use, and often meant so
  return Instance;
}

// Something closes it.
redisContext *closed(bool End) {
  static redisContext *Context = redisConnect("cache", 6379);
  if (End)
    redisFree(Context);
  return Context;
}

// A pointer among the members is somebody else's.
class User {
  sw::redis::Redis *Cache = nullptr;

public:
  explicit User(sw::redis::Redis *Cache) : Cache(Cache) {}
};
User user(&singleton());
