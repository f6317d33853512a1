// RUN: %check_async_tidy %s async-blocking-call %t
#include <QCoroTask>
#include <QThread>
#include <chrono>
#include <thread>
// CHECK-FIXES: #include <QCoroTask>
// CHECK-FIXES: #include <QCoroTimer>

using namespace std::chrono_literals;

QCoro::Task<> sleeps_in_coroutine() {
  std::this_thread::sleep_for(1s);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'sleep_for' blocks the event loop: it puts the thread to sleep [async-blocking-call]
  // CHECK-FIXES: {{^}}  co_await QCoro::sleepFor(1s);
  QThread::msleep(20);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: '{{.*}}msleep' blocks the event loop: it puts the thread to sleep [async-blocking-call]
  // CHECK-FIXES: {{^}}  co_await QCoro::sleepFor(std::chrono::milliseconds(20));
  QThread::sleep(2);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: '{{.*}}sleep' blocks the event loop: it puts the thread to sleep [async-blocking-call]
  // CHECK-FIXES: {{^}}  co_await QCoro::sleepFor(std::chrono::seconds(2));
  co_return;
}
