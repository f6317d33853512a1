//===-- LibraryCopies.h - Libraries' headers in the project -----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_EFFECTS_LIBRARYCOPIES_H
#define ASYNC_TIDY_LIB_EFFECTS_LIBRARYCOPIES_H

#include "lib/catalog/Match.h"
#include "llvm/ADT/DenseSet.h"

namespace asynctidy {

/// Projects keep `json.hpp` or `crow_all.h` among their own headers: one that
/// defines a class of a built-in pack is the library's, and so is what else is
/// in it. A library's own sources count as anybody's.
class LibraryCopies {
public:
  LibraryCopies(const clang::SourceManager &SM,
                const catalog::UnitMatcher &Matcher)
      : SM(SM), Matcher(Matcher) {}

  /// Looks for such classes in \p D: a unit, or a declaration of one.
  void look(const clang::Decl *D);
  /// Is \p D, which expands at \p Loc, outside system headers, in such a
  /// header, as far as was looked, or in such a class?
  bool contains(const clang::Decl *D, clang::SourceLocation Loc);

private:
  /// Invalid for the main file.
  clang::FileID headerAt(clang::SourceLocation Loc) const;

  const clang::SourceManager &SM;
  const catalog::UnitMatcher &Matcher;
  llvm::DenseSet<clang::FileID> Headers;
};

} // namespace asynctidy

#endif // ASYNC_TIDY_LIB_EFFECTS_LIBRARYCOPIES_H
