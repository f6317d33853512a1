// RUN: %check_async_tidy %s async-module-level-pool %t --fix-notes
#include <pqxx/pqxx>
#include <string>
#include <sw/redis++/redis++.h>

static sw::redis::Redis cache("tcp://cache");
// CHECK-MESSAGES: :[[@LINE-1]]:25: warning: 'cache' keeps a pool
// CHECK-NOTES: :[[@LINE-2]]:25: note: or make it at its first use, in a function with a local static
// CHECK-FIXES: static sw::redis::Redis &cache() {
// CHECK-FIXES-NEXT:   static sw::redis::Redis instance("tcp://cache");
// CHECK-FIXES-NEXT:   return instance;
// CHECK-FIXES-NEXT: }

namespace {
pqxx::connection db{"dbname=orders"};
// CHECK-MESSAGES: :[[@LINE-1]]:18: warning: 'db' keeps a connection
// CHECK-FIXES: static pqxx::connection &db() {
// CHECK-FIXES-NEXT:   static pqxx::connection instance{"dbname=orders"};
} // namespace

void one() { cache.get("x"); }
// CHECK-FIXES: void one() { cache().get("x"); }

auto two() {
  return [] {
    pqxx::work Work(db);
    // CHECK-FIXES: pqxx::work Work(db());
    sw::redis::Redis *Same = &cache;
    // CHECK-FIXES: sw::redis::Redis *Same = &cache();
    return Same->get("x");
  };
}
