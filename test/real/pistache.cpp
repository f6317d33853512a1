// RUN: %check_async_tidy %s async-blocking-call %t --real -std=c++17 -- -fdelayed-template-parsing
// This version's headers have a mistake in a template that nobody instantiates.
#include <chrono>
#include <pistache/endpoint.h>
#include <pistache/router.h>
#include <thread>

using namespace Pistache;

struct Handler : public Http::Handler {
  HTTP_PROTOTYPE(Handler)
  void onRequest(const Http::Request &, Http::ResponseWriter response) override {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: 'sleep_for' blocks the event loop: it puts the thread to sleep
    response.send(Http::Code::Ok);
  }
};

struct Service {
  void list(const Rest::Request &, Http::ResponseWriter response) {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: 'sleep_for' blocks the event loop: it puts the thread to sleep
    response.send(Http::Code::Ok);
  }
  void routes(Rest::Router &router) {
    Rest::Routes::Get(router, "/orders", Rest::Routes::bind(&Service::list, this));
  }
};
