// RUN: %check_async_tidy %s async-blocking-call %t --real -- -I%inputs/include/mock
#include "task.h"
#include <pqxx/pqxx>

int count(pqxx::transaction_base &transaction) {
  return static_cast<int>(transaction.exec("SELECT 1").size());
}

Task<int> query() {
  pqxx::connection database("dbname=orders");
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: '{{.*}}' blocks the event loop: it waits for the database
  pqxx::work transaction(database);
  transaction.exec_params("SELECT $1", 1);
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: '{{.*}}exec_params' blocks the event loop: it waits for the database
  const int rows = count(transaction);
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: call to 'count' blocks the event loop: it leads to '{{.*}}exec', which waits for the database
  transaction.commit();
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: '{{.*}}commit' blocks the event loop: it waits for the database
  co_return rows;
}

int plain(pqxx::transaction_base &transaction) { return count(transaction); }
