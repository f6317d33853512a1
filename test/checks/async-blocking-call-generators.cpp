// RUN: %check_async_tidy %s async-blocking-call %t
#include <cppcoro/generator.hpp>
#include <libpq-fe.h>
#include <mock/task.h>

cppcoro::generator<int> runs_in_its_caller(PGconn *C) {
  PQexec(C, "select 1");
  co_yield 1;
}

void plain_caller_is_silent(PGconn *C) {
  for (int Row : runs_in_its_caller(C))
    ;
}

Task<> caller_on_the_loop(PGconn *C) {
  for (int Row : runs_in_its_caller(C))
    // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: call to 'runs_in_its_caller' blocks the event loop: it leads to 'PQexec', which waits for the database [async-blocking-call]
    // CHECK-NOTES: :[[@LINE-12]]:3: note: 'runs_in_its_caller' calls 'PQexec' here, which blocks
    ;
  co_await next_event();
}
