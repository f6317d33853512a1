//===-- FixRun.h - Fixes what a run found -----------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_TOOLS_ASYNC_TIDY_FIXRUN_H
#define ASYNC_TIDY_TOOLS_ASYNC_TIDY_FIXRUN_H

#include "lib/report/Finding.h"
#include "lib/runner/Fixes.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace asynctidy {

/// Applies fixes, looks at the result, and takes back what doesn't parse.
class FixRun {
public:
  /// \p Analyse brings \p Result up to date with the files; false when it came
  /// to no end.
  FixRun(report::Report &Result, bool Unsafe,
         llvm::function_ref<bool()> Analyse);

  enum class Outcome : uint8_t {
    Applied,   ///< and there may be more
    Done,      ///< nothing is left
    Unwritten, ///< a file can't be written, which is said
    Unread,    ///< the analysis came to no end
  };
  /// In rounds, until there is nothing more to fix. No file stays changed that
  /// wasn't looked at afterwards.
  Outcome run();

  /// What was done, for the standard error; empty for nothing.
  std::string summary() const;

private:
  Outcome round();
  bool write(const runner::FixPlan &Plan);
  bool takeBack(const runner::FixPlan &Plan, std::set<std::string> Files,
                llvm::StringRef Why);
  std::set<std::string> broken(const runner::FixPlan &Plan,
                               const std::set<std::string> &FailedBefore,
                               std::string &Why) const;
  std::set<std::string> failed() const;

  report::Report &Result;
  runner::FixChoice Choice;
  llvm::function_ref<bool()> Analyse;
  std::set<std::string> Changed, Outside;
  unsigned Fixed = 0;
};

} // namespace asynctidy

#endif // ASYNC_TIDY_TOOLS_ASYNC_TIDY_FIXRUN_H
