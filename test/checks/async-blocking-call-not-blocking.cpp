// RUN: %check_async_tidy %s async-blocking-call %t
#include <condition_variable>
#include <future>
#include <httplib.h>
#include <libpq-fe.h>
#include <memory>
#include <mock/task.h>
#include <mutex>
#include <mysql/mysql.h>
#include <optional>
#include <poll.h>
#include <semaphore>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <thread>

using namespace std::chrono_literals;

struct connection_pool {
  static connection_pool &instance();
  int get() const;
  int wait() const;
};

Task<> get_on_what_is_no_future(std::unique_ptr<int> Owned, std::shared_ptr<int> Shared,
                                std::reference_wrapper<int> Reference) {
  int Sum = connection_pool::instance().get() + connection_pool::instance().wait();
  int *Raw = Owned.get();
  Raw = Shared.get();
  Sum += Reference.get();
  co_await next_event();
}

Task<> waits_of_zero(std::future<int> Answer, std::condition_variable &Ready, std::mutex &M,
                     std::counting_semaphore<> &Slots) {
  bool Done = Answer.wait_for(0s) == std::future_status::ready;
  Done = Answer.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
  Done = Answer.wait_for(std::chrono::milliseconds{0}) == std::future_status::ready;
  Done = Answer.wait_for(std::chrono::seconds::zero()) == std::future_status::ready;
  Done = Slots.try_acquire();
  Done = Slots.try_acquire_for(0ms);
  pollfd Descriptor{};
  poll(&Descriptor, 1, 0);
  epoll_event Event{};
  epoll_wait(3, &Event, 1, 0);
  co_await next_event();
}

Task<> waits_with_a_timeout_block(std::future<int> Answer, int Timeout) {
  Answer.wait_for(10ms);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: '{{.*}}wait_for' blocks the event loop: it waits for other work to finish [async-blocking-call]
  pollfd Descriptor{};
  poll(&Descriptor, 1, 100);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'poll' blocks the event loop: it waits for other work to finish [async-blocking-call]
  epoll_event Event{};
  epoll_wait(3, &Event, 1, -1);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'epoll_wait' blocks the event loop: it waits for other work to finish [async-blocking-call]
  poll(&Descriptor, 1, Timeout);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'poll' blocks the event loop: it waits for other work to finish [async-blocking-call]
  co_await next_event();
}

Task<int> future_known_to_be_ready(std::future<int> Answer) {
  if (Answer.wait_for(0s) == std::future_status::ready)
    co_return Answer.get();
  if (Answer.wait_for(0s) != std::future_status::ready)
    co_return 0;
  co_return Answer.get();
}

Task<int> future_not_known_to_be_ready(std::future<int> Answer, std::future<int> Other) {
  if (Other.wait_for(0s) == std::future_status::ready)
    co_return Answer.get();
    // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: '{{.*}}future::get' blocks the event loop: it waits for other work to finish [async-blocking-call]
  co_return 0;
}

Task<> tries_only_and_awaits(std::mutex &M) {
  if (M.try_lock())
    M.unlock();
  co_await next_event();
}

Task<> unevaluated(PGconn *C) {
  using Result = decltype(PQexec(C, ""));
  static_assert(noexcept(PQexec(C, "")) || true);
  auto Size = sizeof(PQexec(C, ""));
  static_assert(requires { PQexec(C, ""); });
  co_await next_event();
}

template <bool Slow> Task<> discarded_branch(PGconn *C) {
  if constexpr (Slow)
    PQexec(C, "select 1");
  co_await next_event();
}
template Task<> discarded_branch<false>(PGconn *);

Task<> never_taken(PGconn *C) {
  if constexpr (sizeof(int) == 1)
    PQexec(C, "select 1");
  co_await next_event();
}

void handlers_that_own_a_thread(httplib::Server &Server, PGconn *C) {
  Server.Get("/orders", [C](const httplib::Request &, httplib::Response &) {
    PQexec(C, "select 1");
    std::this_thread::sleep_for(1s);
  });
  Server.listen("localhost", 8080);
}

