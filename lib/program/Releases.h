//===-- Releases.h - Who ends or configures what ----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_PROGRAM_RELEASES_H
#define ASYNC_TIDY_LIB_PROGRAM_RELEASES_H

#include "lib/program/Programs.h"
#include "llvm/ADT/StringMap.h"

namespace asynctidy::program {

/// Looks for the calls that end resources or set their parameters, by the names
/// of the functions.
class Releases {
public:
  /// \p Of must outlive it.
  Releases(const Program &P, const Programs &Of);

  /// Does \p Means hold for a call of one of \p Names that may be in the
  /// program of \p Where?
  bool any(llvm::ArrayRef<std::string> Names, Programs::Site Where,
           llvm::function_ref<bool(const ReleaseFact &)> Means) const;
  /// May \p R be about what \p Variable has? It may when it doesn't show what
  /// it is about.
  bool mayMean(const ReleaseFact &R, SymbolId Variable) const {
    return R.Variable == None ||
           (Variable != None && P.maybeSameVariable(R.Variable, Variable));
  }

private:
  const Program &P;
  const Programs &Of;
  llvm::StringMap<llvm::SmallVector<const ReleaseFact *, 2>> ByName;
};

} // namespace asynctidy::program

#endif // ASYNC_TIDY_LIB_PROGRAM_RELEASES_H
