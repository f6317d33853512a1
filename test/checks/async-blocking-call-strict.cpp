// RUN: %check_async_tidy %s async-blocking-call %t
// RUN: %check_async_tidy %s async-blocking-call %t -check-suffix=,STRICT --options 'Level: strict'
#include <filesystem>
#include <libpq-fe.h>
#include <mock/task.h>
#include <mutex>

namespace fs = std::filesystem;

Task<> query_of_the_file_system(const fs::path &Path) {
  bool There = fs::exists(Path);
  // CHECK-MESSAGES-STRICT: :[[@LINE-1]]:16: warning: 'exists' blocks the event loop: it waits for the disk [async-blocking-call]
  // CHECK-NOTES-STRICT: :[[@LINE-2]]:{{[0-9]+}}: note: level strict: {{.*}}
  bool Folder = fs::is_directory(Path);
  // CHECK-MESSAGES-STRICT: :[[@LINE-1]]:17: warning: 'is_directory' blocks the event loop: it waits for the disk [async-blocking-call]
  co_await next_event();
}

Task<> change_of_the_file_system(const fs::path &Path) {
  fs::remove_all(Path);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'remove_all' blocks the event loop: it waits for the disk [async-blocking-call]
  fs::copy_file(Path, "backup");
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'copy_file' blocks the event loop: it waits for the disk [async-blocking-call]
  for (const auto &Entry : fs::recursive_directory_iterator(Path))
    // CHECK-MESSAGES: :[[@LINE-1]]:28: warning: 'std::filesystem::recursive_directory_iterator' blocks the event loop: it waits for the disk [async-blocking-call]
    ;
  fs::rename(Path, "backup");
  // CHECK-MESSAGES-STRICT: :[[@LINE-1]]:3: warning: 'rename' blocks the event loop: it waits for the disk [async-blocking-call]
  co_await next_event();
}

Task<> uncontended_mutex(std::mutex &M, int &Count) {
  {
    std::lock_guard Guard(M);
    // CHECK-MESSAGES-STRICT: :[[@LINE-1]]:21: warning: 'Guard' blocks the event loop: it waits for a lock [async-blocking-call]
    // CHECK-NOTES-STRICT: :[[@LINE-2]]:{{[0-9]+}}: note: level strict: {{.*}}
    ++Count;
  }
  co_await next_event();
}

struct Settings {
  Settings() : Connection(PQconnectdb("dbname=orders")) {}
  PGconn *Connection;
};

Task<> static_of_a_function() {
  static Settings Loaded;
  // CHECK-MESSAGES-STRICT: :[[@LINE-1]]:19: warning: call to 'Settings' blocks the event loop: it leads to 'PQconnectdb', which waits for the database [async-blocking-call]
  // CHECK-NOTES-STRICT: :[[@LINE-2]]:{{[0-9]+}}: note: level strict: {{.*}}
  co_await next_event();
}

bool there(const fs::path &Path) { return fs::exists(Path); }

Task<> through_a_helper(const fs::path &Path) {
  bool There = there(Path);
  // CHECK-MESSAGES-STRICT: :[[@LINE-1]]:16: warning: call to 'there' blocks the event loop: it leads to 'exists', which waits for the disk [async-blocking-call]
  // CHECK-NOTES-STRICT: :[[@LINE-2]]:{{[0-9]+}}: note: level strict: {{.*}}
  co_await next_event();
}

bool there_and_empty(const fs::path &Path) {
  bool There = fs::exists(Path);
  fs::remove_all(Path);
  return There;
}

Task<> certain_block_goes_before_a_theoretical_one(const fs::path &Path) {
  there_and_empty(Path);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: call to 'there_and_empty' blocks the event loop: it leads to 'remove_all', which waits for the disk [async-blocking-call]
  co_await next_event();
}
