//===-- ByVariable.h - Finds the facts about a variable ---------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_PROGRAM_BYVARIABLE_H
#define ASYNC_TIDY_LIB_PROGRAM_BYVARIABLE_H

#include "lib/program/Program.h"
#include "llvm/ADT/StringMap.h"

namespace asynctidy::program {

/// Facts of one kind by the variable that they are about.
template <typename T> class ByVariable {
public:
  ByVariable(const Program &P, llvm::ArrayRef<T> Facts) : P(P) {
    for (const T &Fact : Facts)
      if (Fact.Variable != None)
        ByUsr[P.usr(Fact.Variable)].push_back(&Fact);
  }

  /// The facts that may be about \p Variable, in their order.
  template <typename Fn> void forEach(SymbolId Variable, Fn Visit) const {
    auto Found = ByUsr.find(P.usr(Variable));
    if (Found == ByUsr.end())
      return;
    for (const T *Fact : Found->second)
      if (P.maybeSameVariable(Fact->Variable, Variable))
        Visit(*Fact);
  }

private:
  const Program &P;
  llvm::StringMap<llvm::SmallVector<const T *, 1>> ByUsr;
};

} // namespace asynctidy::program

#endif // ASYNC_TIDY_LIB_PROGRAM_BYVARIABLE_H
