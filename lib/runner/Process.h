//===-- Process.h - Work in a process of its own ----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_RUNNER_PROCESS_H
#define ASYNC_TIDY_LIB_RUNNER_PROCESS_H

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/Support/raw_ostream.h"
#include <cstdint>
#include <string>

namespace asynctidy::runner {

/// What one piece of work may use.
struct Limits {
  /// Wall time, as far as the parent waits meanwhile; 0 for no limit.
  double Seconds = 0;
  /// Private memory in MiB, with what the parent had when it started the work;
  /// 0 for no limit.
  uint64_t MemoryMiB = 0;
};

/// How a piece of work ended.
struct Outcome {
  /// What it wrote.
  std::string Output;
  /// Why it has no complete output ("crashed: SIGSEGV"); empty when it has.
  std::string Problem;
  /// It was ended for what it used, see Limits.
  bool OverLimit = false;
  double Seconds = 0;
  /// The most memory that it had, in KiB.
  uint64_t PeakKiB = 0;
};

/// Runs \p Work in a child process and waits for it. Whatever happens in there,
/// a crash too, ends only the child. The child's own output is dropped; the
/// last line of it becomes part of the problem.
Outcome runIsolated(llvm::function_ref<void(llvm::raw_ostream &)> Work);

} // namespace asynctidy::runner

#endif // ASYNC_TIDY_LIB_RUNNER_PROCESS_H
