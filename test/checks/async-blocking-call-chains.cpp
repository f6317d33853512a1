// RUN: %check_async_tidy %s async-blocking-call %t -- -I%S/Inputs
#include <algorithm>
#include <blocking_helpers.h>
#include <chrono>
#include <fstream>
#include <memory>
#include <mock/task.h>
#include <thread>

using namespace std::chrono_literals;

void take_a_nap() {
  std::this_thread::sleep_for(1s);
}

Task<> one_helper() {
  take_a_nap();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'take_a_nap' blocks the event loop: it leads to 'sleep_for', which puts the thread to sleep [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-6]]:3: note: 'take_a_nap' calls 'sleep_for' here, which blocks
  // CHECK-NOTES: :[[@LINE-4]]:8: note: 'one_helper' runs on the event loop: it is a coroutine
  co_await next_event();
}

void retry() {
  take_a_nap();
}

Task<> two_helpers() {
  retry();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'retry' blocks the event loop: it leads to 'sleep_for', which puts the thread to sleep [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-6]]:3: note: 'retry' calls 'take_a_nap' here
  // CHECK-NOTES: :[[@LINE-19]]:3: note: 'take_a_nap' calls 'sleep_for' here, which blocks
  co_await next_event();
}

Task<> one_warning_for_each_call() {
  retry();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'retry' blocks the event loop: it leads to 'sleep_for', which puts the thread to sleep [async-blocking-call]
  take_a_nap();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'take_a_nap' blocks the event loop: it leads to 'sleep_for', which puts the thread to sleep [async-blocking-call]
  co_await next_event();
}

struct Report {
  Report() = default;
  explicit Report(const char *Path) {
    std::ifstream In(Path);
  }
  void store(const char *Path) const { std::ofstream Out(Path); }
};

Task<> method(const Report &Kept) {
  Kept.store("report.csv");
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'Report::store' blocks the event loop: it leads to 'std::ofstream', which waits for the disk [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-6]]:54: note: 'Report::store' calls 'std::ofstream' here, which blocks
  co_await next_event();
}

Task<> constructor() {
  Report Fresh("report.csv");
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: call to 'Report' blocks the event loop: it leads to 'std::ifstream', which waits for the disk [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-15]]:19: note: 'Report{{.*}}' calls 'std::ifstream' here, which blocks
  co_await next_event();
}

struct Worker {
  ~Worker() { Thread.join(); }
  std::thread Thread;
};

Task<> destructor_at_the_declaration() {
  Worker Local;
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: call to '{{.*}}~Worker' blocks the event loop: it leads to 'thread::join', which waits for other work to finish [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-7]]:15: note: '{{.*}}~Worker' calls 'thread::join' here, which blocks
  co_await next_event();
}

Task<> destructor_of_a_member_of_a_heap_object() {
  auto Owned = std::make_unique<Report>();
  co_await next_event();
}

struct Archive {
  Archive &operator<<(const char *Text) {
    std::ofstream Out(Text, std::ios::app);
    return *this;
  }
};

Task<> user_operator(Archive &Log) {
  Log << "entry";
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to '{{.*}}operator<<' blocks the event loop: it leads to 'std::ofstream', which waits for the disk [async-blocking-call]
  co_await next_event();
}

Task<> lambda_called_in_place() {
  [] { take_a_nap(); }();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to '{{.*}}' blocks the event loop: it leads to 'sleep_for', which puts the thread to sleep [async-blocking-call]
  co_await next_event();
}

void recursive(int Depth) {
  if (Depth > 0)
    recursive(Depth - 1);
  std::this_thread::sleep_for(1s);
}

Task<> recursion_ends() {
  recursive(3);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'recursive' blocks the event loop: it leads to 'sleep_for', which puts the thread to sleep [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-6]]:3: note: 'recursive' calls 'sleep_for' here, which blocks
  co_await next_event();
}

void pong(int Left);
void ping(int Left) {
  if (Left > 0)
    pong(Left - 1);
}
void pong(int Left) {
  ping(Left);
  take_a_nap();
}

