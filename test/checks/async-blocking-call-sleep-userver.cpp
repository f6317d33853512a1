// RUN: %check_async_tidy %s async-blocking-call %t
#include <chrono>
#include <string>
#include <thread>
#include <unistd.h>
#include <userver/server/handlers/http_handler_base.hpp>
// CHECK-FIXES: #include <userver/engine/sleep.hpp>
// CHECK-FIXES: #include <userver/server/handlers/http_handler_base.hpp>

using namespace userver;
using namespace std::chrono_literals;

class Orders final : public server::handlers::HttpHandlerBase {
public:
  std::string HandleRequestThrow(const server::http::HttpRequest &,
                                 server::request::RequestContext &) const override {
    std::this_thread::sleep_for(10ms);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'sleep_for' blocks the event loop: it puts the thread to sleep [async-blocking-call]
    // CHECK-FIXES: {{^}}    userver::engine::SleepFor(10ms);
    sleep(1);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'sleep' blocks the event loop: it puts the thread to sleep [async-blocking-call]
    // CHECK-FIXES: {{^}}    userver::engine::SleepFor(std::chrono::seconds(1));
    return "";
  }
};
