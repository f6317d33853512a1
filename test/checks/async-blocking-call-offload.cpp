// RUN: %check_async_tidy %s async-blocking-call %t --no-fix
#include <boost/asio.hpp>
#include <fstream>
#include <future>
#include <libpq-fe.h>
#include <thread>

namespace net = boost::asio;
using boost::system::error_code;

void work_posted_to_a_pool(net::thread_pool &Pool, PGconn *C) {
  net::post(Pool, [C] { PQexec(C, "select 1"); });
  net::post(Pool.get_executor(), [C] { PQexec(C, "select 2"); });
  net::defer(Pool, [C] { PQexec(C, "select 3"); });
}

net::awaitable<void> work_posted_from_a_coroutine(net::thread_pool &Pool, PGconn *C) {
  net::post(Pool, [C] { PQexec(C, "select 1"); });
  PQexec(C, "select 2");
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'PQexec' blocks the event loop: it waits for the database [async-blocking-call]
  co_return;
}

void bound_to_a_pool(net::io_context &Io, net::thread_pool &Pool, PGconn *C) {
  net::post(net::bind_executor(Pool, [C] { PQexec(C, "select 1"); }));
  net::post(net::bind_executor(Io, [C] { PQexec(C, "select 2"); }));
  // CHECK-MESSAGES: :[[@LINE-1]]:42: warning: 'PQexec' blocks the event loop: it waits for the database [async-blocking-call]
}

void system_executor_is_a_pool(PGconn *C) {
  net::post(net::system_executor(), [C] { PQexec(C, "select 1"); });
}

void coroutine_lambda_on_a_pool(net::thread_pool &Pool, PGconn *C) {
  net::co_spawn(
      Pool,
      [C]() -> net::awaitable<void> {
        PQexec(C, "select 1");
        co_return;
      },
      net::detached);
}

net::awaitable<int> only_on_a_pool(PGconn *C) {
  PQexec(C, "select 1");
  co_return 1;
}

net::awaitable<void> awaits_what_runs_on_a_pool(net::thread_pool &Pool, PGconn *C) {
  int Value = co_await net::co_spawn(Pool, only_on_a_pool(C), net::use_awaitable);
}

net::awaitable<int> on_a_pool_and_on_the_loop(PGconn *C) {
  PQexec(C, "select 1");
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'PQexec' blocks the event loop: it waits for the database [async-blocking-call]
  co_return 1;
}

net::awaitable<void> awaits_both_ways(net::thread_pool &Pool, PGconn *C) {
  co_await net::co_spawn(Pool, on_a_pool_and_on_the_loop(C), net::use_awaitable);
  co_await on_a_pool_and_on_the_loop(C);
}

net::awaitable<void> spawned_on_a_pool_and_on_a_loop(PGconn *C) {
  PQexec(C, "select 1");
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'PQexec' blocks the event loop: it waits for the database [async-blocking-call]
  co_return;
}

void spawns_both_ways(net::io_context &Io, net::thread_pool &Pool, PGconn *C) {
  net::co_spawn(Io, spawned_on_a_pool_and_on_a_loop(C), net::detached);
  net::co_spawn(Pool, spawned_on_a_pool_and_on_a_loop(C), net::detached);
}

net::awaitable<void> switches_to_a_pool(net::thread_pool &Pool, PGconn *C) {
  PQexec(C, "select 1");
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'PQexec' blocks the event loop: it waits for the database [async-blocking-call]
  co_await net::post(net::bind_executor(Pool, net::use_awaitable));
  PQexec(C, "select 2");
}

net::awaitable<void> switches_back(net::io_context &Io, net::thread_pool &Pool, PGconn *C) {
  co_await net::post(net::bind_executor(Pool, net::use_awaitable));
  PQexec(C, "select 1");
  co_await net::post(net::bind_executor(Io, net::use_awaitable));
  PQexec(C, "select 2");
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'PQexec' blocks the event loop: it waits for the database [async-blocking-call]
}

net::awaitable<void> comes_back_with_the_token_of_the_coroutine(net::thread_pool &Pool, PGconn *C) {
  co_await net::post(Pool, net::use_awaitable);
  PQexec(C, "select 1");
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'PQexec' blocks the event loop: it waits for the database [async-blocking-call]
}

net::awaitable<void> own_threads(PGconn *C) {
  std::thread([C] { PQexec(C, "select 1"); }).detach();
  std::jthread Worker([C] { PQexec(C, "select 2"); });
  // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: '{{.*}}jthread' blocks the event loop: it waits for other work to finish [async-blocking-call]
  std::thread Named(&PQexec, C, "select 3");
  Named.detach();
  co_return;
}

net::awaitable<void> async_is_a_thread_but_its_future_waits(PGconn *C) {
  auto Later = std::async(std::launch::async, [C] { PQexec(C, "select 1"); });
  Later.get();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: '{{.*}}future::get' blocks the event loop: it waits for other work to finish [async-blocking-call]
  co_return;
}

void three_lambdas_deep(net::io_context &Io, PGconn *C) {
  net::post(Io, [C] {
    auto Start = [C] {
      std::thread([C] {
        PQexec(C, "select 1");
      }).detach();
    };
    Start();
  });
}

void from_the_pool_back_to_the_loop(net::io_context &Io, net::thread_pool &Pool, PGconn *C) {
  net::post(Pool, [&Io, C] {
    PQexec(C, "select 1");
    net::post(Io, [C] {
      PQexec(C, "select 2");
      // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'PQexec' blocks the event loop: it waits for the database [async-blocking-call]
    });
  });
}

void offloads(net::thread_pool &Pool, PGconn *C) {
  net::post(Pool, [C] { PQexec(C, "select 1"); });
}

net::awaitable<void> helper_that_offloads_is_fine(net::thread_pool &Pool, PGconn *C) {
  offloads(Pool, C);
  co_return;
}

class Service {
public:
  explicit Service(net::io_context &Io) : Io(Io) {}
  void run(PGconn *C) {
    net::post(Workers, [C] { PQexec(C, "select 1"); });
    net::post(Io, [C] { PQexec(C, "select 2"); });
    // CHECK-MESSAGES: :[[@LINE-1]]:25: warning: 'PQexec' blocks the event loop: it waits for the database [async-blocking-call]
  }

private:
  net::io_context &Io;
  net::thread_pool Workers{4};
};

void pool_executor_in_a_variable(net::thread_pool &Pool, PGconn *C) {
  auto Executor = Pool.get_executor();
  net::post(Executor, [C] { PQexec(C, "select 1"); });
}

template <typename Work> auto offload(net::thread_pool &Pool, Work Job) -> net::awaitable<decltype(Job())> {
  return net::co_spawn(
      Pool, [Job]() -> net::awaitable<decltype(Job())> { co_return Job(); }, net::use_awaitable);
}

net::awaitable<void> awaits_an_offload_of_its_own(net::thread_pool &Pool, PGconn *C) {
  PGresult *Result = co_await offload(Pool, [C] { return PQexec(C, "select 1"); });
}

template <typename Work> void in_the_background(net::thread_pool &Pool, Work Job) {
  net::post(Pool, std::move(Job));
}

net::awaitable<void> hands_over_to_a_pool_in_a_helper(net::thread_pool &Pool, PGconn *C) {
  in_the_background(Pool, [C] { PQexec(C, "select 1"); });
  co_return;
}
