//===-- Surroundings.h - What becomes of an expression ----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_PROGRAM_RESOURCES_SURROUNDINGS_H
#define ASYNC_TIDY_LIB_PROGRAM_RESOURCES_SURROUNDINGS_H

#include "lib/effects/ResourceSites.h"
#include "lib/program/UnitFacts.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/ParentMap.h"
#include <memory>

namespace asynctidy::program {

/// What becomes of a value.
struct Fate {
  Destination To = Destination::Nowhere;
  /// The variable or member; null where there is none.
  const clang::ValueDecl *Into = nullptr;
  /// A smart pointer or the like ends its life.
  bool Owned = false;
  /// It is made by this `new`, or null.
  const clang::CXXNewExpr *New = nullptr;
};

/// The variable or member that \p E is in, through subscripts, lookups and
/// accessors of containers and smart pointers; null for anything else.
const clang::ValueDecl *storageOf(const clang::Expr *E);

/// Where a variable or member keeps things: Static, Member, Local; Handed for
/// what belongs to a caller.
Destination destinationOf(const clang::ValueDecl *Storage);

/// The tree around the expressions of one function, or of one initializer.
class Surroundings {
public:
  /// \p By may be null; then \p Initializes is the variable or member whose
  /// initializer it is about.
  Surroundings(const clang::FunctionDecl *By,
               const clang::ValueDecl *Initializes);

  /// What becomes of the value of \p E. \p Initializes is the member that an
  /// expression outside of the body initializes.
  Fate fateOf(const clang::Expr *E, const clang::ValueDecl *Initializes) const;

  const clang::Stmt *parent(const clang::Stmt *S) const;
  /// The statement directly in a block that has \p S, or null.
  const clang::Stmt *statementOf(const clang::Stmt *S) const;
  /// Every use of \p Var by its name in the body, those in lambdas too.
  llvm::SmallVector<const clang::DeclRefExpr *, 8>
  usesOf(const clang::ValueDecl *Var) const;
  const clang::FunctionDecl *function() const { return By; }
  /// Can \p A run before \p B? In the order of the source, or in a later turn
  /// of a loop around both.
  bool mayPrecede(const clang::Stmt *A, const clang::Stmt *B) const;

private:
  const clang::FunctionDecl *By;
  clang::Stmt *Root = nullptr;
  std::unique_ptr<clang::ParentMap> Parents;
};

/// Does a container, optional or smart pointer keep what the call is given?
bool storesArgument(const clang::CXXMemberCallExpr *Call);

/// A function that only borrows what it is given: one of C's, of a library.
bool borrows(const clang::FunctionDecl *FD);

} // namespace asynctidy::program

#endif // ASYNC_TIDY_LIB_PROGRAM_RESOURCES_SURROUNDINGS_H