Task<> mutual_recursion_ends() {
  ping(3);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'ping' blocks the event loop: it leads to 'sleep_for', which puts the thread to sleep [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-10]]:5: note: 'ping' calls 'pong' here
  // CHECK-NOTES: :[[@LINE-7]]:3: note: 'pong' calls 'take_a_nap' here
  // CHECK-NOTES: :[[@LINE-117]]:3: note: 'take_a_nap' calls 'sleep_for' here, which blocks
  co_await next_event();
}

void idle_ping(int Left);
void idle_pong(int Left) { idle_ping(Left); }
void idle_ping(int Left) { idle_pong(Left - 1); }

Task<> mutual_recursion_without_a_block_is_silent() {
  idle_ping(3);
  co_await next_event();
}

void roundabout(bool Far) {
  if (Far)
    retry();
  std::this_thread::sleep_for(2s);
}

Task<> shortest_chain_is_shown() {
  roundabout(true);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'roundabout' blocks the event loop: it leads to 'sleep_for', which puts the thread to sleep [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-6]]:3: note: 'roundabout' calls 'sleep_for' here, which blocks
  co_await next_event();
}

struct Store {
  virtual ~Store() = default;
  virtual void save() = 0;
  virtual int size() const { return 0; }
};
struct FileStore : Store {
  void save() override { std::ofstream Out("orders"); }
};
struct MemoryStore : Store {
  void save() override {}
  int size() const override { return 1; }
};

Task<> virtual_call_has_a_blocking_overrider(Store &Kept) {
  Kept.save();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'Store::save' blocks the event loop: it leads to 'std::ofstream', which waits for the disk [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-10]]:40: note: 'FileStore::save' calls 'std::ofstream' here, which blocks
  int Size = Kept.size();
  co_await next_event();
}

Task<> virtual_call_of_a_known_object_is_direct() {
  MemoryStore Kept;
  Kept.save();
  co_await next_event();
}

Task<> qualified_virtual_call_is_direct(FileStore &Kept) {
  int Size = Kept.Store::size();
  co_await next_event();
}

template <typename T> void store_all(const T &Path) {
  std::ofstream Out(Path);
}
template <typename Step> void twice(Step Run) {
  Run();
  Run();
}

Task<> template_helpers(const char *Path) {
  store_all(Path);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'store_all' blocks the event loop: it leads to 'std::ofstream', which waits for the disk [async-blocking-call]
  twice([] { take_a_nap(); });
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'twice' blocks the event loop: it leads to 'sleep_for', which puts the thread to sleep [async-blocking-call]
  twice([] {});
  co_await next_event();
}

Task<> helper_in_a_header() {
  helper_from_a_header();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'helper_from_a_header' blocks the event loop: it leads to 'std::ofstream', which waits for the disk [async-blocking-call]
  co_await next_event();
}

void declared_only();

Task<> unknown_function_is_silent() {
  declared_only();
  co_await next_event();
}

void plain_function_is_silent() { retry(); }

Task<> awaited_coroutine_reports_inside() {
  co_await one_helper();
}

Task<> algorithm_calls_its_lambda(const int *First, const int *Last) {
  std::for_each(First, Last, [](int) { take_a_nap(); });
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'lambda' blocks the event loop: it leads to 'sleep_for', which puts the thread to sleep [async-blocking-call]
  std::for_each(First, Last, [](int) {});
  bool Any = std::any_of(First, Last, [](int Value) { return Value > 0; });
  co_await next_event();
}

struct Upload {
  bool await_ready() const { return false; }
  void await_suspend(std::coroutine_handle<>) { take_a_nap(); }
  // CHECK-MESSAGES: :[[@LINE-1]]:49: warning: call to 'take_a_nap' blocks the event loop: it leads to 'sleep_for', which puts the thread to sleep [async-blocking-call]
  // CHECK-NOTES: :[[@LINE-2]]:8: note: 'Upload::await_suspend' runs on the event loop: a coroutine that awaits calls it
  void await_resume() {}
};

Task<> awaiter_that_blocks() { co_await Upload{}; }

struct ThreadedUpload {
  bool await_ready() const { return false; }
  void await_suspend(std::coroutine_handle<> Waiting) {
    std::thread([Waiting] {
      take_a_nap();
      Waiting.resume();
    }).detach();
  }
  void await_resume() {}
};

Task<> awaiter_with_a_thread_of_its_own() { co_await ThreadedUpload{}; }
