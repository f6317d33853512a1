//===-- UnitKeys.h - What a unit's facts depend on --------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_TOOLS_ASYNC_TIDY_UNITKEYS_H
#define ASYNC_TIDY_TOOLS_ASYNC_TIDY_UNITKEYS_H

#include "lib/runner/Units.h"
#include "tools/async-tidy/CheckOptions.h"
#include "llvm/ADT/StringMap.h"

namespace asynctidy {

/// Makes the keys under which units' facts are kept: of everything beside the
/// files of the parse that they depend on, which is the command line, the
/// environment that Clang reads, the packs, and this very build. The same on
/// another machine with another root.
class UnitKeys {
public:
  explicit UnitKeys(const LintOptions &Options);

  std::string key(const runner::Unit &U);

private:
  const std::string &content(llvm::StringRef File);

  const LintOptions &Options;
  /// Mistakes are reported by those who use the options.
  std::vector<std::string> Ignored;
  std::unique_ptr<clang::tidy::ClangTidyOptionsProvider> Provider;
  llvm::StringMap<std::string> Contents;
};

} // namespace asynctidy

#endif // ASYNC_TIDY_TOOLS_ASYNC_TIDY_UNITKEYS_H
