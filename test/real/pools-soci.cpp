// RUN: %check_async_tidy %s async-module-level-pool,async-missing-pool-parameters,async-missing-dispose,async-connection-per-request %t --real --fix-notes
#include <memory>
#include <soci/soci.h>
#include <string>
#include <uv.h>

soci::session orders("postgresql", "host=db dbname=orders");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: 'orders' keeps a connection ('soci::session') at namespace scope: it is made before main, without configuration, and closed after main, when the event loop is gone [async-module-level-pool]
static soci::session reports;
// CHECK-MESSAGES: :[[@LINE-1]]:22: warning: 'reports' keeps a connection ('soci::session') at namespace scope
// CHECK-NOTES: :{{[0-9]+}}:11: note: 'main' fills it here
static std::unique_ptr<soci::connection_pool> pool;
// CHECK-MESSAGES: :[[@LINE-1]]:47: warning: 'pool' keeps a pool ('soci::connection_pool') at namespace scope
// CHECK-NOTES: :{{[0-9]+}}:10: note: 'main' fills it here

static void fill(soci::connection_pool &sessions, std::size_t size) {
  for (std::size_t i = 0; i < size; ++i)
    sessions.at(i).open("postgresql", "host=db dbname=orders");
}

static void on_read(uv_stream_t *, ssize_t, const uv_buf_t *) {
  soci::session database("postgresql", "host=db dbname=orders");
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: 'session' is created anew for every request
  // CHECK-NOTES: :{{[0-9]+}}:3: note: 'on_read' runs for every request: given to 'uv_read_start' here
  // CHECK-NOTES: :[[@LINE-3]]:17: note: use soci::session(pool) of one soci::connection_pool for the whole service
  soci::session opened;
  opened.open("postgresql://host=db");
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'session::open' is created anew for every request
  // CHECK-NOTES: :{{[0-9]+}}:3: note: 'on_read' runs for every request: given to 'uv_read_start' here
  // CHECK-NOTES: :[[@LINE-3]]:10: note: use soci::session(pool) of one soci::connection_pool for the whole service
  soci::session leased(*pool);
  soci::session none;
  int count = 0;
  leased << "SELECT count(*) FROM orders", soci::into(count);
}

int main(int, char **argv) {
  soci::connection_pool single(1);
  // CHECK-MESSAGES: :[[@LINE-1]]:25: warning: 'connection_pool' makes a pool without 'size': the pool has one connection, which all requests wait for
  // CHECK-FIXES: {{^}}  soci::connection_pool single(10 /*PoolSize*/);
  fill(single, 1);
  pool = std::make_unique<soci::connection_pool>(8);
  fill(*pool, 8);
  reports.open("postgresql", "host=db dbname=reports");
  auto *kept = new soci::session("postgresql", argv[1]);
  // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: 'soci::session' is made with 'new'
  // CHECK-NOTES: :[[@LINE-2]]:20: note: it is made when the service starts, and nothing ends it at shutdown
  kept->begin();
  uv_tcp_t peer;
  uv_tcp_init(uv_default_loop(), &peer);
  uv_read_start(reinterpret_cast<uv_stream_t *>(&peer), nullptr, on_read);
  uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
