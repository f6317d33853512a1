//===-- Fixes.h - Applies fixes to files ------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_RUNNER_FIXES_H
#define ASYNC_TIDY_LIB_RUNNER_FIXES_H

#include "lib/report/Finding.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <set>
#include <string>
#include <vector>

namespace asynctidy::runner {

/// A file before and after its fixes.
struct FixedFile {
  /// As it is reported, relative to the project's root.
  std::string Name;
  /// Where it is, links followed.
  std::string Path;
  std::string Before, After;
};

/// Fixes that can be applied together.
struct FixPlan {
  /// Sorted by their names.
  std::vector<FixedFile> Files;
  /// The files of each fix: it is applied to all of them or to none.
  std::vector<std::set<std::string>> Fixes;
  /// Files outside the root, which are left alone.
  std::set<std::string> Outside;
};

/// Which kinds of fixes to apply: those that keep the meaning, or those that
/// need a look as well, where there is no other.
struct FixChoice {
  bool Unsafe = false;
  /// Files that no fix may touch.
  std::set<std::string> Untouched;
};

/// Chooses fixes in the order of the findings. One that overlaps an earlier one
/// waits for the next round; the same edit of two fixes, such as an include, is
/// made once. Fails where a file can't be read.
llvm::Expected<FixPlan> planFixes(std::vector<report::Finding> Findings,
                                  llvm::StringRef Root,
                                  const FixChoice &Choice);

/// The files that have to go back to what they were when those in \p Broken
/// do: a fix is whole or not at all.
std::set<std::string> withTheirFixes(const FixPlan &Plan,
                                     std::set<std::string> Broken);

/// Replaces a file in one step; its permissions stay. Only where it still has
/// the text \p Expected: what somebody else wrote meanwhile isn't lost.
llvm::Error replaceFile(const FixedFile &File, llvm::StringRef Expected,
                        llvm::StringRef Text);

} // namespace asynctidy::runner

#endif // ASYNC_TIDY_LIB_RUNNER_FIXES_H
