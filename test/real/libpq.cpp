// RUN: %check_async_tidy %s async-blocking-call %t --real -- -I%inputs/include/mock -isystem /usr/include/postgresql
#include "task.h"
#include <libpq-fe.h>

Task<> queries() {
  PGconn *database = PQconnectdb("dbname=orders");
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: 'PQconnectdb' blocks the event loop: it waits for the database
  PGresult *result = PQexec(database, "SELECT 1");
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: 'PQexec' blocks the event loop: it waits for the database
  PQclear(result);
  co_return;
}

Task<> sends(PGconn *database) {
  PQsendQuery(database, "SELECT 1");
  PQconsumeInput(database);
  if (PQisBusy(database) == 0)
    PQclear(PQgetResult(database));
  co_return;
}

Task<> waits(PGconn *database) {
  PQclear(PQgetResult(database));
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: 'PQgetResult' blocks the event loop: it waits for the database
  co_return;
}
