// RUN: %check_async_tidy %s async-blocking-call %t
// RUN: %check_async_tidy %s async-blocking-call %t -check-suffix=,STRICT --options 'Level: strict'
#include <boost/thread.hpp>
#include <mock/task.h>
#include <mutex>
#include <pthread.h>
#include <shared_mutex>

namespace own {
/// A mutex whose lock is awaited.
class AsyncMutex {
public:
  class Guard {
  public:
    ~Guard();
  };
  Task<Guard> scoped_lock();
  void unlock();
};
} // namespace own

int Orders;

Task<> guard_across_a_suspension(std::mutex &M) {
  std::lock_guard<std::mutex> Guard(M);
  // CHECK-MESSAGES: :[[@LINE-1]]:31: warning: 'Guard' holds a mutex across a suspension point: other work on this thread may wait for it for ever [async-blocking-call]
  // CHECK-NOTES: :[[@LINE+1]]:3: note: suspended here while 'Guard' is held
  co_await next_event();
}

Task<> every_suspension_is_named(std::mutex &M) {
  std::lock_guard Guard(M);
  // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: 'Guard' holds a mutex across a suspension point: other work on this thread may wait for it for ever [async-blocking-call]
  // CHECK-NOTES: :[[@LINE+2]]:3: note: suspended here while 'Guard' is held
  // CHECK-NOTES: :[[@LINE+3]]:3: note: suspended here while 'Guard' is held
  co_await next_event();
  ++Orders;
  co_await next_event();
}

Task<> scope_ends_before(std::mutex &M) {
  {
    std::lock_guard Guard(M);
    // CHECK-MESSAGES-STRICT: :[[@LINE-1]]:21: warning: 'Guard' blocks the event loop: it waits for a lock [async-blocking-call]
    // CHECK-NOTES-STRICT: :[[@LINE-2]]:{{[0-9]+}}: note: level strict: {{.*}}
    ++Orders;
  }
  co_await next_event();
}

Task<> suspension_comes_first(std::mutex &M) {
  co_await next_event();
  std::lock_guard Guard(M);
  // CHECK-MESSAGES-STRICT: :[[@LINE-1]]:19: warning: 'Guard' blocks the event loop: it waits for a lock [async-blocking-call]
  ++Orders;
}

Task<> unlocked_before(std::mutex &M) {
  std::unique_lock Lock(M);
  // CHECK-MESSAGES-STRICT: :[[@LINE-1]]:20: warning: 'Lock' blocks the event loop: it waits for a lock [async-blocking-call]
  ++Orders;
  Lock.unlock();
  co_await next_event();
}

Task<> locked_again_after(std::mutex &M) {
  std::unique_lock Lock(M);
  // CHECK-MESSAGES-STRICT: :[[@LINE-1]]:20: warning: 'Lock' blocks the event loop: it waits for a lock [async-blocking-call]
  Lock.unlock();
  co_await next_event();
  Lock.lock();
}

Task<> deferred_lock_is_not_held(std::mutex &M) {
  std::unique_lock Lock(M, std::defer_lock);
  co_await next_event();
}

Task<> deferred_lock_that_is_taken(std::mutex &M) {
  std::unique_lock Lock(M, std::defer_lock);
  // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: 'Lock' holds a mutex across a suspension point: other work on this thread may wait for it for ever [async-blocking-call]
  // CHECK-NOTES: :[[@LINE+2]]:3: note: suspended here while 'Lock' is held
  Lock.lock();
  co_await next_event();
}

Task<> unique_lock_held(std::mutex &M) {
  std::unique_lock<std::mutex> Lock(M);
  // CHECK-MESSAGES: :[[@LINE-1]]:32: warning: 'Lock' holds a mutex across a suspension point: other work on this thread may wait for it for ever [async-blocking-call]
  co_await next_event();
}

Task<> scoped_lock_of_two(std::mutex &A, std::mutex &B) {
  std::scoped_lock Both(A, B);
  // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: 'Both' holds a mutex across a suspension point: other work on this thread may wait for it for ever [async-blocking-call]
  co_await next_event();
}

