// RUN: %check_async_tidy %s async-missing-dispose %t --real -check-suffix=SERVES
// RUN: %check_async_tidy %s async-missing-dispose %t --real -check-suffix=NONE -- -DSTOP
#include <csignal>
#include <grpcpp/grpcpp.h>
#include <grpcpp/impl/codegen/service_type.h>
#include <memory>
#include <thread>

static void serve(grpc::Service &service) {
  grpc::ServerBuilder builder;
  builder.AddListeningPort("0.0.0.0:50051", grpc::InsecureServerCredentials());
  builder.RegisterService(&service);
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
  server->Wait();
  // CHECK-MESSAGES-SERVES: :[[@LINE-1]]:3: warning: 'Server::Wait' serves until the process is killed: nothing handles SIGTERM, so that no connection is closed and no request finished at shutdown [async-missing-dispose]
  // CHECK-NOTES-SERVES: :[[@LINE-13]]:42: note: 'ServerBuilder::BuildAndStart' accepts connections here
  // CHECK-NOTES-SERVES: :[[@LINE-3]]:3: note: make it in main before BuildAndStart(), keep it in an object that main owns, and close it after server->Wait() returns; a thread that waits for SIGTERM calls server->Shutdown()
#ifdef STOP
  waiter.join();
#endif
}

int main() {
  class Orders : public grpc::Service {
  } orders;
  serve(orders);
}
