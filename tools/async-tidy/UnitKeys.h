//===-- UnitKeys.h - What a unit's facts depend on --------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_TOOLS_ASYNC_TIDY_UNITKEYS_H
#define ASYNC_TIDY_TOOLS_ASYNC_TIDY_UNITKEYS_H

#include "lib/catalog/Catalog.h"
#include "lib/runner/Units.h"
#include "tools/async-tidy/CheckOptions.h"
#include "llvm/ADT/StringMap.h"
#include <map>

namespace asynctidy {

/// Makes the keys under which units' facts are kept: of everything beside the
/// files of the parse that they depend on, which is the command line, the
/// environment that Clang reads, the packs, and this very build. The same on
/// another machine with another root.
class UnitKeys {
public:
  UnitKeys(const LintOptions &Options, bool FullParse);

  std::string key(const runner::Unit &U);

  /// In configuration files, as far as they were looked at.
  llvm::ArrayRef<std::string> mistakes() const { return Mistakes; }

private:
  const std::string &content(llvm::StringRef File);

  const LintOptions &Options;
  const bool FullParse;
  std::vector<std::string> Mistakes;
  std::unique_ptr<clang::tidy::ClangTidyOptionsProvider> Provider;
  llvm::StringMap<std::string> Contents;
};

/// The catalogs of units, each read once: packs of the project, and those that
/// options of the checks name.
class UnitCatalogs {
public:
  explicit UnitCatalogs(const LintOptions &Options);

  std::shared_ptr<const catalog::Catalog> catalogFor(llvm::StringRef Unit);

  /// In packs and configuration files.
  llvm::ArrayRef<std::string> mistakes() const { return Mistakes; }

private:
  const LintOptions &Options;
  std::vector<std::string> Mistakes;
  std::unique_ptr<clang::tidy::ClangTidyOptionsProvider> Provider;
  std::map<std::vector<std::string>, std::shared_ptr<const catalog::Catalog>>
      Known;
};

} // namespace asynctidy

#endif // ASYNC_TIDY_TOOLS_ASYNC_TIDY_UNITKEYS_H
