//===-- FunctionScope.h - The function that a fact is about -----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_PROGRAM_REQUESTS_FUNCTIONSCOPE_H
#define ASYNC_TIDY_LIB_PROGRAM_REQUESTS_FUNCTIONSCOPE_H

#include "lib/program/Symbols.h"
#include "lib/program/UnitFacts.h"
#include "clang/AST/Expr.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"

namespace asynctidy::program {

/// A function and the lambdas in it, around the place that is looked at.
class FunctionScope {
public:
  /// \p Concerned gets the functions that a fact is about.
  FunctionScope(SymbolTable &Names,
                llvm::DenseSet<const clang::FunctionDecl *> &Concerned)
      : Names(Names), Concerned(Concerned) {}

  void enter(const clang::FunctionDecl *FD) { Functions.push_back(FD); }
  void leave() { Functions.pop_back(); }
  const clang::FunctionDecl *current() const { return Functions.back(); }

  /// Says in which function, and in which around it, the fact is.
  template <typename Fact> void own(Fact &To) {
    To.By = Names.symbol(Functions.back());
    for (const clang::FunctionDecl *Around : Functions)
      Concerned.insert(Around->getCanonicalDecl());
    for (const clang::FunctionDecl *Outer :
         llvm::reverse(llvm::ArrayRef(Functions).drop_back()))
      To.Within.push_back(Names.symbol(Outer));
  }
  template <typename Fact> void place(Fact &To, const clang::Expr *At) {
    own(To);
    To.At = Names.place(At->getExprLoc());
  }

private:
  SymbolTable &Names;
  llvm::DenseSet<const clang::FunctionDecl *> &Concerned;
  llvm::SmallVector<const clang::FunctionDecl *, 4> Functions;
};

} // namespace asynctidy::program

#endif // ASYNC_TIDY_LIB_PROGRAM_REQUESTS_FUNCTIONSCOPE_H
