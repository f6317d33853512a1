// RUN: %check_async_tidy %s async-blocking-call %t --no-fix
#include <boost/asio.hpp>
#include <boost/beast.hpp>
#include <functional>
#include <libpq-fe.h>
#include <memory>
#include <thread>

namespace beast = boost::beast;
namespace http = beast::http;
namespace net = boost::asio;
using boost::system::error_code;
using namespace std::chrono_literals;

void query(PGconn *C) { PQexec(C, "select 1"); }

void plain_function_is_silent(PGconn *C) {
  PQexec(C, "select 1");
  auto Unused = [C] { PQexec(C, "select 2"); };
}

void coroutine_lambda_given_to_co_spawn(net::io_context &Io, PGconn *C) {
  net::co_spawn(
      Io,
      [C]() -> net::awaitable<void> {
        PQexec(C, "select 1");
        // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'PQexec' blocks the event loop: it waits for the database [async-blocking-call]
        co_return;
      },
      net::detached);
}

net::awaitable<void> later();

void lambda_that_returns_the_awaitable(net::io_context &Io, PGconn *C) {
  net::co_spawn(
      Io,
      [C] {
        PQexec(C, "select 1");
        // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'PQexec' blocks the event loop: it waits for the database [async-blocking-call]
        // CHECK-NOTES: :[[@LINE-5]]:{{[0-9]+}}: note: 'lambda' runs on the event loop: given to 'co_spawn' here
        return later();
      },
      net::detached);
}

void posted_work(net::io_context &Io, net::strand<net::io_context::executor_type> &Strand, PGconn *C) {
  net::post(Io, [C] { PQexec(C, "select 1"); });
  // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: 'PQexec' blocks the event loop: it waits for the database [async-blocking-call]
  net::dispatch(Io.get_executor(), [C] { PQexec(C, "select 2"); });
  // CHECK-MESSAGES: :[[@LINE-1]]:42: warning: 'PQexec' blocks the event loop: it waits for the database [async-blocking-call]
  net::defer(Strand, [C] { query(C); });
  // CHECK-MESSAGES: :[[@LINE-1]]:28: warning: call to 'query' blocks the event loop: it leads to 'PQexec', which waits for the database [async-blocking-call]
  net::post(Strand, net::bind_executor(Strand, [C] { PQexec(C, "select 3"); }));
  // CHECK-MESSAGES: :[[@LINE-1]]:54: warning: 'PQexec' blocks the event loop: it waits for the database [async-blocking-call]
}

void completion_handlers(net::steady_timer &Timer, net::ip::tcp::socket &Socket, net::signal_set &Signals,
                         PGconn *C) {
  Timer.async_wait([C](error_code) { PQexec(C, "select 1"); });
  // CHECK-MESSAGES: :[[@LINE-1]]:38: warning: 'PQexec' blocks the event loop: it waits for the database [async-blocking-call]
  char Data[8];
  net::async_read(Socket, net::buffer(Data), [C](error_code, std::size_t) { PQexec(C, "select 2"); });
  // CHECK-MESSAGES: :[[@LINE-1]]:77: warning: 'PQexec' blocks the event loop: it waits for the database [async-blocking-call]
  Signals.async_wait([C](error_code, int) { PQexec(C, "select 3"); });
  // CHECK-MESSAGES: :[[@LINE-1]]:45: warning: 'PQexec' blocks the event loop: it waits for the database [async-blocking-call]
}

class Session : public std::enable_shared_from_this<Session> {
public:
  void start() {
    http::async_read(Stream, Buffer, Request, beast::bind_front_handler(&Session::on_read, shared_from_this()));
    Timer.async_wait(std::bind(&Session::on_tick, this, std::placeholders::_1));
    Timer.async_wait([Self = shared_from_this()](error_code Code) { Self->on_lambda(Code); });
    // CHECK-MESSAGES: :[[@LINE-1]]:69: warning: call to 'Session::on_lambda' blocks the event loop: it leads to 'PQexec', which waits for the database [async-blocking-call]
  }

private:
  void on_read(error_code, std::size_t) {
    PQexec(C, "select 1");
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'PQexec' blocks the event loop: it waits for the database [async-blocking-call]
  }
  void on_tick(error_code) {
    PQexec(C, "select 2");
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'PQexec' blocks the event loop: it waits for the database [async-blocking-call]
  }
  void on_lambda(error_code) { PQexec(C, "select 3"); }
  void never_given_to_the_loop() { PQexec(C, "select 4"); }

  beast::tcp_stream Stream;
  beast::flat_buffer Buffer;
  http::request<http::string_body> Request;
  net::steady_timer Timer;
  PGconn *C;
};

struct Tick {
  void operator()(error_code) const {
    PQexec(C, "select 1");
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'PQexec' blocks the event loop: it waits for the database [async-blocking-call]
  }
  PGconn *C;
};

