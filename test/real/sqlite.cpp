// RUN: %check_async_tidy %s async-blocking-call %t --real -- -I%inputs/include/mock
#include "task.h"
#include <sqlite3.h>

Task<> queries(sqlite3 *database, sqlite3_stmt *statement) {
  sqlite3_exec(database, "SELECT 1", nullptr, nullptr, nullptr);
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: 'sqlite3_exec' blocks the event loop: it waits for the database
  sqlite3_step(statement);
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: 'sqlite3_step' blocks the event loop: it waits for the database
  sqlite3_column_int(statement, 0);
  co_return;
}
