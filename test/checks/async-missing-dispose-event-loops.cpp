// Event loops with a server on them, one program each.
// RUN: %check_async_tidy -check-suffix=TRANTOR %s async-missing-dispose %t -- -DTRANTOR
// RUN: %check_async_tidy -check-suffix=FOLLY %s async-missing-dispose %t -- -DFOLLY
// RUN: %check_async_tidy -check-suffix=POOL %s async-missing-dispose %t -- -DPOOL
// RUN: %check_async_tidy -check-suffix=PHOTON %s async-missing-dispose %t -- -DPHOTON
// RUN: %check_async_tidy -check-suffix=NONE %s async-missing-dispose %t -- -DTRANTOR -DSTOP
// RUN: %check_async_tidy -check-suffix=NONE %s async-missing-dispose %t -- -DTRANTOR_CLIENT
// RUN: %check_async_tidy -check-suffix=NONE %s async-missing-dispose %t -- -DFOLLY -DSTOP
// RUN: %check_async_tidy -check-suffix=NONE %s async-missing-dispose %t -- -DFOLLY_ONCE
// RUN: %check_async_tidy -check-suffix=NONE %s async-missing-dispose %t -- -DPOOL -DSTOP
// RUN: %check_async_tidy -check-suffix=NONE %s async-missing-dispose %t -- -DPOOL_WORK
// RUN: %check_async_tidy -check-suffix=NONE %s async-missing-dispose %t -- -DPHOTON -DSTOP
// RUN: %check_async_tidy -check-suffix=NONE %s async-missing-dispose %t -- -DPHOTON_BESIDE
#include <csignal>
#include <cstdio>

