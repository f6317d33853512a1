// Servers that nothing tells to end, one program each; then with the stop that
// their documentation names.
// RUN: %check_async_tidy -check-suffix=GRPC %s async-missing-dispose %t -- -DGRPC
// RUN: %check_async_tidy -check-suffix=OATPP %s async-missing-dispose %t -- -DOATPP
// RUN: %check_async_tidy -check-suffix=CINATRA %s async-missing-dispose %t -- -DCINATRA
// RUN: %check_async_tidy -check-suffix=RPC %s async-missing-dispose %t -- -DRPC
// RUN: %check_async_tidy -check-suffix=UWS %s async-missing-dispose %t -- -DUWS
// RUN: %check_async_tidy -check-suffix=UWSLOOP %s async-missing-dispose %t -- -DUWSLOOP
// RUN: %check_async_tidy -check-suffix=WORKFLOW %s async-missing-dispose %t -- -DWORKFLOW
// RUN: %check_async_tidy -check-suffix=GROUP %s async-missing-dispose %t -- -DGROUP
// RUN: %check_async_tidy -check-suffix=NONE %s async-missing-dispose %t -- -DGRPC -DSTOP
// RUN: %check_async_tidy -check-suffix=NONE %s async-missing-dispose %t -- -DGRPC -DSTOP_THREAD
// RUN: %check_async_tidy -check-suffix=NONE %s async-missing-dispose %t -- -DGRPC_CLIENT
// RUN: %check_async_tidy -check-suffix=NONE %s async-missing-dispose %t -- -DOATPP -DSTOP
// RUN: %check_async_tidy -check-suffix=NONE %s async-missing-dispose %t -- -DCINATRA -DSTOP
// RUN: %check_async_tidy -check-suffix=NONE %s async-missing-dispose %t -- -DCINATRA_ASYNC
// RUN: %check_async_tidy -check-suffix=NONE %s async-missing-dispose %t -- -DRPC -DSTOP
// RUN: %check_async_tidy -check-suffix=NONE %s async-missing-dispose %t -- -DUWS -DSTOP
// RUN: %check_async_tidy -check-suffix=NONE %s async-missing-dispose %t -- -DWORKFLOW -DSTOP
// RUN: %check_async_tidy -check-suffix=NONE %s async-missing-dispose %t -- -DGROUP -DSTOP
#include <csignal>
#include <cstdio>

