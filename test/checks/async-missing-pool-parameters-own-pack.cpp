// What a project's own pool can be told stands in its own pack.
// RUN: %check_async_tidy %s async-missing-pool-parameters %t -check-suffix=PACK --fix-notes --options 'Catalog: %S/Inputs/acme_pool.yaml, PoolSize: 7, WaitSeconds: 2' -- -I%S
// RUN: %check_async_tidy %s async-missing-pool-parameters %t -- -I%S
#include "Inputs/acme_pool.h"
#include <memory>
#include <string>

int ask_once(const std::string &where) {
  acme::Pool pool(where);
  // CHECK-MESSAGES-PACK: :[[@LINE-1]]:14: warning: 'Pool' makes a pool without 'size', 'set_wait': all requests queue for one channel
  // CHECK-NOTES-PACK: :[[@LINE-2]]:14: note: without 'set_wait', a request waits for ever for a free channel
  // CHECK-FIXES-PACK: {{^}}  acme::Pool pool(where, 7 /*PoolSize*/);
  // CHECK-FIXES-PACK-NEXT: {{^}}  pool.set_wait(std::chrono::seconds(2)); // WaitSeconds
  return acme::ask(pool.lend(), "ready");
}

int ask_with_limits(const std::string &where) {
  acme::Pool one(where, 1);
  // CHECK-MESSAGES-PACK: :[[@LINE-1]]:14: warning: 'Pool' makes a pool without 'size': all requests queue for one channel
  // CHECK-FIXES-PACK: {{^}}  acme::Pool one(where, 7 /*PoolSize*/);
  one.set_wait(std::chrono::milliseconds(300));
  acme::Pool told(where, 4);
  told.set_wait(std::chrono::milliseconds(300));
  return acme::ask(told.lend(), "ready") + acme::ask(one.lend(), "ready");
}
