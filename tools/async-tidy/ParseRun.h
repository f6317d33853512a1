//===-- ParseRun.h - Parses units, several at once --------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_TOOLS_ASYNC_TIDY_PARSERUN_H
#define ASYNC_TIDY_TOOLS_ASYNC_TIDY_PARSERUN_H

#include "lib/report/Finding.h"
#include "lib/runner/Inputs.h"
#include "lib/runner/Workers.h"
#include "tools/async-tidy/CollectUnit.h"
#include "tools/async-tidy/HeaderSets.h"
#include "tools/async-tidy/Progress.h"
#include <list>

namespace asynctidy {

/// How the units of a run are parsed.
struct ParseOptions {
  /// How many at once; 0 for what the machine allows.
  unsigned Jobs = 0;
  runner::Limits Each;
  /// No bodies are skipped, and no headers shared.
  bool FullParse = false;
  /// What is up to date is parsed again as well.
  bool Anew = false;
  bool ShowProgress = false;
  CacheOptions Cache;
};

/// What a unit cost, for the statistics.
struct UnitCost {
  std::string File;
  double Seconds;
  uint64_t PeakKiB;
  /// Why it took a slower parse; empty for the fastest.
  std::string Why;
};

/// One pass over units that have to be parsed: each in a process of its own,
/// with the headers that it shares with others, and again in a safer mode when
/// that fails.
class ParseRun {
public:
  /// All outlive it. \p Checker knows what is on the disk now.
  ParseRun(const ParseOptions &Options, const frontend::ExternalFiles &External,
           const std::string &StoreFile, runner::InputChecker &Checker)
      : Options(Options), External(External), StoreFile(StoreFile),
        Sets(Options.Cache, External, Checker) {}

  /// False when the process was asked to end before all was done.
  bool run(std::vector<UnitJob> Jobs);

  llvm::ArrayRef<report::Failure> failures() const { return Failures; }
  llvm::ArrayRef<UnitCost> costs() const { return Costs; }
  /// The signal that ended it; 0 for none.
  int interruptedBy() const { return Signal; }

private:
  /// A unit on its way.
  struct Pending {
    UnitJob Job;
    HeaderSets::Group *Shared = nullptr;
    UnitCost Cost;
  };
  using Queue = std::list<Pending>;

  bool startNext(runner::Workers &W, Progress &Bar);
  void startSet(HeaderSets::Group &G, runner::Workers &W);
  void startTypes(HeaderSets::Group &G, runner::Workers &W);
  void startUnit(Queue::iterator P, runner::Workers &W, Progress &Bar);
  void ended(Queue::iterator P, const runner::Outcome &Done, Progress &Bar);

  const ParseOptions &Options;
  const frontend::ExternalFiles &External;
  const std::string &StoreFile;
  HeaderSets Sets;
  /// In the order in which they are to start.
  Queue Waiting;
  Queue Running;
  std::vector<report::Failure> Failures;
  std::vector<UnitCost> Costs;
  int Signal = 0;
};

} // namespace asynctidy

#endif // ASYNC_TIDY_TOOLS_ASYNC_TIDY_PARSERUN_H
