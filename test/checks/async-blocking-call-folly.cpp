// RUN: %check_async_tidy %s async-blocking-call %t --no-fix
#include <folly/coro/BlockingWait.h>
#include <folly/coro/Mutex.h>
#include <folly/coro/Task.h>
#include <folly/executors/CPUThreadPoolExecutor.h>
#include <folly/executors/GlobalExecutor.h>
#include <folly/futures/Future.h>
#include <folly/io/async/AsyncSignalHandler.h>
#include <folly/io/async/EventBase.h>
#include <libpq-fe.h>

folly::coro::Task<int> answer();

folly::coro::Task<void> function_objects_wait() {
  int Value = folly::coro::blocking_wait(answer());
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: 'blocking_wait' blocks the event loop: it waits for other work to finish [async-blocking-call]
  Value = folly::coro::blockingWait(answer());
  // CHECK-MESSAGES: :[[@LINE-1]]:11: warning: 'blockingWait' blocks the event loop: it waits for other work to finish [async-blocking-call]
  Value = co_await answer();
}

folly::coro::Task<void> futures_wait(folly::Future<int> Later, folly::SemiFuture<int> Other) {
  int Value = std::move(Later).get();
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: 'Future::get' blocks the event loop: it waits for other work to finish [async-blocking-call]
  Value = std::move(Other).get();
  // CHECK-MESSAGES: :[[@LINE-1]]:11: warning: 'SemiFuture::get' blocks the event loop: it waits for other work to finish [async-blocking-call]
  co_return;
}

folly::coro::Task<int> future_known_to_be_ready(folly::Future<int> Later) {
  if (Later.isReady())
    co_return std::move(Later).get();
  co_return 0;
}

folly::coro::Task<void> awaited_mutex_is_fine(folly::coro::Mutex &M) {
  auto Guard = co_await M.co_scoped_lock();
  co_await answer();
}

void work_of_the_loop(folly::EventBase &Loop, PGconn *C) {
  Loop.runInEventBaseThread([C] { PQexec(C, "select 1"); });
  // CHECK-MESSAGES: :[[@LINE-1]]:35: warning: 'PQexec' blocks the event loop: it waits for the database [async-blocking-call]
  Loop.runInLoop([C] { PQexec(C, "select 2"); });
  // CHECK-MESSAGES: :[[@LINE-1]]:24: warning: 'PQexec' blocks the event loop: it waits for the database [async-blocking-call]
}

void work_of_a_pool(folly::CPUThreadPoolExecutor &Pool, PGconn *C) {
  Pool.add([C] { PQexec(C, "select 1"); });
}

folly::coro::Task<int> only_on_the_pool(PGconn *C) {
  PQexec(C, "select 1");
  co_return 1;
}

folly::coro::Task<void> awaits_what_runs_on_the_pool(PGconn *C) {
  int Value = co_await folly::coro::co_withExecutor(folly::getGlobalCPUExecutor(), only_on_the_pool(C));
}

class Stop : public folly::AsyncSignalHandler {
public:
  Stop(folly::EventBase &Loop, PGconn *C) : AsyncSignalHandler(&Loop), C(C) {}
  void signalReceived(int) noexcept override {
    PQexec(C, "select pg_advisory_unlock_all()");
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'PQexec' blocks the event loop: it waits for the database [async-blocking-call]
  }

private:
  PGconn *C;
};
