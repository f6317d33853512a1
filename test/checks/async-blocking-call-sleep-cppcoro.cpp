// RUN: %check_async_tidy %s async-blocking-call %t
#include <chrono>
#include <cppcoro/io_service.hpp>
#include <cppcoro/task.hpp>
#include <thread>

using namespace std::chrono_literals;

cppcoro::task<> service_in_scope(cppcoro::io_service &Service) {
  std::this_thread::sleep_for(10ms);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'sleep_for' blocks the event loop: it puts the thread to sleep [async-blocking-call]
  // CHECK-FIXES: {{^}}  co_await Service.schedule_after(10ms);
  co_return;
}

cppcoro::task<> no_service_in_scope() {
  std::this_thread::sleep_for(11ms);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'sleep_for' blocks the event loop: it puts the thread to sleep [async-blocking-call]
  // CHECK-FIXES: {{^}}  std::this_thread::sleep_for(11ms);
  co_return;
}

class Poller {
public:
  cppcoro::task<> member_service() {
    std::this_thread::sleep_for(12ms);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'sleep_for' blocks the event loop: it puts the thread to sleep [async-blocking-call]
    // CHECK-FIXES: {{^}}    co_await Service->schedule_after(12ms);
    co_return;
  }

private:
  cppcoro::io_service *Service;
};
