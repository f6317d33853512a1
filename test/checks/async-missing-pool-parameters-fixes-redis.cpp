// The clients of redis++: options, a URI, and a sentinel that knows the master.
// RUN: %check_async_tidy %s async-missing-pool-parameters %t --fix-notes
// RUN: %check_async_tidy %s async-missing-pool-parameters %t -check-suffix=STRICT --fix-notes --options 'Level: strict'
#include <chrono>
#include <memory>
#include <string>
#include <sw/redis++/co_redis++.h>
#include <sw/redis++/redis++.h>

using namespace std::chrono_literals;
using sw::redis::ConnectionOptions;
using sw::redis::ConnectionPoolOptions;

void from_options() {
  ConnectionOptions where;
  where.host = "cache.internal";
  sw::redis::Redis cache(where);
  // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: 'Redis' makes a pool without 'size', 'wait_timeout', 'connection_lifetime', 'connect_timeout', 'socket_timeout'
  // CHECK-MESSAGES-STRICT: :[[@LINE-2]]:20: warning: 'Redis' makes a pool without 'size', 'wait_timeout', 'connection_lifetime', 'connect_timeout', 'socket_timeout'
  // CHECK-FIXES: {{^}}  where.connect_timeout = std::chrono::seconds(30); // WaitSeconds
  // CHECK-FIXES-NEXT: {{^}}  where.socket_timeout = std::chrono::seconds(30); // WaitSeconds
  // CHECK-FIXES-NEXT: {{^}}  sw::redis::Redis cache(where, sw::redis::ConnectionPoolOptions{.size = 10 /*PoolSize*/, .wait_timeout = std::chrono::seconds(30) /*WaitSeconds*/, .connection_lifetime = std::chrono::seconds(3600) /*RecycleSeconds*/});
}

void cluster(const ConnectionOptions &where) {
  ConnectionPoolOptions options;
  options.size = 4;
  options.wait_timeout = 100ms;
  auto nodes = std::make_unique<sw::redis::RedisCluster>(where, options);
  // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: 'RedisCluster' makes a pool without 'connection_lifetime'
  // CHECK-MESSAGES-STRICT: :[[@LINE-2]]:16: warning: 'RedisCluster' makes a pool without 'connection_lifetime'
  // CHECK-FIXES: {{^}}  options.connection_lifetime = std::chrono::seconds(3600); // RecycleSeconds
  // CHECK-FIXES-NEXT: {{^}}  auto nodes = std::make_unique<sw::redis::RedisCluster>(where, options);
}

void from_uris() {
  sw::redis::Redis sessions("tcp://cache:6379/2");
  // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: 'Redis' makes a pool without 'pool_size', 'pool_wait_timeout', 'pool_connection_lifetime', 'connect_timeout', 'socket_timeout'
  // CHECK-MESSAGES-STRICT: :[[@LINE-2]]:20: warning: 'Redis' makes a pool without 'pool_size'
  // CHECK-FIXES: {{^}}  sw::redis::Redis sessions("tcp://cache:6379/2?pool_size=10&pool_wait_timeout=30s&pool_connection_lifetime=3600s&connect_timeout=30s&socket_timeout=30s"
  sw::redis::RedisCluster nodes("tcp://cache:6379/?pool_size=4&socket_timeout=200ms&connect_timeout=200ms");
  // CHECK-MESSAGES: :[[@LINE-1]]:27: warning: 'RedisCluster' makes a pool without 'pool_wait_timeout', 'pool_connection_lifetime'
  // CHECK-MESSAGES-STRICT: :[[@LINE-2]]:27: warning: 'RedisCluster' makes a pool without 'pool_wait_timeout', 'pool_connection_lifetime'
  // CHECK-FIXES: {{^}}  sw::redis::RedisCluster nodes("tcp://cache:6379/?pool_size=4&socket_timeout=200ms&connect_timeout=200ms&pool_wait_timeout=30s&pool_connection_lifetime=3600s"
}

void behind_a_sentinel(const std::shared_ptr<sw::redis::Sentinel> &sentinel) {
  ConnectionOptions where;
  where.connect_timeout = 100ms;
  where.socket_timeout = 100ms;
  sw::redis::Redis master(sentinel, "orders", sw::redis::Role::MASTER, where);
  // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: 'Redis' makes a pool without 'size', 'wait_timeout', 'connection_lifetime'
  // CHECK-MESSAGES-STRICT: :[[@LINE-2]]:20: warning: 'Redis' makes a pool without 'size', 'wait_timeout', 'connection_lifetime'
  // CHECK-FIXES: {{^}}  sw::redis::Redis master(sentinel, "orders", sw::redis::Role::MASTER, where, sw::redis::ConnectionPoolOptions{.size = 10 /*PoolSize*/, .wait_timeout = std::chrono::seconds(30) /*WaitSeconds*/, .connection_lifetime = std::chrono::seconds(3600) /*RecycleSeconds*/});
}

