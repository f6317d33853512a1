// RUN: %check_async_tidy %s async-blocking-call %t
#include <atomic>
#include <mock/task.h>
#include <thread>

std::atomic<bool> Ready;
std::atomic_flag Busy;
std::atomic<int> Left;

Task<> spins_on_a_flag() {
  while (!Ready.load())
    // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: spinning until 'Ready' changes blocks the event loop: it waits for other work to finish [async-blocking-call]
    ;
  co_await next_event();
}

Task<> spins_with_a_yield() {
  while (!Ready)
    // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: spinning until 'Ready' changes blocks the event loop: it waits for other work to finish [async-blocking-call]
    std::this_thread::yield();
  co_await next_event();
}

Task<> spins_on_an_atomic_flag() {
  while (Busy.test_and_set(std::memory_order_acquire)) {
    // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: spinning until 'Busy' changes blocks the event loop: it waits for other work to finish [async-blocking-call]
  }
  Busy.clear();
  co_await next_event();
}

Task<> waits_on_an_atomic() {
  Ready.wait(false);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: '{{.*}}wait' blocks the event loop: it waits for other work to finish [async-blocking-call]
  co_await next_event();
}

Task<> suspends_in_the_loop() {
  while (!Ready.load())
    co_await next_event();
}

Task<> does_work_in_the_loop(int *Orders) {
  int Place = 0;
  while (Left.load() > Place)
    Orders[Place++] = 0;
  co_await next_event();
}

Task<> compare_and_swap_is_no_spin(int Wanted) {
  int Seen = Left.load();
  while (!Left.compare_exchange_weak(Seen, Seen + Wanted))
    ;
  co_await next_event();
}
