// RUN: %check_async_tidy %s async-blocking-call %t
#include <boost/asio/awaitable.hpp>
#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <poll.h>
#include <queue>
#include <thread>
using namespace std::chrono_literals;
namespace asio = boost::asio;

// A timeout that a caller gives decides whether it waits.
template <class T> class Queue {
public:
  bool try_pop(T &Item, const std::chrono::microseconds &Timeout = std::chrono::microseconds(0)) {
    std::unique_lock<std::mutex> Lock(Mutex);
    if (!Filled.wait_for(Lock, Timeout, [this] { return !Items.empty(); }))
      return false;
    Item = Items.front();
    Items.pop();
    return true;
  }
  bool pop(T &Item, std::chrono::milliseconds Timeout) { return try_pop(Item, Timeout); }
  bool pop_twice(T &Item, std::chrono::milliseconds Timeout) { return pop(Item, Timeout) && pop(Item, 1ms); }

private:
  std::mutex Mutex;
  std::condition_variable Filled;
  std::queue<T> Items;
};

bool ready(int Descriptor, int Milliseconds) {
  pollfd Poll{Descriptor, POLLIN, 0};
  return poll(&Poll, 1, Milliseconds) > 0;
}

bool ready_in(int Descriptor, std::chrono::seconds Limit) {
  return ready(Descriptor, std::chrono::duration_cast<std::chrono::milliseconds>(Limit).count());
}

void pause(long Microseconds) { std::this_thread::sleep_for(std::chrono::microseconds(Microseconds)); }

bool at_least(int Descriptor, int Milliseconds) {
  Milliseconds = std::max(Milliseconds, 100);
  pollfd Poll{Descriptor, POLLIN, 0};
  return poll(&Poll, 1, Milliseconds) > 0;
}

bool counted_down(int Descriptor, int Milliseconds) {
  pollfd Poll{Descriptor, POLLIN, 0};
  while (poll(&Poll, 1, Milliseconds) == 0 && (Milliseconds -= 10) > 0)
    ;
  return false;
}

void at_least(std::chrono::milliseconds &Timeout) { Timeout += 5ms; }

bool given_away(int Descriptor, std::chrono::milliseconds Timeout) {
  at_least(Timeout);
  pollfd Poll{Descriptor, POLLIN, 0};
  return poll(&Poll, 1, Timeout.count()) > 0;
}

bool only_read(int Descriptor, std::chrono::milliseconds Timeout) {
  if (Timeout > 5s || (Timeout) == 7ms)
    return false;
  std::chrono::milliseconds Copy = Timeout;
  pollfd Poll{Descriptor, POLLIN, 0};
  auto Ready = [&Poll, Timeout] { return Poll.revents != 0 || Timeout == 3ms; };
  return Ready() || poll(&Poll, 1, static_cast<int>(Timeout.count())) > 0 || Copy == 1ms;
}

asio::awaitable<void> zero_does_not_wait(Queue<int> &Queue, int Descriptor) {
  int Item = 0;
  Queue.try_pop(Item);
  Queue.try_pop(Item, 0us);
  Queue.pop(Item, std::chrono::milliseconds::zero());
  ready(Descriptor, 0);
  ready_in(Descriptor, 0s);
  ready_in(Descriptor, {});
  only_read(Descriptor, 0ms);
  co_return;
}

bool writable(int Descriptor, int Milliseconds) {
  std::this_thread::sleep_for(2ms);
  pollfd Poll{Descriptor, POLLOUT, 0};
  return poll(&Poll, 1, Milliseconds) > 0;
}

asio::awaitable<void> each_wait_is_shown(int Descriptor) {
  writable(Descriptor, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'writable' blocks the event loop: it leads to 'sleep_for', which puts the thread to sleep [async-blocking-call]
  writable(Descriptor, 20);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'writable' blocks the event loop: it leads to 'sleep_for', which puts the thread to sleep [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-2]]:3: note: 'each_wait_is_shown' calls 'writable' here
  // CHECK-NOTES: :[[@LINE-11]]:3: note: 'writable' calls 'sleep_for' here, which blocks
  // CHECK-NOTES: :[[@LINE-10]]:10: note: it leads to 'poll' in 'writable' too
  co_return;
}

asio::awaitable<void> more_than_zero_does(Queue<int> &Queue, int Descriptor, int Limit) {
  int Item = 0;
  Queue.try_pop(Item, 20us);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'Queue::try_pop' blocks the event loop: it leads to 'condition_variable::wait_for', which waits for other work to finish [async-blocking-call]
  Queue.pop(Item, 20ms);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'Queue::pop' blocks the event loop: it leads to 'condition_variable::wait_for', which waits for other work to finish [async-blocking-call]
  ready(Descriptor, Limit);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'ready' blocks the event loop: it leads to 'poll', which waits for other work to finish [async-blocking-call]
  ready_in(Descriptor, 1s);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'ready_in' blocks the event loop: it leads to 'poll', which waits for other work to finish [async-blocking-call]
  pause(5);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'pause' blocks the event loop: it leads to 'sleep_for', which puts the thread to sleep [async-blocking-call]
  co_return;
}

asio::awaitable<void> what_the_function_makes_of_it_counts(Queue<int> &Queue, int Descriptor) {
  at_least(Descriptor, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'at_least' blocks the event loop: it leads to 'poll', which waits for other work to finish [async-blocking-call]
  counted_down(Descriptor, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'counted_down' blocks the event loop: it leads to 'poll', which waits for other work to finish [async-blocking-call]
  given_away(Descriptor, 0ms);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'given_away' blocks the event loop: it leads to 'poll', which waits for other work to finish [async-blocking-call]
  int Item = 0;
  Queue.pop_twice(Item, 0ms);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'Queue::pop_twice' blocks the event loop: it leads to 'condition_variable::wait_for', which waits for other work to finish [async-blocking-call]
  co_return;
}

// What it does beside is as bad as before.
bool log_and_ready(int Descriptor, int Milliseconds) {
  std::this_thread::sleep_for(1ms);
  return ready(Descriptor, Milliseconds);
}

asio::awaitable<void> other_waits_stay(int Descriptor) {
  log_and_ready(Descriptor, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'log_and_ready' blocks the event loop: it leads to 'sleep_for', which puts the thread to sleep [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-2]]:3: note: 'other_waits_stay' calls 'log_and_ready' here
  // CHECK-NOTES: :[[@LINE-8]]:3: note: 'log_and_ready' calls 'sleep_for' here, which blocks
  // CHECK-NOTES: :[[@LINE-5]]:23: note: 'other_waits_stay' runs on the event loop: it is a coroutine
  log_and_ready(Descriptor, 5);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'log_and_ready' blocks the event loop: it leads to 'sleep_for', which puts the thread to sleep [async-blocking-call]
  co_return;
}
