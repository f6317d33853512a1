// RUN: %check_async_tidy %s async-blocking-call %t --real -std=c++17
#include <chrono>
#include <restinio/all.hpp>
#include <thread>

using router_t = restinio::router::express_router_t<>;

void routes(router_t &router) {
  router.http_get("/", [](restinio::request_handle_t request, restinio::router::route_params_t) {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    // CHECK-MESSAGES: :[[@LINE-1]]:{{[0-9]+}}: warning: 'sleep_for' blocks the event loop: it puts the thread to sleep
    return request->create_response().done();
  });
}
