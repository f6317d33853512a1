// RUN: %check_async_tidy %s async-blocking-call %t
#include <chrono>
#include <seastar/core/coroutine.hh>
#include <seastar/core/future.hh>
#include <seastar/core/thread.hh>
#include <thread>
// CHECK-FIXES: #include <seastar/core/coroutine.hh>
// CHECK-FIXES: #include <seastar/core/future.hh>
// CHECK-FIXES: #include <seastar/core/sleep.hh>

using namespace std::chrono_literals;

seastar::future<> sleeps_in_coroutine() {
  std::this_thread::sleep_for(10ms);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'sleep_for' blocks the event loop: it puts the thread to sleep [async-blocking-call]
  // CHECK-FIXES: {{^}}  co_await seastar::sleep(10ms);
  co_return;
}

seastar::future<> no_coroutine_takes_no_await(seastar::future<> Ready) {
  std::this_thread::sleep_for(11ms);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'sleep_for' blocks the event loop: it puts the thread to sleep [async-blocking-call]
  // CHECK-FIXES: {{^}}  std::this_thread::sleep_for(11ms);
  return Ready;
}

seastar::future<> stackful_thread() {
  return seastar::async([] {
    std::this_thread::sleep_for(12ms);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'sleep_for' blocks the event loop: it puts the thread to sleep [async-blocking-call]
    // CHECK-FIXES: {{^}}    seastar::sleep(12ms).get();
  });
}