#ifdef TRANTOR
#include <trantor/net/TcpServer.h>
int main() {
  trantor::EventLoop loop;
  trantor::TcpServer server(&loop, trantor::InetAddress("0.0.0.0", 8888),
                            "echo");
  server.setRecvMessageCallback(
      [](const trantor::TcpConnectionPtr &peer, trantor::MsgBuffer *) {
        peer->send("echo");
      });
#ifdef STOP
  static trantor::EventLoop *running = &loop;
  std::signal(SIGTERM, [](int) { running->quit(); });
#endif
  server.start();
  loop.loop();
  // CHECK-MESSAGES-TRANTOR: :[[@LINE-1]]:3: warning: 'EventLoop::loop' serves until the process is killed: nothing handles SIGTERM, so that no connection is closed and no request finished at shutdown [async-missing-dispose]
  // CHECK-NOTES-TRANTOR: :[[@LINE-3]]:3: note: 'TcpServer::start' accepts connections here
  // CHECK-NOTES-TRANTOR: :[[@LINE-3]]:3: note: make it in main before loop(), keep it in an object that main owns, and close it after loop() returns
}
#elif defined(TRANTOR_CLIENT)
#include <trantor/net/EventLoop.h>
// Nobody connects to it: a clock.
int main() {
  trantor::EventLoop loop;
  loop.runEvery(1.0, [] { std::puts("tick"); });
  loop.loop();
}
#elif defined(FOLLY)
#include <folly/io/async/AsyncServerSocket.h>
#include <folly/io/async/AsyncSignalHandler.h>
namespace {
class Acceptor : public folly::AsyncServerSocket::AcceptCallback {
public:
  void connectionAccepted(folly::NetworkSocket, const folly::SocketAddress &,
                          AcceptInfo) noexcept override {}
};
class Stop : public folly::AsyncSignalHandler {
public:
  explicit Stop(folly::EventBase &base)
      : AsyncSignalHandler(&base), base(base) {}
  void signalReceived(int) noexcept override {
#ifdef STOP
    base.terminateLoopSoon();
#endif
  }

private:
  folly::EventBase &base;
};
} // namespace
int main() {
  folly::EventBase base;
  Acceptor acceptor;
  auto socket = folly::AsyncServerSocket::newSocket(&base);
  socket->bind(8080);
  socket->listen(128);
  socket->addAcceptCallback(&acceptor, &base);
  socket->startAccepting();
#ifdef STOP
  Stop stop(base);
  stop.registerSignalHandler(SIGTERM);
#endif
  base.loopForever();
  // CHECK-MESSAGES-FOLLY: :[[@LINE-1]]:3: warning: 'EventBase::loopForever' serves until the process is killed
  // CHECK-NOTES-FOLLY: :[[@LINE-7]]:3: note: 'AsyncServerSocket::startAccepting' accepts connections here
  // CHECK-NOTES-FOLLY: :[[@LINE-3]]:3: note: make it in main before loopForever(), keep it in an object that main owns, and close it after loopForever() returns; a folly::AsyncSignalHandler calls terminateLoopSoon()
}
#elif defined(FOLLY_ONCE)
#include <folly/io/async/EventBase.h>
// It ends when its work is done.
int main() {
  folly::EventBase base;
  base.runInLoop([] { std::puts("once"); });
  base.loop();
}
#elif defined(POOL)
#include <asio/co_spawn.hpp>
#include <asio/detached.hpp>
#include <asio/ip/tcp.hpp>
#include <asio/thread_pool.hpp>
#include <asio/use_awaitable.hpp>
namespace {
asio::awaitable<void> session(asio::ip::tcp::socket) { co_return; }
asio::awaitable<void> listener(asio::ip::tcp::acceptor &acceptor) {
  for (;;) {
    auto peer = co_await acceptor.async_accept(asio::use_awaitable);
    asio::co_spawn(acceptor.get_executor(), session(std::move(peer)),
                   asio::detached);
  }
}
} // namespace
int main() {
  asio::thread_pool pool(4);
  asio::ip::tcp::acceptor acceptor(pool, {asio::ip::tcp::v4(), 8080});
  asio::co_spawn(pool, listener(acceptor), asio::detached);
#ifdef STOP
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  int signal = 0;
  sigwait(&signals, &signal);
  pool.stop();
#endif
  pool.join();
  // CHECK-MESSAGES-POOL: :[[@LINE-1]]:3: warning: 'thread_pool::join' serves until the process is killed
  // CHECK-NOTES-POOL: :[[@LINE-20]]:26: note: 'basic_socket_acceptor::async_accept' accepts connections here
  // CHECK-NOTES-POOL: :[[@LINE-3]]:3: note: make it in main before the loop runs, keep it in an object that main owns, and close it after the loop has ended; a signal_set on SIGINT and SIGTERM ends it
}
#elif defined(POOL_WORK)
#include <asio/post.hpp>
#include <asio/thread_pool.hpp>
int main() {
  asio::thread_pool pool(4);
  asio::post(pool, [] { std::puts("work"); });
  pool.join();
}
#elif defined(PHOTON)
#include <photon/io/signal.h>
#include <photon/net/socket.h>
int main() {
  auto *server = photon::net::new_tcp_socket_server();
  server->bind_any4(8080);
  server->listen();
  server->set_handler([](photon::net::ISocketStream *) { return 0; });
#ifdef STOP
  static photon::net::ISocketServer *running = server;
  photon::sync_signal_init();
  photon::sync_signal(SIGTERM, [](int) { running->terminate(); });
#endif
  server->start_loop(true);
  // CHECK-MESSAGES-PHOTON: :[[@LINE-1]]:3: warning: 'ISocketServer::start_loop' serves until the process is killed
  // CHECK-NOTES-PHOTON: :[[@LINE-2]]:3: note: make it in main before start_loop(true), keep it in an object that main owns, and close it after start_loop() returns; a handler of photon::sync_signal calls terminate()
  delete server;
}
#elif defined(PHOTON_BESIDE)
#include <photon/net/socket.h>
#include <photon/thread/thread.h>
// It accepts beside main, which says when the end has come.
int main() {
  auto *server = photon::net::new_tcp_socket_server();
  server->bind_any4(8080);
  server->listen();
  server->set_handler([](photon::net::ISocketStream *) { return 0; });
  server->start_loop();
  photon::thread_sleep(3600);
  delete server;
}
#endif
