// RUN: %check_async_tidy %s async-blocking-call %t --real -- -DASIO_HAS_CO_AWAIT -DASIO_HAS_STD_COROUTINE
#include <asio.hpp>
#include <chrono>
#include <thread>

using asio::ip::tcp;

asio::awaitable<void> sleeps() {
  std::this_thread::sleep_for(std::chrono::milliseconds(50));
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: 'sleep_for' blocks the event loop: it puts the thread to sleep
  // CHECK-FIXES: co_await asio::steady_timer(co_await asio::this_coro::executor, std::chrono::milliseconds(50)).async_wait(asio::use_awaitable);
  co_return;
}

asio::awaitable<void> talks(tcp::socket socket, tcp::acceptor &acceptor) {
  char data[16];
  asio::read(socket, asio::buffer(data));
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: 'read' blocks the event loop: it waits for the network
  acceptor.accept(socket);
  // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: '{{.*}}accept' blocks the event loop: it waits for the network
  co_await asio::async_read(socket, asio::buffer(data), asio::use_awaitable);
}

void callbacks(asio::io_context &loop, asio::thread_pool &pool) {
  asio::post(loop, [] {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: 'sleep_for' blocks the event loop: it puts the thread to sleep
  });
  asio::post(pool, [] { std::this_thread::sleep_for(std::chrono::milliseconds(50)); });
}
