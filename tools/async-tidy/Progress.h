//===-- Progress.h - Shows how far a run is ---------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_TOOLS_ASYNC_TIDY_PROGRESS_H
#define ASYNC_TIDY_TOOLS_ASYNC_TIDY_PROGRESS_H

#include "lib/report/ProgressLine.h"
#include "llvm/ADT/StringRef.h"
#include <chrono>
#include <string>
#include <vector>

namespace asynctidy {

/// One line on the standard error, drawn again ten times a second at most and
/// gone at the end. Nothing when that isn't a terminal, or isn't \p Wanted.
class Progress {
public:
  Progress(unsigned Total, bool Wanted);
  Progress(const Progress &) = delete;
  Progress &operator=(const Progress &) = delete;
  ~Progress();

  /// What all units' work takes together, 0 when that isn't known, and how many
  /// go at once; for the time that is left.
  void expect(double Seconds, unsigned Workers);

  void started(llvm::StringRef Unit);
  /// \p Findings are those of this unit.
  void finished(llvm::StringRef Unit, unsigned Findings);

  /// Time has passed.
  void tick();
  /// Makes way for a message; a later call of another function draws again.
  void clear();

private:
  using Clock = std::chrono::steady_clock;

  report::ProgressState State;
  /// The oldest first.
  std::vector<std::string> Running;
  const Clock::time_point Begin;
  Clock::time_point NextDraw;
  const bool Shown;
  bool Drawn = false;
};

} // namespace asynctidy

#endif // ASYNC_TIDY_TOOLS_ASYNC_TIDY_PROGRESS_H
