// RUN: %check_async_tidy %s async-blocking-call %t
#include <chrono>
#include <coro/coro.hpp>
#include <memory>
#include <thread>

using namespace std::chrono_literals;

coro::task<void> scheduler_in_scope(std::shared_ptr<coro::scheduler> Scheduler) {
  std::this_thread::sleep_for(10ms);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'sleep_for' blocks the event loop: it puts the thread to sleep [async-blocking-call]
  // CHECK-FIXES: {{^}}  co_await Scheduler->yield_for(10ms);
  co_return;
}

coro::task<void> no_scheduler_in_scope() {
  std::this_thread::sleep_for(11ms);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'sleep_for' blocks the event loop: it puts the thread to sleep [async-blocking-call]
  // CHECK-FIXES: {{^}}  std::this_thread::sleep_for(11ms);
  co_return;
}

coro::task<void> moves_to_a_pool(coro::thread_pool &Pool) {
  co_await Pool.schedule();
  std::this_thread::sleep_for(12ms);
}
