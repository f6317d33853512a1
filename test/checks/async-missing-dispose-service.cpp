// Programs that serve until they are killed. One file, many programs.
// RUN: %check_async_tidy -check-suffix=ASIO %s async-missing-dispose %t -- -DASIO
// RUN: %check_async_tidy -check-suffix=CORO %s async-missing-dispose %t -- -DCORO
// RUN: %check_async_tidy -check-suffix=HTTPLIB %s async-missing-dispose %t -- -DHTTPLIB
// RUN: %check_async_tidy -check-suffix=NONE %s async-missing-dispose %t -- -DSIGNALS
// RUN: %check_async_tidy -check-suffix=NONE %s async-missing-dispose %t -- -DSIGACTION
// RUN: %check_async_tidy -check-suffix=NONE %s async-missing-dispose %t -- -DHTTPLIB_STOP
// RUN: %check_async_tidy -check-suffix=NONE %s async-missing-dispose %t -- -DCROW
// RUN: %check_async_tidy -check-suffix=NONE %s async-missing-dispose %t -- -DDROGON
// RUN: %check_async_tidy -check-suffix=NONE %s async-missing-dispose %t -- -DCLIENT
// RUN: %check_async_tidy -check-suffix=NONE %s async-missing-dispose %t -- -DLIBRARY
// RUN: %check_async_tidy -check-suffix=NONE %s async-missing-dispose %t -- -DUNKNOWN
// RUN: %check_async_tidy -check-suffix=IGNORED %s async-missing-dispose %t -- -DIGNORED
#include <boost/asio.hpp>
#include <csignal>
#include <crow.h>
#include <drogon/drogon.h>
#include <httplib.h>
#include <memory>
#include <thread>
namespace asio = boost::asio;
using asio::ip::tcp;

#ifndef CLIENT
namespace {
void session(std::shared_ptr<tcp::socket>) {}
void accept_next(tcp::acceptor &acceptor) {
  acceptor.async_accept([&](boost::system::error_code, tcp::socket peer) {
    session(std::make_shared<tcp::socket>(std::move(peer)));
    accept_next(acceptor);
  });
}
asio::awaitable<void> serve(tcp::socket) { co_return; }
asio::awaitable<void> listener(tcp::acceptor acceptor) {
  for (;;) {
    tcp::socket peer = co_await acceptor.async_accept(asio::use_awaitable);
    co_spawn(acceptor.get_executor(), serve(std::move(peer)), asio::detached);
  }
}
} // namespace
#endif

#ifdef ASIO
int main() {
  asio::io_context io;
  tcp::acceptor acceptor(io, {tcp::v4(), 8080});
  accept_next(acceptor);
  io.run();
  // CHECK-MESSAGES-ASIO: :[[@LINE-1]]:{{[0-9]+}}: warning: 'io_context::run' serves until the process is killed: nothing handles SIGTERM, so that no connection is closed and no request finished at shutdown [async-missing-dispose]
  // CHECK-NOTES-ASIO: note: {{.*}} accepts connections here
  // CHECK-NOTES-ASIO: :[[@LINE-3]]:{{[0-9]+}}: note: {{.*}}signal_set
}
#elif defined(CORO)
static void run(asio::io_context &io) {
  std::thread other([&] { io.run(); });
  // CHECK-MESSAGES-CORO: :[[@LINE-1]]:{{[0-9]+}}: warning: 'io_context::run' serves until the process is killed
  other.join();
}
int main() {
  asio::io_context io;
  co_spawn(io, listener(tcp::acceptor(io, {tcp::v4(), 8080})), asio::detached);
  run(io);
}
#elif defined(HTTPLIB)
int main() {
  httplib::Server server;
  server.Get("/", [](const httplib::Request &, httplib::Response &) {});
  server.listen("0.0.0.0", 8080);
  // CHECK-MESSAGES-HTTPLIB: :[[@LINE-1]]:{{[0-9]+}}: warning: 'Server::listen' serves until the process is killed
  // CHECK-NOTES-HTTPLIB: :[[@LINE-2]]:{{[0-9]+}}: note: {{.*}}a signal handler calls stop()
}
#elif defined(IGNORED)
// SIGPIPE is no way to stop it.
int main() {
  std::signal(SIGPIPE, SIG_IGN);
  httplib::Server server;
  server.listen("0.0.0.0", 8080);
  // CHECK-MESSAGES-IGNORED: :[[@LINE-1]]:{{[0-9]+}}: warning: 'Server::listen' serves until the process is killed
}
#elif defined(SIGNALS)
int main() {
  asio::io_context io;
  asio::signal_set signals(io, SIGINT, SIGTERM);
  signals.async_wait([&](boost::system::error_code, int) { io.stop(); });
  tcp::acceptor acceptor(io, {tcp::v4(), 8080});
  accept_next(acceptor);
  io.run();
}
#elif defined(SIGACTION)
static volatile std::sig_atomic_t stopping;
static void on_signal(int) { stopping = 1; }
int main() {
  struct sigaction action = {};
  action.sa_handler = on_signal;
  sigaction(SIGTERM, &action, nullptr);
  asio::io_context io;
  tcp::acceptor acceptor(io, {tcp::v4(), 8080});
  accept_next(acceptor);
  io.run();
}
#elif defined(HTTPLIB_STOP)
static httplib::Server *running;
static void on_signal(int) { running->stop(); }
int main() {
  httplib::Server server;
  running = &server;
  std::signal(SIGTERM, on_signal);
  server.listen("0.0.0.0", 8080);
}
#elif defined(CROW)
int main() {
  crow::SimpleApp app;
  app.port(8080).multithreaded().run();
}
#elif defined(DROGON)
int main() { drogon::app().run(); }
#elif defined(CLIENT)
int main() {
  asio::io_context io;
  tcp::socket socket(io);
  socket.async_connect(tcp::endpoint(tcp::v4(), 8080),
                       [](boost::system::error_code) {});
  io.run();
}
#elif defined(LIBRARY)
void start(asio::io_context &io, tcp::acceptor &acceptor) {
  accept_next(acceptor);
  io.run();
}
#elif defined(UNKNOWN)
// It may handle signals.
void set_up(asio::io_context &io);
int main() {
  asio::io_context io;
  set_up(io);
  tcp::acceptor acceptor(io, {tcp::v4(), 8080});
  accept_next(acceptor);
  io.run();
}
#endif
