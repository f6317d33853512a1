//===-- CheckOptions.h - Which checks run, with which options ---*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_TOOLS_ASYNC_TIDY_CHECKOPTIONS_H
#define ASYNC_TIDY_TOOLS_ASYNC_TIDY_CHECKOPTIONS_H

#include "clang-tidy/ClangTidyOptions.h"
#include <memory>
#include <string>
#include <vector>

namespace asynctidy {

struct LintOptions {
  /// The checks that run, at most: those that the command line selects.
  std::vector<std::string> Checks;
  /// Whether it selects any: `.clang-tidy` files have a say when it doesn't.
  bool ChecksNamed = false;
  /// Packs beside those that a `.clang-tidy` names; absolute.
  std::vector<std::string> Catalogs;
  /// The project's root: what is reported is relative to it.
  std::string Root;
  /// Where the build is; headers in it are nobody's source.
  std::string BuildFolder;
};

/// The names of all checks, sorted.
std::vector<std::string> allCheckNames();

/// The checks that \p Globs selects, as in clang-tidy: from left to right, with
/// a leading `-` to leave out. A list that only leaves out begins with all.
/// \p Unmatched gets the globs that fit no check.
std::vector<std::string> selectChecks(llvm::StringRef Globs,
                                      std::vector<std::string> &Unmatched);

/// What the `.clang-tidy` files around a unit say of our checks (see
/// withOwnChecks) and of their options, then what this run asks for. Mistakes
/// in files go to \p Errors. Both must outlive the provider.
std::unique_ptr<clang::tidy::ClangTidyOptionsProvider>
checkOptions(const LintOptions &Options, std::vector<std::string> &Errors);

} // namespace asynctidy

#endif // ASYNC_TIDY_TOOLS_ASYNC_TIDY_CHECKOPTIONS_H
