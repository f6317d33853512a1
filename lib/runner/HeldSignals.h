//===-- HeldSignals.h - Signals that ask to end, held back ------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_RUNNER_HELDSIGNALS_H
#define ASYNC_TIDY_LIB_RUNNER_HELDSIGNALS_H

#include "lib/runner/Descriptor.h"
#include <csignal>

namespace asynctidy::runner {

/// Holds SIGINT, SIGTERM and SIGHUP back while it lives, so that this process
/// can look for them between two steps. Nothing is installed: handlers that
/// there are, LLVM's for example, stay in place and are only not called. One
/// that is ignored stays ignored. For the one thread of a process.
class HeldSignals {
public:
  HeldSignals();
  HeldSignals(const HeldSignals &) = delete;
  HeldSignals &operator=(const HeldSignals &) = delete;
  /// One that came and wasn't taken comes now, unless another was taken.
  ~HeldSignals();

  /// One that came; 0 for none.
  int take();
  /// Can be read when one came; -1 when they aren't held.
  int descriptor() const { return Arrived.get(); }

  /// Holds nothing in a forked child.
  void releaseInChild();

private:
  sigset_t Former;
  struct sigaction FormerOfChildren;
  Descriptor Arrived;
  bool Taken = false;
};

} // namespace asynctidy::runner

#endif // ASYNC_TIDY_LIB_RUNNER_HELDSIGNALS_H