void pipelined(const ConnectionOptions &where, const std::shared_ptr<sw::redis::AsyncSentinel> &sentinel) {
  sw::redis::AsyncRedis cache("tcp://cache:6379/0?pool_connection_lifetime=10m");
  // CHECK-MESSAGES: :[[@LINE-1]]:25: warning: 'AsyncRedis' makes a pool without 'connect_timeout', 'socket_timeout'
  // CHECK-MESSAGES-STRICT: :[[@LINE-2]]:25: warning: 'AsyncRedis' makes a pool without 'pool_size', 'pool_wait_timeout', 'connect_timeout', 'socket_timeout'
  // CHECK-FIXES: {{^}}  sw::redis::AsyncRedis cache("tcp://cache:6379/0?pool_connection_lifetime=10m&{{.*}}connect_timeout=30s&socket_timeout=30s"
  // CHECK-FIXES-STRICT: {{^}}  sw::redis::AsyncRedis cache("tcp://cache:6379/0?pool_connection_lifetime=10m&pool_size=10&pool_wait_timeout=30s&connect_timeout=30s&socket_timeout=30s"
  sw::redis::AsyncRedisCluster nodes(where);
  // CHECK-MESSAGES: :[[@LINE-1]]:32: warning: 'AsyncRedisCluster' makes a pool without 'connection_lifetime'
  // CHECK-MESSAGES-STRICT: :[[@LINE-2]]:32: warning: 'AsyncRedisCluster' makes a pool without 'size', 'wait_timeout', 'connection_lifetime'
  // CHECK-FIXES: {{^}}  sw::redis::AsyncRedisCluster nodes(where, sw::redis::ConnectionPoolOptions{{[{].*}}.connection_lifetime = std::chrono::seconds(3600) /*RecycleSeconds*/});
  // CHECK-FIXES-STRICT: {{^}}  sw::redis::AsyncRedisCluster nodes(where, sw::redis::ConnectionPoolOptions{.size = 10 /*PoolSize*/, .wait_timeout = std::chrono::seconds(30) /*WaitSeconds*/, .connection_lifetime = std::chrono::seconds(3600) /*RecycleSeconds*/});
  sw::redis::CoRedis master(sentinel, "orders", sw::redis::Role::MASTER, where);
  // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: 'CoRedis' makes a pool without 'connection_lifetime'
  // CHECK-MESSAGES-STRICT: :[[@LINE-2]]:22: warning: 'CoRedis' makes a pool without 'size', 'wait_timeout', 'connection_lifetime'
  // CHECK-FIXES: {{^}}  sw::redis::CoRedis master(sentinel, "orders", sw::redis::Role::MASTER, where, sw::redis::ConnectionPoolOptions{{[{].*}}.connection_lifetime = std::chrono::seconds(3600) /*RecycleSeconds*/});
  // CHECK-FIXES-STRICT: {{^}}  sw::redis::CoRedis master(sentinel, "orders", sw::redis::Role::MASTER, where, sw::redis::ConnectionPoolOptions{.size = 10 /*PoolSize*/, .wait_timeout = std::chrono::seconds(30) /*WaitSeconds*/, .connection_lifetime = std::chrono::seconds(3600) /*RecycleSeconds*/});
  sw::redis::CoRedisCluster shards("tcp://cache:6379/0?connect_timeout=1s&socket_timeout=1s");
  // CHECK-MESSAGES: :[[@LINE-1]]:29: warning: 'CoRedisCluster' makes a pool without 'pool_connection_lifetime'
  // CHECK-MESSAGES-STRICT: :[[@LINE-2]]:29: warning: 'CoRedisCluster' makes a pool without 'pool_size', 'pool_wait_timeout', 'pool_connection_lifetime'
  // CHECK-FIXES: {{^}}  sw::redis::CoRedisCluster shards("tcp://cache:6379/0?connect_timeout=1s&socket_timeout=1s&{{.*}}pool_connection_lifetime=3600s"
  // CHECK-FIXES-STRICT: {{^}}  sw::redis::CoRedisCluster shards("tcp://cache:6379/0?connect_timeout=1s&socket_timeout=1s&pool_size=10&pool_wait_timeout=30s&pool_connection_lifetime=3600s"
}