#ifdef GRPC
#include <grpcpp/grpcpp.h>
#include <memory>
#include <thread>
int main() {
  grpc::Service orders;
  grpc::ServerBuilder builder;
  builder.AddListeningPort("0.0.0.0:50051", grpc::InsecureServerCredentials());
  builder.RegisterService(&orders);
  std::unique_ptr<grpc::Server> server = builder.BuildAndStart();
#ifdef STOP
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  std::thread waiter([&] {
    int signal = 0;
    sigwait(&signals, &signal);
    server->Shutdown();
  });
#endif
#ifdef STOP_THREAD
  std::thread waiter([&] {
    std::getchar();
    server->Shutdown();
  });
#endif
  server->Wait();
  // CHECK-MESSAGES-GRPC: :[[@LINE-1]]:3: warning: 'Server::Wait' serves until the process is killed: nothing handles SIGTERM, so that no connection is closed and no request finished at shutdown [async-missing-dispose]
  // CHECK-NOTES-GRPC: :[[@LINE-19]]:42: note: 'ServerBuilder::BuildAndStart' accepts connections here
  // CHECK-NOTES-GRPC: :[[@LINE-3]]:3: note: make it in main before BuildAndStart(), keep it in an object that main owns, and close it after server->Wait() returns; a thread that waits for SIGTERM calls server->Shutdown()
#if defined(STOP) || defined(STOP_THREAD)
  waiter.join();
#endif
}
#elif defined(GRPC_CLIENT)
#include <grpcpp/grpcpp.h>
// A client has no server to wait for.
int main() {
  auto channel =
      grpc::CreateChannel("billing:50051", grpc::InsecureChannelCredentials());
}
#elif defined(OATPP)
#include <oatpp/network/Server.hpp>
#include <oatpp/network/tcp/server/ConnectionProvider.hpp>
int main() {
  auto router = oatpp::web::server::HttpRouter::createShared();
  auto handler =
      oatpp::web::server::HttpConnectionHandler::createShared(router);
  auto provider = oatpp::network::tcp::server::ConnectionProvider::createShared(
      {"0.0.0.0", 8000});
  oatpp::network::Server server(provider, handler);
#ifdef STOP
  static oatpp::network::Server *running = &server;
  std::signal(SIGTERM, [](int) { running->stop(); });
#endif
  server.run();
  // CHECK-MESSAGES-OATPP: :[[@LINE-1]]:3: warning: 'Server::run' serves until the process is killed
  // CHECK-NOTES-OATPP: :[[@LINE-2]]:3: note: make it as an OATPP_CREATE_COMPONENT of the components that main owns; after Server::run() stop the connection provider, the connection handler and the pools
#ifdef STOP
  provider->stop();
  handler->stop();
#endif
}
#elif defined(CINATRA)
#include <cinatra/coro_http_server.hpp>
#include <thread>
int main() {
  cinatra::coro_http_server server(4, 8080);
  server.set_http_handler<cinatra::http_method::GET>(
      "/", [](cinatra::coro_http_request &, cinatra::coro_http_response &) {});
#ifdef STOP
  std::thread console([&] {
    std::getchar();
    server.stop();
  });
#endif
  server.sync_start();
  // CHECK-MESSAGES-CINATRA: :[[@LINE-1]]:3: warning: 'coro_http_server::sync_start' serves until the process is killed
  // CHECK-NOTES-CINATRA: :[[@LINE-2]]:3: note: make it in main before the server starts, keep it in an object that main owns, and close it after sync_start() or start() returns; a signal handler calls stop()
#ifdef STOP
  console.join();
#endif
}
#elif defined(CINATRA_ASYNC)
#include <cinatra/coro_http_server.hpp>
// What main waits for is the console.
int main() {
  cinatra::coro_http_server server(4, 8080);
  auto stopped = server.async_start();
  std::getchar();
  server.stop();
  stopped.wait();
}
#elif defined(RPC)
#include <ylt/coro_rpc/coro_rpc_server.hpp>
int add(int a, int b) { return a + b; }
int main() {
  coro_rpc::coro_rpc_server server(2, 9000);
  server.register_handler<add>();
#ifdef STOP
  static coro_rpc::coro_rpc_server *running = &server;
  std::signal(SIGINT, [](int) { running->stop(); });
#endif
  return server.start() ? 1 : 0;
  // CHECK-MESSAGES-RPC: :[[@LINE-1]]:10: warning: 'coro_rpc_server_base::start' serves until the process is killed
  // CHECK-NOTES-RPC: :[[@LINE-2]]:10: note: make it in main before the server starts, keep it in an object that main owns, and close it after sync_start() or start() returns; a signal handler calls stop()
}
#elif defined(UWS)
#include <App.h>
#include <thread>
int main() {
  uWS::App app;
#ifdef STOP
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  std::thread waiter([&, loop = uWS::Loop::get()] {
    int signal = 0;
    sigwait(&signals, &signal);
    loop->defer([&] { app.close(); });
  });
#endif
  app.get("/", [](auto *response, auto *) { response->end("hello"); })
      .listen(3000, [](void *socket) {
        if (socket == nullptr)
          std::puts("the port is taken");
      });
  app.run();
  // CHECK-MESSAGES-UWS: :[[@LINE-1]]:3: warning: 'TemplatedApp::run' serves until the process is killed
  // CHECK-NOTES-UWS: :[[@LINE-7]]:3: note: 'TemplatedApp::listen' accepts connections here
  // CHECK-NOTES-UWS: :[[@LINE-3]]:3: note: make it in main before run(), keep it in an object that main owns, and close it after run() returns; a signal handler defers app.close() to the loop
#ifdef STOP
  waiter.join();
#endif
}
#elif defined(UWSLOOP)
#include <App.h>
static void serve(uWS::App &app) {
  app.listen(3000, [](void *) {});
}
int main() {
  uWS::App app;
  serve(app);
  uWS::run();
  // CHECK-MESSAGES-UWSLOOP: :[[@LINE-1]]:3: warning: 'run' serves until the process is killed
  // CHECK-NOTES-UWSLOOP: :[[@LINE-7]]:3: note: 'TemplatedApp::listen' accepts connections here
  // CHECK-NOTES-UWSLOOP: :[[@LINE-3]]:3: note: make it in main before run(), keep it in an object that main owns, and close it after run() returns; a signal handler defers app.close() to the loop
}
#elif defined(WORKFLOW)
#include <workflow/WFHttpServer.h>
int main() {
  WFHttpServer server(
      [](WFHttpTask *task) { task->get_resp()->append_output_body("hello"); });
  if (server.start(8888) != 0)
    return 1;
#ifdef STOP
  std::getchar();
  server.shutdown();
#endif
  server.wait_finish();
  // CHECK-MESSAGES-WORKFLOW: :[[@LINE-1]]:3: warning: 'WFServerBase::wait_finish' serves until the process is killed
  // CHECK-NOTES-WORKFLOW: :[[@LINE-8]]:7: note: 'WFServerBase::start' accepts connections here
  // CHECK-NOTES-WORKFLOW: :[[@LINE-3]]:3: note: make it in main before the server starts, keep it in an object that main owns, and close it after stop(); a signal handler tells the WaitGroup to end
}
#elif defined(GROUP)
#include <workflow/WFFacilities.h>
#include <workflow/WFHttpServer.h>
static WFFacilities::WaitGroup group(1);
#ifdef STOP
static void on_signal(int) { group.done(); }
#endif
int main() {
#ifdef STOP
  std::signal(SIGINT, on_signal);
#endif
  WFHttpServer server(
      [](WFHttpTask *task) { task->get_resp()->append_output_body("hello"); });
  if (server.start(8888) == 0) {
    group.wait();
    // CHECK-MESSAGES-GROUP: :[[@LINE-1]]:5: warning: 'WaitGroup::wait' serves until the process is killed
    // CHECK-NOTES-GROUP: :[[@LINE-3]]:7: note: 'WFServerBase::start' accepts connections here
    // CHECK-NOTES-GROUP: :[[@LINE-3]]:5: note: make it in main before the server starts, keep it in an object that main owns, and close it after stop(); a signal handler tells the WaitGroup to end
#ifdef STOP
    server.stop();
#endif
  }
}
#endif
