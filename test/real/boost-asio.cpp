// RUN: %check_async_tidy %s async-blocking-call %t --real -- -DBOOST_ASIO_HAS_CO_AWAIT -DBOOST_ASIO_HAS_STD_COROUTINE
#include <utility>

#include <boost/asio.hpp>
#include <chrono>
#include <thread>

namespace asio = boost::asio;
using tcp = asio::ip::tcp;

asio::awaitable<void> sleeps() {
  std::this_thread::sleep_for(std::chrono::milliseconds(50));
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: 'sleep_for' blocks the event loop: it puts the thread to sleep
  // CHECK-FIXES: co_await boost::asio::steady_timer(co_await boost::asio::this_coro::executor, std::chrono::milliseconds(50)).async_wait(boost::asio::use_awaitable);
  co_return;
}

asio::awaitable<void> talks(tcp::socket socket) {
  char data[16];
  socket.read_some(asio::buffer(data));
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: '{{.*}}read_some' blocks the event loop: it waits for the network
  asio::write(socket, asio::buffer(data));
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: 'write' blocks the event loop: it waits for the network
  co_await socket.async_read_some(asio::buffer(data), asio::use_awaitable);
  co_await asio::async_write(socket, asio::buffer(data), asio::use_awaitable);
}

asio::awaitable<void> resolves() {
  tcp::resolver resolver(co_await asio::this_coro::executor);
  resolver.resolve("localhost", "80");
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: '{{.*}}resolve' blocks the event loop: it waits for a name server
  co_await resolver.async_resolve("localhost", "80", asio::use_awaitable);
}

asio::awaitable<void> waits() {
  asio::steady_timer timer(co_await asio::this_coro::executor, std::chrono::seconds(1));
  timer.wait();
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: '{{.*}}wait' blocks the event loop: it puts the thread to sleep
  co_await timer.async_wait(asio::use_awaitable);
}

void callbacks(asio::io_context &loop, asio::thread_pool &pool, tcp::socket &socket) {
  asio::post(loop, [] {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: 'sleep_for' blocks the event loop: it puts the thread to sleep
  });
  asio::post(pool, [] { std::this_thread::sleep_for(std::chrono::milliseconds(50)); });
  static char data[16];
  socket.async_read_some(asio::buffer(data), [](boost::system::error_code, std::size_t) {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: 'sleep_for' blocks the event loop: it puts the thread to sleep
  });
}

asio::awaitable<void> offloaded() {
  std::this_thread::sleep_for(std::chrono::milliseconds(50));
  co_return;
}

void spawns(asio::thread_pool &pool) { asio::co_spawn(pool, offloaded(), asio::detached); }
