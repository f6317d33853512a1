//===-- Child.h - One forked process ----------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_RUNNER_CHILD_H
#define ASYNC_TIDY_LIB_RUNNER_CHILD_H

#include "lib/runner/Descriptor.h"
#include "lib/runner/Process.h"
#include <chrono>
#include <sys/types.h>

namespace asynctidy::runner {

/// A forked process that does one piece of work. It ends with this one, and
/// with the object. Nothing here waits for it but \c join and the destructor.
class Child {
public:
  /// Starts it. \p First is called in it before the work.
  Child(
      llvm::function_ref<void(llvm::raw_ostream &)> Work, Limits May,
      llvm::function_ref<void()> First = [] {});
  Child(const Child &) = delete;
  Child &operator=(const Child &) = delete;
  ~Child();

  /// Where its output comes from; -1 when no more comes.
  int output() const { return Output.get(); }
  /// Takes output that is there, so that it can go on.
  void readOutput();
  /// Has it ended? One that couldn't be started has.
  bool ended();
  /// Waits until it ends.
  void join();

  /// Ends it. It is gone once \c ended says so.
  void kill();
  /// As \c kill, and its outcome says that it took too long.
  void expire();

  /// How it ended; for one that has, once.
  Outcome take();

  /// Closes this process's ends, for a process that isn't the parent.
  void closeDescriptors();

private:
  bool reap(bool Wait);

  const Limits May;
  const std::chrono::steady_clock::time_point Start;
  /// -1 when there is no process, or none any more.
  pid_t Pid = -1;
  Descriptor Output;
  /// What it printed.
  Descriptor Chatter;
  /// Why nothing is known of a process.
  std::string Failure;
  int Status = 0;
  bool Expired = false;
  Outcome Result;
};

} // namespace asynctidy::runner

#endif // ASYNC_TIDY_LIB_RUNNER_CHILD_H
