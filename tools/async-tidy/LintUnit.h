//===-- LintUnit.h - Runs the checks on one unit ----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_TOOLS_ASYNC_TIDY_LINTUNIT_H
#define ASYNC_TIDY_TOOLS_ASYNC_TIDY_LINTUNIT_H

#include "lib/report/Finding.h"
#include "lib/runner/Units.h"
#include <string>
#include <vector>

namespace asynctidy {

struct LintOptions {
  /// The checks that run.
  std::vector<std::string> Checks;
  /// Packs beside those that a `.clang-tidy` names; absolute.
  std::vector<std::string> Catalogs;
  /// The project's root: what is reported is relative to it.
  std::string Root;
};

/// The names of all checks, sorted.
std::vector<std::string> allCheckNames();

/// The checks that \p Globs selects, as in clang-tidy: from left to right, with
/// a leading `-` to leave out. A list that only leaves out begins with all.
/// \p Unmatched gets the globs that fit no check.
std::vector<std::string> selectChecks(llvm::StringRef Globs,
                                      std::vector<std::string> &Unmatched);

/// Lints \p U in this process. Check options come from the `.clang-tidy` files
/// around the unit; which checks run does not.
report::UnitResult lintUnit(const runner::Unit &U, const LintOptions &Options);

} // namespace asynctidy

#endif // ASYNC_TIDY_TOOLS_ASYNC_TIDY_LINTUNIT_H
