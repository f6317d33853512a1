// RUN: %check_async_tidy %s async-blocking-call %t
#include <boost/asio/awaitable.hpp>
#include <chrono>
#include <ctime>
#include <mutex>
#include <thread>
#include <unistd.h>
// CHECK-FIXES: #include <boost/asio/awaitable.hpp>
// CHECK-FIXES: #include <boost/asio/steady_timer.hpp>
// CHECK-FIXES: #include <boost/asio/this_coro.hpp>
// CHECK-FIXES: #include <boost/asio/use_awaitable.hpp>
// CHECK-FIXES: #include <chrono>

using boost::asio::awaitable;
using namespace std::chrono_literals;

awaitable<void> sleeps_in_coroutine() {
  std::this_thread::sleep_for(1s);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'sleep_for' blocks the event loop: it puts the thread to sleep [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-2]]:3: note: use 'co_await boost::asio::steady_timer({{.*}}' instead
  // CHECK-FIXES: {{^}}  co_await boost::asio::steady_timer(co_await boost::asio::this_coro::executor, 1s).async_wait(boost::asio::use_awaitable);
  co_return;
}

awaitable<void> keeps_the_text_of_the_duration(std::chrono::milliseconds backoff, int attempt) {
  std::this_thread::sleep_for(backoff * attempt + std::chrono::milliseconds(5));
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'sleep_for' blocks the event loop: it puts the thread to sleep [async-blocking-call]
  // CHECK-FIXES: co_await boost::asio::steady_timer(co_await boost::asio::this_coro::executor, backoff * attempt + std::chrono::milliseconds(5)).async_wait(boost::asio::use_awaitable);
  co_return;
}

awaitable<int> sleeps_in_a_branch(bool busy) {
  if (busy)
    std::this_thread::sleep_for(11ms);
  // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'sleep_for' blocks the event loop: it puts the thread to sleep [async-blocking-call]
  // CHECK-FIXES: {{^}}    co_await boost::asio::steady_timer(co_await boost::asio::this_coro::executor, 11ms).async_wait(boost::asio::use_awaitable);
  while (busy) {
    std::this_thread::sleep_for(12ms);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'sleep_for' blocks the event loop: it puts the thread to sleep [async-blocking-call]
    // CHECK-FIXES: {{^}}    co_await boost::asio::steady_timer(co_await boost::asio::this_coro::executor, 12ms).async_wait(boost::asio::use_awaitable);
  }
  co_return 1;
}

awaitable<void> seconds_become_chrono() {
  sleep(2);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'sleep' blocks the event loop: it puts the thread to sleep [async-blocking-call]
  // CHECK-FIXES: {{^}}  co_await boost::asio::steady_timer(co_await boost::asio::this_coro::executor, std::chrono::seconds(2)).async_wait(boost::asio::use_awaitable);
  ::sleep(3);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'sleep' blocks the event loop: it puts the thread to sleep [async-blocking-call]
  // CHECK-FIXES: {{^}}  co_await boost::asio::steady_timer(co_await boost::asio::this_coro::executor, std::chrono::seconds(3)).async_wait(boost::asio::use_awaitable);
  co_return;
}

awaitable<void> microseconds_become_chrono(unsigned pause) {
  usleep(pause);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'usleep' blocks the event loop: it puts the thread to sleep [async-blocking-call]
  // CHECK-FIXES: {{^}}  co_await boost::asio::steady_timer(co_await boost::asio::this_coro::executor, std::chrono::microseconds(pause)).async_wait(boost::asio::use_awaitable);
  usleep(pause * 2 + 1);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'usleep' blocks the event loop: it puts the thread to sleep [async-blocking-call]
  // CHECK-FIXES: {{^}}  co_await boost::asio::steady_timer(co_await boost::asio::this_coro::executor, std::chrono::microseconds(pause * 2 + 1)).async_wait(boost::asio::use_awaitable);
  co_return;
}

awaitable<void> time_point_has_no_duration(std::chrono::steady_clock::time_point due) {
  std::this_thread::sleep_until(due);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'sleep_until' blocks the event loop: it puts the thread to sleep [async-blocking-call]
  // CHECK-FIXES: {{^}}  std::this_thread::sleep_until(due);
  co_return;
}

