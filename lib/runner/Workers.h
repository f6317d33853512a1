//===-- Workers.h - Pieces of work, several at once -------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_RUNNER_WORKERS_H
#define ASYNC_TIDY_LIB_RUNNER_WORKERS_H

#include "lib/runner/HeldSignals.h"
#include "lib/runner/Process.h"
#include "llvm/ADT/FunctionExtras.h"
#include <chrono>
#include <memory>
#include <vector>

namespace asynctidy::runner {

/// Runs pieces of work, each in a forked process of its own as \c runIsolated
/// does, several at once. While it lives, SIGINT, SIGTERM and SIGHUP don't end
/// this process: \c wait ends the work and says so. For a process with one
/// thread.
class Workers {
public:
  /// Does the work, in the child; its result is what it writes.
  using Work = llvm::unique_function<void(llvm::raw_ostream &)>;
  /// Gets the outcome, in this process. It may start further work.
  using Done = llvm::unique_function<void(Outcome)>;

  /// At most \p Count pieces run at once, each with the limits \p Each.
  Workers(unsigned Count, Limits Each);
  Workers(const Workers &) = delete;
  Workers &operator=(const Workers &) = delete;
  /// Ends what still runs; nobody gets its outcome.
  ~Workers();

  /// Can work be started? Not any more after an interruption.
  bool hasFree() const;
  /// Is there nothing to wait for?
  bool idle() const;

  /// Starts work; \c hasFree must hold. \c wait calls \p D, when the process
  /// can't be started too.
  void start(Work W, Done D);

  /// Waits until at least one piece has ended and hands out the outcomes of all
  /// that have; returns at the latest after \p MaxSeconds, so that progress can
  /// be shown. False when this process was asked to end: all work was ended
  /// then, and nobody gets its outcome.
  bool wait(double MaxSeconds);

  /// The signal that made \c wait say false; 0 for none.
  int interruptedBy() const { return Interruption; }

private:
  struct Job;
  using Clock = std::chrono::steady_clock;

  bool handOut();
  bool sleepUntil(Clock::time_point End);
  void endAll();

  const unsigned Count;
  const Limits Each;
  /// Released when no job is left.
  HeldSignals Signals;
  int Interruption = 0;
  std::vector<std::unique_ptr<Job>> Jobs;
};

} // namespace asynctidy::runner

#endif // ASYNC_TIDY_LIB_RUNNER_WORKERS_H