void function_object(net::steady_timer &Timer, PGconn *C) { Timer.async_wait(Tick{C}); }

PGconn *Shared;

void registered_by_name(error_code) {
  PQexec(Shared, "select 1");
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'PQexec' blocks the event loop: it waits for the database [async-blocking-call]
}

void registered_by_address(error_code) {
  PQexec(Shared, "select 2");
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'PQexec' blocks the event loop: it waits for the database [async-blocking-call]
}

void function_pointers(net::steady_timer &Timer) {
  Timer.async_wait(registered_by_name);
  Timer.async_wait(&registered_by_address);
}

void nested_lambdas(net::io_context &Io, net::steady_timer &Timer, PGconn *C) {
  net::post(Io, [&Timer, C] {
    Timer.async_wait([C](error_code) {
      PQexec(C, "select 1");
      // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'PQexec' blocks the event loop: it waits for the database [async-blocking-call]
    });
    auto Query = [C] { PQexec(C, "select 2"); };
    Query();
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: call to '{{.*}}' blocks the event loop: it leads to 'PQexec', which waits for the database [async-blocking-call]
  });
}

void generic_lambda(net::steady_timer &Timer, PGconn *C) {
  Timer.async_wait([C](auto Code) { PQexec(C, "select 1"); });
  // CHECK-MESSAGES: :[[@LINE-1]]:37: warning: 'PQexec' blocks the event loop: it waits for the database [async-blocking-call]
  Timer.async_wait([C](auto...) { PQexec(C, "select 2"); });
  // CHECK-MESSAGES: :[[@LINE-1]]:35: warning: 'PQexec' blocks the event loop: it waits for the database [async-blocking-call]
}

void variable_that_holds_a_lambda(net::io_context &Io, PGconn *C) {
  auto Work = [C] {
    PQexec(C, "select 1");
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'PQexec' blocks the event loop: it waits for the database [async-blocking-call]
  };
  net::post(Io, Work);
}

void moved_variable(net::io_context &Io, PGconn *C) {
  auto Work = [C] {
    PQexec(C, "select 1");
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'PQexec' blocks the event loop: it waits for the database [async-blocking-call]
  };
  net::post(Io, std::move(Work));
}

void local_std_function(net::io_context &Io, PGconn *C) {
  std::function<void()> Work = [C] {
    PQexec(C, "select 1");
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'PQexec' blocks the event loop: it waits for the database [async-blocking-call]
  };
  net::post(Io, Work);
}

struct Local {
  static void run(net::io_context &Io, PGconn *C) {
    struct Job {
      void operator()() const {
        PQexec(C, "select 1");
        // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'PQexec' blocks the event loop: it waits for the database [async-blocking-call]
      }
      PGconn *C;
    };
    net::post(Io, Job{C});
  }
};

template <typename Context> void template_that_posts(Context &Io, PGconn *C) {
  net::post(Io, [C] {
    PQexec(C, "select 1");
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'PQexec' blocks the event loop: it waits for the database [async-blocking-call]
  });
}
template void template_that_posts(net::io_context &, PGconn *);

[[clang::annotate("async_tidy::on_loop")]] void annotated_as_on_the_loop(PGconn *C) {
  PQexec(C, "select 1");
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'PQexec' blocks the event loop: it waits for the database [async-blocking-call]
}

void attributed_as_nonblocking(PGconn *C) noexcept [[clang::nonblocking]] {
  PQexec(C, "select 1");
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'PQexec' blocks the event loop: it waits for the database [async-blocking-call]
}

class Handler {
public:
  net::awaitable<void> method_that_is_a_coroutine(PGconn *C) {
    PQexec(C, "select 1");
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'PQexec' blocks the event loop: it waits for the database [async-blocking-call]
    co_return;
  }
  static net::awaitable<void> static_method(PGconn *C) {
    PQexec(C, "select 1");
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'PQexec' blocks the event loop: it waits for the database [async-blocking-call]
    co_return;
  }
};

void awaitable_made_in_the_call(net::io_context &Io, Handler &H, PGconn *C) {
  net::co_spawn(Io, H.method_that_is_a_coroutine(C), net::detached);
}

template <typename Work> void run_on(net::io_context &Io, Work Job) { net::post(Io, std::move(Job)); }
void run_typed(net::io_context &Io, std::function<void()> Job) { net::post(Io, Job); }

void own_functions_that_post(net::io_context &Io, PGconn *C) {
  run_on(Io, [C] { PQexec(C, "select 1"); });
  // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: 'PQexec' blocks the event loop: it waits for the database [async-blocking-call]
  run_typed(Io, [C] { PQexec(C, "select 2"); });
  // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: 'PQexec' blocks the event loop: it waits for the database [async-blocking-call]
}

void call_now(const std::function<void()> &Job) { Job(); }

void own_function_that_calls_from_a_plain_one(PGconn *C) {
  call_now([C] { PQexec(C, "select 1"); });
}
