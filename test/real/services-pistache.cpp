// RUN: %check_async_tidy %s async-missing-dispose %t --real -std=c++17 -check-suffix=SERVES -- -fdelayed-template-parsing
// RUN: %check_async_tidy %s async-missing-dispose %t --real -std=c++17 -check-suffix=NONE -- -fdelayed-template-parsing -DSTOP
// This version's headers have a mistake in a template that nobody instantiates.
#include <csignal>
#include <pistache/endpoint.h>
#include <pistache/router.h>

using namespace Pistache;

static void list(const Rest::Request &, Http::ResponseWriter response) {
  response.send(Http::Code::Ok);
}

int main() {
  Rest::Router router;
  Rest::Routes::Get(router, "/orders", Rest::Routes::bind(&list));
  Http::Endpoint endpoint(Address(Ipv4::any(), Port(9080)));
  endpoint.init(Http::Endpoint::options().threads(2));
  endpoint.setHandler(router.handler());
#ifdef STOP
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  endpoint.serveThreaded();
  int signal = 0;
  sigwait(&signals, &signal);
  endpoint.shutdown();
#else
  endpoint.serve();
  // CHECK-MESSAGES-SERVES: :[[@LINE-1]]:3: warning: 'Endpoint::serve' serves until the process is killed: nothing handles SIGTERM, so that no connection is closed and no request finished at shutdown [async-missing-dispose]
  // CHECK-NOTES-SERVES: :[[@LINE-2]]:3: note: make it in main before serve(), keep it in an object that main owns, and close it after the endpoint has stopped; a thread that waits for SIGTERM calls shutdown()
#endif
}
