//===-- SourcePlaces.h - Facts' places in a SourceManager -------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_CHECKS_SOURCEPLACES_H
#define ASYNC_TIDY_CHECKS_SOURCEPLACES_H

#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/StringMap.h"
#include <string>

namespace asynctidy {

/// Finds the files of facts in a SourceManager, and loads those that the unit
/// doesn't have: chains go through other units.
class SourcePlaces {
public:
  /// Relative names are in \p Root.
  SourcePlaces(clang::SourceManager &SM, llvm::StringRef Root)
      : SM(SM), Root(Root.str()) {}

  /// Invalid when there is no such file any more.
  clang::SourceLocation at(llvm::StringRef File, unsigned Line,
                           unsigned Column);
  clang::SourceLocation atOffset(llvm::StringRef File, unsigned Offset);
  /// The text of a file; empty when there is none.
  llvm::StringRef text(llvm::StringRef File);
  /// The name under which the file can be opened.
  std::string path(llvm::StringRef File) const;

private:
  clang::FileID file(llvm::StringRef Name);

  clang::SourceManager &SM;
  const std::string Root;
  llvm::StringMap<clang::FileID> Files;
};

} // namespace asynctidy

#endif // ASYNC_TIDY_CHECKS_SOURCEPLACES_H