Task<> shared_lock_held(std::shared_mutex &M) {
  std::shared_lock Reader(M);
  // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: 'Reader' holds a mutex across a suspension point: other work on this thread may wait for it for ever [async-blocking-call]
  co_await next_event();
}

Task<> boost_guards_held(boost::mutex &M) {
  boost::lock_guard<boost::mutex> Guard(M);
  // CHECK-MESSAGES: :[[@LINE-1]]:35: warning: 'Guard' holds a mutex across a suspension point: other work on this thread may wait for it for ever [async-blocking-call]
  boost::mutex::scoped_lock Lock(M);
  // CHECK-MESSAGES: :[[@LINE-1]]:29: warning: 'Lock' holds a mutex across a suspension point: other work on this thread may wait for it for ever [async-blocking-call]
  co_await next_event();
}

Task<> suspended_between_lock_and_unlock(std::mutex &M) {
  M.lock();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: '{{M|lock}}' holds a mutex across a suspension point: other work on this thread may wait for it for ever [async-blocking-call]
  // CHECK-NOTES: :[[@LINE+1]]:3: note: suspended here while '{{M|lock}}' is held
  co_await next_event();
  M.unlock();
}

Task<> unlocked_by_hand_before(std::mutex &M) {
  M.lock();
  // CHECK-MESSAGES-STRICT: :[[@LINE-1]]:3: warning: 'mutex::lock' blocks the event loop: it waits for a lock [async-blocking-call]
  M.unlock();
  co_await next_event();
}

Task<> pthread_mutex_held(pthread_mutex_t *M) {
  pthread_mutex_lock(M);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: '{{.*}}' holds a mutex across a suspension point: other work on this thread may wait for it for ever [async-blocking-call]
  // CHECK-NOTES: :[[@LINE+1]]:3: note: suspended here while '{{.*}}' is held
  co_await next_event();
  pthread_mutex_unlock(M);
}

Task<> pthread_mutex_released(pthread_mutex_t *M) {
  pthread_mutex_lock(M);
  // CHECK-MESSAGES-STRICT: :[[@LINE-1]]:3: warning: 'pthread_mutex_lock' blocks the event loop: it waits for a lock [async-blocking-call]
  pthread_mutex_unlock(M);
  co_await next_event();
}

Task<> held_in_a_loop(std::mutex &M, int Rounds) {
  for (int I = 0; I < Rounds; ++I) {
    std::lock_guard Guard(M);
    // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: 'Guard' holds a mutex across a suspension point: other work on this thread may wait for it for ever [async-blocking-call]
    co_await next_event();
  }
}

Task<> held_in_one_branch_only(std::mutex &M, bool Careful) {
  if (Careful) {
    std::lock_guard Guard(M);
    // CHECK-MESSAGES-STRICT: :[[@LINE-1]]:21: warning: 'Guard' blocks the event loop: it waits for a lock [async-blocking-call]
    ++Orders;
  } else {
    co_await next_event();
  }
}

Task<int> yields_the_value_under_the_lock(std::mutex &M) {
  std::lock_guard Guard(M);
  // CHECK-MESSAGES-STRICT: :[[@LINE-1]]:19: warning: 'Guard' blocks the event loop: it waits for a lock [async-blocking-call]
  co_return Orders;
}

Task<> awaited_mutex_is_fine(own::AsyncMutex &M) {
  auto Guard = co_await M.scoped_lock();
  co_await next_event();
}

Task<> lambda_suspends_elsewhere(std::mutex &M) {
  std::lock_guard Guard(M);
  // CHECK-MESSAGES-STRICT: :[[@LINE-1]]:19: warning: 'Guard' blocks the event loop: it waits for a lock [async-blocking-call]
  auto Later = []() -> Task<> { co_await next_event(); };
  co_return;
}

void plain_function_is_silent(std::mutex &M) {
  std::lock_guard Guard(M);
  ++Orders;
}
