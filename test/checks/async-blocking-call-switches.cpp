// RUN: %check_async_tidy %s async-blocking-call %t --no-fix
#include <coro/coro.hpp>
#include <cppcoro/io_service.hpp>
#include <cppcoro/static_thread_pool.hpp>
#include <cppcoro/sync_wait.hpp>
#include <cppcoro/task.hpp>
#include <libpq-fe.h>

cppcoro::task<> moves_to_a_pool(cppcoro::static_thread_pool &Pool, PGconn *C) {
  PQexec(C, "select 1");
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'PQexec' blocks the event loop: it waits for the database [async-blocking-call]
  co_await Pool.schedule();
  PQexec(C, "select 2");
}

cppcoro::task<> moves_to_a_pool_and_back(cppcoro::static_thread_pool &Pool, cppcoro::io_service &Io, PGconn *C) {
  co_await Pool.schedule();
  PQexec(C, "select 1");
  co_await Io.schedule();
  PQexec(C, "select 2");
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'PQexec' blocks the event loop: it waits for the database [async-blocking-call]
}

cppcoro::task<int> answer();

cppcoro::task<> waits_instead_of_awaiting() {
  int Value = cppcoro::sync_wait(answer());
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: 'sync_wait' blocks the event loop: it waits for other work to finish [async-blocking-call]
  Value = co_await answer();
}

coro::task<int> other_answer();

coro::task<void> waits_instead_of_awaiting_in_libcoro() {
  int Value = coro::sync_wait(other_answer());
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: 'sync_wait' blocks the event loop: it waits for other work to finish [async-blocking-call]
  Value = co_await other_answer();
}
