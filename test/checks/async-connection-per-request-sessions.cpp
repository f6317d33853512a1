// Servers written on Asio and Beast: a session for each accepted connection.
// RUN: %check_async_tidy %s async-connection-per-request %t
#include <boost/asio.hpp>
#include <boost/beast.hpp>
#include <boost/mysql.hpp>
#include <functional>
#include <map>
#include <memory>
#include <pqxx/pqxx>
#include <soci/soci.h>
#include <string>
#include <sw/redis++/redis++.h>
namespace asio = boost::asio;
namespace beast = boost::beast;
using asio::ip::tcp;

namespace {
// A coroutine for each connection.
asio::awaitable<void> load(boost::mysql::any_connection &) { co_return; }
asio::awaitable<void> query(asio::any_io_executor ex) {
  boost::mysql::any_connection mysql(ex);
  // CHECK-MESSAGES: :[[@LINE-1]]:32: warning: 'any_connection' is created anew for every request
  // CHECK-NOTES: note: 'session' calls 'query' here
  // CHECK-NOTES: note: 'session' runs for every connection that 'basic_socket_acceptor::async_accept' accepts: it is started here
  co_await load(mysql);
}
asio::awaitable<void> session(beast::tcp_stream stream) {
  pqxx::connection conn("host=db");
  // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: 'connection' is created anew for every request
  // CHECK-NOTES: note: 'session' runs for every connection that 'basic_socket_acceptor::async_accept' accepts: it is started here
  co_await query(stream.get_executor());
}
asio::awaitable<void> listener(tcp::endpoint at) {
  auto ex = co_await asio::this_coro::executor;
  tcp::acceptor acceptor(ex, at);
  sw::redis::Redis once("tcp://cache:6379");
  for (;;)
    co_spawn(ex, session(beast::tcp_stream(
                     co_await acceptor.async_accept(asio::use_awaitable))),
             asio::detached);
}

// An object for each connection: what its constructor makes.
class Session : public std::enable_shared_from_this<Session> {
public:
  explicit Session(tcp::socket peer)
      : peer(std::move(peer)), sql("postgresql://host=db") {}
  // CHECK-MESSAGES: :[[@LINE-1]]:32: warning: 'session' is created anew for every request
  void start() { pqxx::connection conn("host=db"); }
  // CHECK-MESSAGES: :[[@LINE-1]]:35: warning: 'connection' is created anew for every request

private:
  tcp::socket peer;
  soci::session sql;
};
class Server {
public:
  explicit Server(asio::io_context &io)
      : acceptor(io, {tcp::v4(), 8080}), redis("tcp://cache:6379") {
    do_accept();
  }

private:
  void do_accept() {
    acceptor.async_accept([this](beast::error_code, tcp::socket peer) {
      std::make_shared<Session>(std::move(peer))->start();
      do_accept();
    });
  }
  tcp::acceptor acceptor;
  sw::redis::Redis redis;
};

// An own table of routes, which requests look up.
class Router {
public:
  void add(const std::string &path, std::function<std::string()> handler) {
    routes[path] = std::move(handler);
  }
  std::string dispatch(const std::string &path) { return routes[path](); }

private:
  std::map<std::string, std::function<std::string()>> routes;
};
Router router;
std::string list_orders() {
  pqxx::connection conn("host=db");
  // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: 'connection' is created anew for every request
  return "";
}
asio::awaitable<void> routed(tcp::socket) {
  router.dispatch("/orders");
  co_return;
}
asio::awaitable<void> routed_listener(tcp::acceptor acceptor) {
  for (;;) {
    tcp::socket peer = co_await acceptor.async_accept(asio::use_awaitable);
    co_spawn(acceptor.get_executor(), routed(std::move(peer)), asio::detached);
  }
}
// What start-up code calls too.
void migrate() { pqxx::connection conn("host=db"); }
asio::awaitable<void> migrating(tcp::socket) {
  migrate();
  co_return;
}
} // namespace

int main() {
  asio::io_context io;
  migrate();
  pqxx::connection first("host=db");
  Server server(io);
  router.add("/orders", list_orders);
  router.add("/users", [] {
    pqxx::connection conn("host=db");
    // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: 'connection' is created anew for every request
    return std::string();
  });
  co_spawn(io, listener({tcp::v4(), 8081}), asio::detached);
  co_spawn(io, routed_listener(tcp::acceptor(io, {tcp::v4(), 8082})),
           asio::detached);
  // A client's own work, and a timer.
  asio::steady_timer timer(io);
  timer.async_wait([](beast::error_code) { pqxx::connection conn("host=db"); });
  co_spawn(
      io,
      []() -> asio::awaitable<void> {
        pqxx::connection conn("host=db");
        co_return;
      },
      asio::detached);
  asio::signal_set signals(io, 2, 15);
  signals.async_wait([&](beast::error_code, int) { io.stop(); });
  io.run();
}
