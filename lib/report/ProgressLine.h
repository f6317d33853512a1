//===-- ProgressLine.h - How far a run is, in one line ----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_REPORT_PROGRESSLINE_H
#define ASYNC_TIDY_LIB_REPORT_PROGRESSLINE_H

#include <optional>
#include <string>

namespace asynctidy::report {

/// How far a run is. Times are in seconds.
struct ProgressState {
  unsigned Total = 0;
  unsigned Done = 0;
  unsigned Findings = 0;
  /// Since the start.
  double Elapsed = 0;
  /// From the start until the last unit was done.
  double LastDone = 0;
  /// What all units' work takes together; 0 when that isn't known.
  double Expected = 0;
  /// How many units go at once.
  unsigned Workers = 1;
  /// The one that runs for longest; may be empty.
  std::string Unit;
};

/// How long the rest takes; none when nothing is known yet.
std::optional<double> secondsLeft(const ProgressState &S);

/// A line for a terminal of \p Columns columns, which doesn't fill it: a full
/// line may wrap. Text alone, in UTF-8; empty when there is nothing to say or
/// no room for it.
std::string progressLine(const ProgressState &S, unsigned Columns);

} // namespace asynctidy::report

#endif // ASYNC_TIDY_LIB_REPORT_PROGRESSLINE_H
