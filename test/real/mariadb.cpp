// RUN: %check_async_tidy %s async-blocking-call %t --real -- -I%inputs/include/mock -isystem /usr/include/mariadb
#include "task.h"
#include <mysql.h>

Task<> queries(MYSQL *database) {
  mysql_real_connect(database, "localhost", "user", "", "orders", 3306, nullptr, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: 'mysql_real_connect' blocks the event loop: it waits for the database
  mysql_query(database, "SELECT 1");
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: 'mysql_query' blocks the event loop: it waits for the database
  MYSQL_RES *result = mysql_store_result(database);
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: 'mysql_store_result' blocks the event loop: it waits for the database
  mysql_fetch_row(result);
  mysql_free_result(result);
  co_return;
}
