// RUN: %check_async_tidy %s async-blocking-call %t
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <future>
#include <memory>
#include <mock/task.h>
#include <pqxx/pqxx>
#include <thread>

namespace fs = std::filesystem;
namespace this_one = std::this_thread;
using std::this_thread::sleep_for;
using Input = std::ifstream;
template <typename T> using Later = std::future<T>;

Task<> alias_of_a_namespace(const fs::path &Path) {
  fs::remove_all(Path);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'remove_all' blocks the event loop: it waits for the disk [async-blocking-call]
  this_one::sleep_for(std::chrono::seconds(1));
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'sleep_for' blocks the event loop: it puts the thread to sleep [async-blocking-call]
  co_await next_event();
}

Task<> using_declaration() {
  sleep_for(std::chrono::seconds(1));
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'sleep_for' blocks the event loop: it puts the thread to sleep [async-blocking-call]
  co_await next_event();
}

Task<> using_directive() {
  using namespace std::this_thread;
  sleep_until(std::chrono::steady_clock::time_point());
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'sleep_until' blocks the event loop: it puts the thread to sleep [async-blocking-call]
  co_await next_event();
}

Task<> alias_of_a_class(const char *Path, Later<int> Answer) {
  Input In(Path);
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'Input' blocks the event loop: it waits for the disk [async-blocking-call]
  Answer.wait();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: '{{.*}}wait' blocks the event loop: it waits for other work to finish [async-blocking-call]
  co_await next_event();
}

namespace shop {
using std::system;
}

Task<> reexported_function() {
  shop::system("restock");
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'system' blocks the event loop: it waits for another process [async-blocking-call]
  ::system("restock");
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'system' blocks the event loop: it waits for another process [async-blocking-call]
  co_await next_event();
}

class LoggedFile : public std::ofstream {
public:
  using std::ofstream::ofstream;
};

Task<> class_that_derives_from_a_catalogued_one(const char *Path) {
  LoggedFile Log(Path);
  // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: {{(call to )?}}'{{.*}}' blocks the event loop: {{.*}} waits for the disk [async-blocking-call]
  co_await next_event();
}

class Answer : public std::future<int> {};

Task<> method_of_a_base(Answer &A) {
  int Value = A.get();
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: '{{.*}}future::get' blocks the event loop: it waits for other work to finish [async-blocking-call]
  co_await next_event();
}

class Replaced : public std::future<int> {
public:
  int get() const { return 1; }
};

Task<> method_that_hides_the_one_of_the_base(Replaced &A) {
  int Value = A.get();
  co_await next_event();
}

Task<> method_through_an_alias_of_a_derived_class(pqxx::read_transaction &Transaction, pqxx::transaction_base &Any) {
  Transaction.exec("select 1");
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: '{{.*}}transaction{{.*}}::exec' blocks the event loop: it waits for the database [async-blocking-call]
  Any.exec("select 1");
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: '{{.*}}transaction{{.*}}::exec' blocks the event loop: it waits for the database [async-blocking-call]
  co_await next_event();
}

Task<> through_pointers_and_references(pqxx::work *Transaction, std::unique_ptr<pqxx::work> Owned) {
  Transaction->exec("select 1");
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'work::exec' blocks the event loop: it waits for the database [async-blocking-call]
  Owned->exec("select 2");
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: '{{.*}}transaction{{.*}}::exec' blocks the event loop: it waits for the database [async-blocking-call]
  (*Transaction).exec("select 3");
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'work::exec' blocks the event loop: it waits for the database [async-blocking-call]
  co_await next_event();
}

namespace lib {
inline namespace v2 {
void sleep(int);
}
} // namespace lib

Task<> same_name_in_an_inline_namespace() {
  lib::sleep(1);
  co_await next_event();
}

struct Thread {
  static void sleep_for(std::chrono::seconds);
  void join();
};

Task<> same_names_in_a_class(Thread &T) {
  Thread::sleep_for(std::chrono::seconds(1));
  T.join();
  co_await next_event();
}
