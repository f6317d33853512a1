// A pool by hand: a container that keeps raw handles.
// RUN: %check_async_tidy %s async-module-level-pool %t --no-fix
#include <hiredis/hiredis.h>
#include <libpq-fe.h>
#include <map>
#include <memory>
#include <string>
#include <sw/redis++/redis++.h>
#include <vector>

namespace {
std::vector<PGconn *> idle;
// CHECK-MESSAGES: :[[@LINE-1]]:23: warning: 'idle' keeps a connection ('PGconn') at namespace scope
// CHECK-NOTES: note: 'release' fills it here
std::map<std::string, redisContext *> by_host;
// CHECK-MESSAGES: :[[@LINE-1]]:39: warning: 'by_host' keeps a connection ('redisContext') at namespace scope
// CHECK-NOTES: note: 'connect' fills it here
std::vector<sw::redis::Redis *> shards;
// CHECK-MESSAGES: :[[@LINE-1]]:33: warning: 'shards' keeps a pool ('sw::redis::Redis') at namespace scope
std::map<int, sw::redis::Redis *> by_number;
// CHECK-MESSAGES: :[[@LINE-1]]:35: warning: 'by_number' keeps a pool ('sw::redis::Redis') at namespace scope
} // namespace

void release(PGconn *connection) {
  idle.push_back(connection);
}
void connect(const std::string &host) {
  by_host[host] = redisConnect(host.c_str(), 6379);
  shards.push_back(new sw::redis::Redis("tcp://cache"));
  auto *one = new sw::redis::Redis("tcp://cache");
  by_number.emplace(1, one);
}

// They look at what others own, or nobody gives them anything.
std::vector<PGconn *> seen;
std::vector<sw::redis::Redis *> known;
std::vector<PGconn *> empty;
void observe(const std::unique_ptr<PGconn, void (*)(PGconn *)> &owner,
             sw::redis::Redis &cache, sw::redis::Redis *other) {
  seen.push_back(owner.get());
  known.push_back(&cache);
  known.push_back(other);
}

// A plain struct closes nothing.
struct Handles {
  PGconn *orders;
  redisContext *cache;
};
static Handles handles;
// CHECK-MESSAGES: :[[@LINE-1]]:16: warning: 'handles' keeps a connection ('PGconn') at namespace scope
static Handles borrowed;
void fill(PGconn *other) {
  handles.orders = PQconnectdb("host=db");
  borrowed.orders = other;
}
