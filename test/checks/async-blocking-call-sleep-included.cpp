// RUN: %check_async_tidy %s async-blocking-call %t
#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <chrono>
#include <thread>
// CHECK-FIXES: #include <boost/asio/awaitable.hpp>


namespace net = boost::asio;
using namespace std::chrono_literals;

net::awaitable<void> nothing_is_included_twice() {
  std::this_thread::sleep_for(1s);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'sleep_for' blocks the event loop: it puts the thread to sleep [async-blocking-call]
  // CHECK-FIXES: {{^}}  co_await boost::asio::steady_timer(co_await boost::asio::this_coro::executor, 1s).async_wait(boost::asio::use_awaitable);
  co_return;
}

net::awaitable<void> awaited_timer_is_fine() {
  net::steady_timer Timer(co_await net::this_coro::executor, 1s);
  co_await Timer.async_wait(net::use_awaitable);
  co_await net::steady_timer(co_await net::this_coro::executor, 2s)
      .async_wait(net::use_awaitable);
}

net::awaitable<void> waiting_timer_blocks() {
  net::steady_timer Timer(co_await net::this_coro::executor, 1s);
  Timer.wait();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'steady_timer::wait' blocks the event loop: it puts the thread to sleep [async-blocking-call]
}
