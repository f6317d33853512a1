// RUN: %check_async_tidy -check-suffix=,DEFAULT %s async-module-level-pool,async-missing-dispose,async-connection-per-request %t --real --no-fix -- -DASIO_HAS_CO_AWAIT -DASIO_HAS_STD_COROUTINE
// RUN: %check_async_tidy -check-suffix=,STRICT %s async-module-level-pool,async-connection-per-request %t --real --no-fix --options 'async-module-level-pool.Level: strict, async-connection-per-request.Level: strict' -- -DASIO_HAS_CO_AWAIT -DASIO_HAS_STD_COROUTINE
#include <asio/co_spawn.hpp>
#include <asio/detached.hpp>
#include <asio/ip/tcp.hpp>
#include <asio/post.hpp>
#include <asio/thread_pool.hpp>
#include <asio/use_awaitable.hpp>
#include <grpcpp/create_channel.h>
#include <grpcpp/security/credentials.h>
#include <httplib.h>
#include <memory>

std::shared_ptr<grpc::Channel> billing =
    grpc::CreateChannel("billing:50051", grpc::InsecureChannelCredentials());
// CHECK-MESSAGES: :[[@LINE-2]]:32: warning: 'billing' keeps a client ('grpc::Channel') at namespace scope
static std::shared_ptr<grpc::Channel> observed;
asio::thread_pool workers(4);
// CHECK-MESSAGES-STRICT: :[[@LINE-1]]:19: warning: 'workers' keeps an executor ('asio::thread_pool') at namespace scope
// CHECK-NOTES-STRICT: :[[@LINE-2]]:19: note: level strict: it is no connection, but its threads outlive main
static httplib::Client registry("http://registry");
// CHECK-MESSAGES: :[[@LINE-1]]:24: warning: 'registry' keeps a client ('httplib::Client') at namespace scope

std::shared_ptr<grpc::Channel> stock_channel() {
  static auto channel =
      grpc::CreateChannel("stock:50051", grpc::InsecureChannelCredentials());
  // CHECK-MESSAGES-STRICT: :[[@LINE-2]]:15: warning: 'channel' keeps a client ('grpc::Channel') in a function-local static
  // CHECK-NOTES-STRICT: :[[@LINE-2]]:7: note: 'stock_channel' fills it here
  // CHECK-NOTES-STRICT: :[[@LINE-4]]:15: note: level strict: a function-local static is made at its first use, and often meant so
  return channel;
}

static void routes(httplib::Server &server) {
  server.Get("/price", [](const httplib::Request &, httplib::Response &) {
    auto channel =
        grpc::CreateChannel("prices:50051", grpc::InsecureChannelCredentials());
        // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'CreateChannel' is created anew for every request
        // CHECK-NOTES: :[[@LINE-4]]:3: note: 'lambda' runs for every request: given to 'Server::Get' here
        // CHECK-NOTES: :[[@LINE-3]]:9: note: use one grpc::Channel and its stubs for the whole service: calls share its connections
    asio::thread_pool pool(2);
    // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: 'thread_pool' is created anew for every request
    // CHECK-NOTES: :[[@LINE-8]]:3: note: 'lambda' runs for every request: given to 'Server::Get' here
    // CHECK-NOTES: :[[@LINE-3]]:23: note: use one thread_pool for the whole service, that main owns
    asio::post(pool, [] {});
    pool.join();
    httplib::Client audit("http://audit");
    // CHECK-MESSAGES-STRICT: :[[@LINE-1]]:21: warning: 'Client' is created anew for every request
    // CHECK-NOTES-STRICT: :[[@LINE-14]]:3: note: 'lambda' runs for every request: given to 'Server::Get' here
    // CHECK-NOTES-STRICT: :[[@LINE-3]]:21: note: use a client that is kept for each thread, with set_keep_alive(true)
    // CHECK-NOTES-STRICT: :[[@LINE-4]]:21: note: level strict: without set_keep_alive(true) it connects for each request all the same
  });
  server.Get("/stock", [](const httplib::Request &, httplib::Response &) {
    auto channel = stock_channel();
    asio::post(workers, [] {});
    observed = billing;
  });
}

static asio::awaitable<void> session(asio::ip::tcp::socket peer) {
  auto channel =
      grpc::CreateChannel("prices:50051", grpc::InsecureChannelCredentials());
      // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'CreateChannel' is created anew for every request
      // CHECK-NOTES: :{{[0-9]+}}:45: note: 'session' runs for every connection that 'basic_socket_acceptor::async_accept' accepts: it is started here
      // CHECK-NOTES: :[[@LINE-3]]:7: note: use one grpc::Channel and its stubs for the whole service: calls share its connections
  co_return;
}

static asio::awaitable<void> listener(asio::ip::tcp::acceptor &acceptor) {
  for (;;) {
    auto peer = co_await acceptor.async_accept(asio::use_awaitable);
    asio::co_spawn(acceptor.get_executor(), session(std::move(peer)),
                   asio::detached);
  }
}

int main() {
  httplib::Server server;
  routes(server);
  asio::thread_pool pool(4);
  asio::ip::tcp::acceptor acceptor(pool, {asio::ip::tcp::v4(), 8081});
  asio::co_spawn(pool, listener(acceptor), asio::detached);
  server.listen("0.0.0.0", 8080);
  // CHECK-MESSAGES-DEFAULT: :[[@LINE-1]]:3: warning: 'Server::listen' serves until the process is killed
  pool.join();
}
