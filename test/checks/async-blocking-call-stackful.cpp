// RUN: %check_async_tidy %s async-blocking-call %t --no-fix
#include <chrono>
#include <fstream>
#include <mutex>
#include <photon/thread/thread11.h>
#include <seastar/core/coroutine.hh>
#include <seastar/core/thread.hh>
#include <string>
#include <thread>
#include <userver/engine/sleep.hpp>
#include <userver/server/handlers/http_handler_base.hpp>
#include <userver/utils/async.hpp>

using namespace std::chrono_literals;

class Orders final : public userver::server::handlers::HttpHandlerBase {
public:
  std::string HandleRequestThrow(const userver::server::http::HttpRequest &,
                                 userver::server::request::RequestContext &) const override {
    userver::engine::SleepFor(10ms);
    std::this_thread::sleep_for(10ms);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'sleep_for' blocks the event loop: it puts the thread to sleep [async-blocking-call]
    std::ifstream In("orders.csv");
    // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: 'std::ifstream' blocks the event loop: it waits for the disk [async-blocking-call]
    auto Work = userver::utils::Async("work", [] {
      std::this_thread::sleep_for(10ms);
      // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'sleep_for' blocks the event loop: it puts the thread to sleep [async-blocking-call]
    });
    Work.Get();
    return "";
  }
};

void on_a_task_processor_of_its_own(userver::engine::TaskProcessor &Files) {
  userver::utils::Async(Files, "read", [] { std::ifstream In("orders.csv"); }).Get();
}

seastar::future<int> answer();

seastar::future<> stackful_thread_may_wait_for_futures() {
  return seastar::async([] {
    int Value = answer().get();
    std::this_thread::sleep_for(10ms);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'sleep_for' blocks the event loop: it puts the thread to sleep [async-blocking-call]
  });
}

seastar::future<> continuation_may_not() {
  return answer().then([](int) {
    int Value = answer().get();
    // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: 'future::get' blocks the event loop: it waits for other work to finish [async-blocking-call]
    return seastar::make_ready_future<>();
  });
}

seastar::future<> coroutine_may_not() {
  int Value = answer().get();
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: 'future::get' blocks the event loop: it waits for other work to finish [async-blocking-call]
  Value = co_await answer();
}

void photon_threads() {
  photon::thread_create11([] {
    photon::thread_usleep(10);
    std::this_thread::sleep_for(10ms);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'sleep_for' blocks the event loop: it puts the thread to sleep [async-blocking-call]
    std::ifstream In("orders.csv");
    // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: 'std::ifstream' blocks the event loop: it waits for the disk [async-blocking-call]
  });
}
