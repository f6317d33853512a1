// RUN: %check_async_tidy %s async-blocking-call %t
#include <asio/awaitable.hpp>
#include <chrono>
#include <thread>
#include <unistd.h>
// CHECK-FIXES: #include <asio/awaitable.hpp>
// CHECK-FIXES: #include <asio/steady_timer.hpp>
// CHECK-FIXES: #include <asio/this_coro.hpp>
// CHECK-FIXES: #include <asio/use_awaitable.hpp>
// CHECK-FIXES: #include <chrono>

asio::awaitable<void> sleeps_in_coroutine(std::chrono::seconds Pause) {
  std::this_thread::sleep_for(Pause);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'sleep_for' blocks the event loop: it puts the thread to sleep [async-blocking-call]
  // CHECK-FIXES: {{^}}  co_await asio::steady_timer(co_await asio::this_coro::executor, Pause).async_wait(asio::use_awaitable);
  usleep(500);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'usleep' blocks the event loop: it puts the thread to sleep [async-blocking-call]
  // CHECK-FIXES: {{^}}  co_await asio::steady_timer(co_await asio::this_coro::executor, std::chrono::microseconds(500)).async_wait(asio::use_awaitable);
  co_return;
}
