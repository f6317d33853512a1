// RUN: %check_async_tidy %s async-blocking-call %t
#include <chrono>
#include <drogon/HttpController.h>
#include <thread>
#include <unistd.h>
// CHECK-FIXES: #include <drogon/HttpController.h>
// CHECK-FIXES: #include <drogon/utils/coroutine.h>

using namespace std::chrono_literals;

drogon::Task<> sleeps_in_coroutine() {
  std::this_thread::sleep_for(1s);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'sleep_for' blocks the event loop: it puts the thread to sleep [async-blocking-call]
  // CHECK-FIXES: {{^}}  co_await drogon::sleepCoro(trantor::EventLoop::getEventLoopOfCurrentThread(), 1s);
  usleep(500);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'usleep' blocks the event loop: it puts the thread to sleep [async-blocking-call]
  // CHECK-FIXES: {{^}}  co_await drogon::sleepCoro(trantor::EventLoop::getEventLoopOfCurrentThread(), std::chrono::microseconds(500));
  co_return;
}

drogon::AsyncTask fire_and_forget() {
  std::this_thread::sleep_for(2s);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'sleep_for' blocks the event loop: it puts the thread to sleep [async-blocking-call]
  // CHECK-FIXES: {{^}}  co_await drogon::sleepCoro(trantor::EventLoop::getEventLoopOfCurrentThread(), 2s);
  co_return;
}

drogon::Task<> awaited_sleep_is_fine() {
  co_await drogon::sleepCoro(trantor::EventLoop::getEventLoopOfCurrentThread(), 1s);
}
