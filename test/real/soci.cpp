// RUN: %check_async_tidy %s async-blocking-call %t --real -- -I%inputs/include/mock
#include "task.h"
#include <soci/soci.h>
#include <string>

Task<int> queries() {
  soci::session database("postgresql", "dbname=orders");
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: '{{.*}}session' blocks the event loop: it waits for the database
  int count = 0;
  database << "SELECT count(*) FROM orders", soci::into(count);
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: '{{.*}}operator<<' blocks the event loop: it waits for the database
  co_return count;
}
