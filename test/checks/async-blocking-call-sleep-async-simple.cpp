// RUN: %check_async_tidy %s async-blocking-call %t
#include <async_simple/coro/Lazy.h>
#include <chrono>
#include <thread>
// CHECK-FIXES: #include <async_simple/coro/Lazy.h>
// CHECK-FIXES: #include <async_simple/coro/Sleep.h>

using namespace std::chrono_literals;

async_simple::coro::Lazy<void> sleeps_in_coroutine() {
  std::this_thread::sleep_for(10ms);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'sleep_for' blocks the event loop: it puts the thread to sleep [async-blocking-call]
  // CHECK-FIXES: {{^}}  co_await async_simple::coro::sleep(10ms);
  co_return;
}
