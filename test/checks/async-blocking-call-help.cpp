// RUN: %check_async_tidy %s async-blocking-call %t --no-fix
#include <boost/asio.hpp>
#include <fstream>
#include <future>
#include <libpq-fe.h>
#include <mock/task.h>
#include <thread>

namespace net = boost::asio;

net::awaitable<void> names_the_async_form_of_a_function(net::ip::tcp::socket &Socket) {
  char Data[8];
  net::write(Socket, net::buffer(Data));
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'write' blocks the event loop: it waits for the network [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-2]]:3: note: use 'async_write' instead and await it
  co_return;
}

net::awaitable<void> names_the_async_form_of_a_method(net::ip::tcp::socket &Socket, net::steady_timer &Timer) {
  char Data[8];
  Socket.read_some(net::buffer(Data));
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'socket::read_some' blocks the event loop: it waits for the network [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-2]]:3: note: use 'async_read_some' instead and await it
  Timer.wait();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'steady_timer::wait' blocks the event loop: it puts the thread to sleep [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-2]]:3: note: use 'async_wait' instead and await it
  co_return;
}

class Repository {
public:
  [[clang::annotate("async_tidy::blocking")]] int load(int Id);
  net::awaitable<int> co_load(int Id);
  [[clang::annotate("async_tidy::blocking")]] int fetchSync(int Id);
  net::awaitable<int> fetchCoro(int Id);
};

net::awaitable<void> names_the_async_form_of_the_project(Repository &Orders) {
  Orders.load(1);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'Repository::load' blocks the event loop: it waits for other work to finish [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-2]]:3: note: use 'co_load' instead and await it
  Orders.fetchSync(1);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'Repository::fetchSync' blocks the event loop: it waits for other work to finish [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-2]]:3: note: use 'fetchCoro' instead and await it
  co_await Orders.co_load(1);
}

net::awaitable<void> names_what_the_runtime_has(std::string Path) {
  std::ifstream In(Path);
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: 'std::ifstream' blocks the event loop: it waits for the disk [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-2]]:17: note: use boost::asio::stream_file{{.*}} instead
  co_return;
}

Task<> unknown_runtime_gets_general_advice(PGconn *C, std::future<int> Answer) {
  std::this_thread::sleep_for(std::chrono::seconds(1));
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'sleep_for' blocks the event loop: it puts the thread to sleep [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-2]]:3: note: await a timer of the runtime instead
  Answer.wait();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'future::wait' blocks the event loop: it waits for other work to finish [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-2]]:3: note: await the result instead of waiting for it
  co_await next_event();
}