Task<> result_that_has_arrived(PGconn *C) {
  PQsendQuery(C, "select 1");
  co_await next_event();
  PQconsumeInput(C);
  if (PQisBusy(C) == 0)
    PQclear(PQgetResult(C));
}

Task<> result_that_may_not_have_arrived(PGconn *C) {
  PQsendQuery(C, "select 1");
  PQclear(PQgetResult(C));
  // CHECK-MESSAGES: :[[@LINE-1]]:11: warning: 'PQgetResult' blocks the event loop: it waits for the database [async-blocking-call]
  co_await next_event();
}

Task<> other_connection_is_not_busy(PGconn *C, PGconn *Other) {
  if (PQisBusy(Other) == 0)
    PQclear(PQgetResult(C));
    // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: 'PQgetResult' blocks the event loop: it waits for the database [async-blocking-call]
  co_await next_event();
}

Task<> rows_that_are_here(MYSQL *C) {
  MYSQL_RES *Rows = mysql_store_result(C);
  // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: 'mysql_store_result' blocks the event loop: it waits for the database [async-blocking-call]
  while (MYSQL_ROW Row = mysql_fetch_row(Rows))
    ;
  co_await next_event();
}

Task<> rows_that_come_one_by_one(MYSQL *C) {
  MYSQL_RES *Rows = mysql_use_result(C);
  while (MYSQL_ROW Row = mysql_fetch_row(Rows))
    // CHECK-MESSAGES: :[[@LINE-1]]:26: warning: 'mysql_fetch_row' blocks the event loop: it waits for the database [async-blocking-call]
    ;
  co_await next_event();
}

Task<> copy_data_without_waiting(PGconn *C, char *Buffer) {
  PQgetCopyData(C, &Buffer, 1);
  PQgetCopyData(C, &Buffer, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'PQgetCopyData' blocks the event loop: it waits for the database [async-blocking-call]
  co_await next_event();
}

Task<> flags_say_that_it_does_not_wait(int Socket, char *Data) {
  recv(Socket, Data, 1, MSG_DONTWAIT);
  send(Socket, Data, 1, MSG_DONTWAIT | MSG_NOSIGNAL);
  co_await next_event();
}

[[clang::annotate("async_tidy::nonblocking")]] void known_better(PGconn *C) { PQexec(C, "select 1"); }
[[clang::annotate("async_tidy::blocking")]] void known_to_block();
void attributed_as_blocking() [[clang::blocking]];
void attributed_as_nonblocking() noexcept [[clang::nonblocking]];

Task<> declarations_decide(PGconn *C) {
  known_better(C);
  attributed_as_nonblocking();
  known_to_block();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'known_to_block' blocks the event loop: it waits for other work to finish [async-blocking-call]
  attributed_as_blocking();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'attributed_as_blocking' blocks the event loop: it waits for other work to finish [async-blocking-call]
  co_await next_event();
}

namespace shop {
void sleep(int Seconds);
int system(const char *Command);
struct Cart {
  int get() const;
  void join();
  void wait(int);
  void PQexec();
};
struct future {
  int get() const;
};

Task<> own_functions_of_the_same_name(Cart &Full, future &Mine) {
  sleep(1);
  system("restock");
  Full.get();
  Full.join();
  Full.wait(1);
  Full.PQexec();
  Mine.get();
  co_await next_event();
}
} // namespace shop

struct Database {
  void insert(int Row);
  void query(const char *);
  int exec(const char *);
};

Task<> own_database_of_unknown_kind(Database &Orders) {
  Orders.insert(1);
  Orders.query("select 1");
  Orders.exec("select 1");
  co_await next_event();
}

Task<> console_output_is_fine(int Value) {
  std::printf("%d\n", Value);
  std::fputs("x", stderr);
  co_await next_event();
}
