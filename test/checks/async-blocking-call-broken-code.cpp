// RUN: %check_async_tidy %s async-blocking-call %t --no-fix
#include <chrono>
#include <libpq-fe.h>
#include <mock/task.h>
#include <thread>

Task<> error_in_the_body(PGconn *C) {
  undeclared(PQexec(C, "select 1"));
  // CHECK-MESSAGES: :[[@LINE-1]]:3: error: use of undeclared identifier 'undeclared' [clang-diagnostic-error]
  PQexec(C, "select 2");
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'PQexec' blocks the event loop: it waits for the database [async-blocking-call]
  co_await next_event();
}

Task<> error_in_an_argument(PGconn *C) {
  PQexec(C, missing);
  // CHECK-MESSAGES: :[[@LINE-1]]:13: error: use of undeclared identifier 'missing' [clang-diagnostic-error]
  co_await next_event();
}

Task<> wrong_number_of_arguments(PGconn *C) {
  PQexec(C);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: error: no matching function for call to 'PQexec' [clang-diagnostic-error]
  std::this_thread::sleep_for();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: error: no matching function for call to 'sleep_for' [clang-diagnostic-error]
  co_await next_event();
}

Missing unknown_return_type(PGconn *C) {
  // CHECK-MESSAGES: :[[@LINE-1]]:1: error: unknown type name 'Missing' [clang-diagnostic-error]
  PQexec(C, "select 1");
  return {};
}

struct Incomplete;

Task<> incomplete_object(Incomplete &Object, PGconn *C) {
  Object.run();
  // CHECK-MESSAGES: :[[@LINE-1]]:9: error: member access into incomplete type 'Incomplete' [clang-diagnostic-error]
  co_await next_event();
}