awaitable<void> timespec_has_no_duration() {
  timespec pause{1, 0};
  nanosleep(&pause, nullptr);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'nanosleep' blocks the event loop: it puts the thread to sleep [async-blocking-call]
  // CHECK-FIXES: {{^}}  nanosleep(&pause, nullptr);
  co_return;
}

awaitable<void> lambda_that_is_a_coroutine() {
  auto later = []() -> awaitable<void> {
    std::this_thread::sleep_for(21ms);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'sleep_for' blocks the event loop: it puts the thread to sleep [async-blocking-call]
    // CHECK-FIXES: {{^}}    co_await boost::asio::steady_timer(co_await boost::asio::this_coro::executor, 21ms).async_wait(boost::asio::use_awaitable);
    co_return;
  };
  co_await later();
}

template <typename Rep> awaitable<void> template_is_fixed_once(Rep Ticks) {
  std::this_thread::sleep_for(22ms);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'sleep_for' blocks the event loop: it puts the thread to sleep [async-blocking-call]
  // CHECK-FIXES: {{^}}  co_await boost::asio::steady_timer(co_await boost::asio::this_coro::executor, 22ms).async_wait(boost::asio::use_awaitable);
  co_return;
}
template awaitable<void> template_is_fixed_once<int>(int);
template awaitable<void> template_is_fixed_once<long>(long);

awaitable<void> not_fixed_under_a_lock(std::mutex &M) {
  std::lock_guard Guard(M);
  std::this_thread::sleep_for(31ms);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'sleep_for' blocks the event loop: it puts the thread to sleep [async-blocking-call]
  // CHECK-FIXES: {{^}}  std::this_thread::sleep_for(31ms);
  co_return;
}

awaitable<void> fixed_after_the_lock(std::mutex &M) {
  {
    std::lock_guard Guard(M);
  }
  std::this_thread::sleep_for(32ms);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'sleep_for' blocks the event loop: it puts the thread to sleep [async-blocking-call]
  // CHECK-FIXES: {{^}}  co_await boost::asio::steady_timer(co_await boost::asio::this_coro::executor, 32ms).async_wait(boost::asio::use_awaitable);
  co_return;
}

void risky();

awaitable<void> not_fixed_in_a_handler_of_exceptions() {
  try {
    risky();
  } catch (...) {
    std::this_thread::sleep_for(33ms);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'sleep_for' blocks the event loop: it puts the thread to sleep [async-blocking-call]
    // CHECK-FIXES: {{^}}    std::this_thread::sleep_for(33ms);
  }
  co_return;
}

#define BACK_OFF(TIME) std::this_thread::sleep_for(TIME)

awaitable<void> not_fixed_in_a_macro() {
  BACK_OFF(34ms);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'sleep_for' blocks the event loop: it puts the thread to sleep [async-blocking-call]
  // CHECK-FIXES: {{^}}  BACK_OFF(34ms);
  co_return;
}

awaitable<unsigned> not_fixed_where_the_value_is_used() {
  unsigned Left = sleep(5);
  // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: 'sleep' blocks the event loop: it puts the thread to sleep [async-blocking-call]
  // CHECK-FIXES: {{^}}  unsigned Left = sleep(5);
  if (usleep(35) != 0)
    // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'usleep' blocks the event loop: it puts the thread to sleep [async-blocking-call]
    // CHECK-FIXES: {{^}}  if (usleep(35) != 0)
    co_return 0;
  co_return Left;
}

void plain_function_is_silent() { std::this_thread::sleep_for(36ms); }

awaitable<void> not_fixed_in_a_lambda_that_is_no_coroutine() {
  auto Pause = [] { std::this_thread::sleep_for(37ms); };
  Pause();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to '{{.*}}' blocks the event loop: it leads to 'sleep_for', which puts the thread to sleep [async-blocking-call]
  // CHECK-FIXES: {{^}}  auto Pause = [] { std::this_thread::sleep_for(37ms); };
  co_return;
}
