// RUN: %check_async_tidy %s async-blocking-call %t
#include <chrono>
#include <folly/coro/Task.h>
#include <thread>
#include <unistd.h>
// CHECK-FIXES: #include <folly/coro/Sleep.h>
// CHECK-FIXES: #include <folly/coro/Task.h>

using namespace std::chrono_literals;

folly::coro::Task<void> sleeps_in_coroutine() {
  std::this_thread::sleep_for(10ms);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'sleep_for' blocks the event loop: it puts the thread to sleep [async-blocking-call]
  // CHECK-FIXES: {{^}}  co_await folly::coro::sleep(10ms);
  sleep(1);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'sleep' blocks the event loop: it puts the thread to sleep [async-blocking-call]
  // CHECK-FIXES: {{^}}  co_await folly::coro::sleep(std::chrono::seconds(1));
  co_return;
}
