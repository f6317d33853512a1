//===-- Surroundings.h - What becomes of an expression ----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_PROGRAM_RESOURCES_SURROUNDINGS_H
#define ASYNC_TIDY_LIB_PROGRAM_RESOURCES_SURROUNDINGS_H

#include "lib/effects/BodyTree.h"
#include "lib/effects/ResourceSites.h"
#include "lib/program/UnitFacts.h"

namespace asynctidy::program {

/// What becomes of a value.
struct Fate {
  Destination To = Destination::Nowhere;
  /// The variable or member; null where there is none.
  const clang::ValueDecl *Into = nullptr;
  /// The variable with static storage duration that has the member, or null.
  const clang::VarDecl *Within = nullptr;
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

/// The tree around the expressions of one function, and what becomes of them.
class Surroundings : public BodyTree {
public:
  using BodyTree::BodyTree;

  /// What becomes of the value of \p E. \p Initializes is the member that an
  /// expression outside of the body initializes.
  Fate fateOf(const clang::Expr *E, const clang::ValueDecl *Initializes) const;
};

/// Does a container, optional or smart pointer keep what the call is given?
bool storesArgument(const clang::CXXMemberCallExpr *Call);

/// A function that only borrows what it is given: one of C's, of a library.
bool borrows(const clang::FunctionDecl *FD);

} // namespace asynctidy::program

#endif // ASYNC_TIDY_LIB_PROGRAM_RESOURCES_SURROUNDINGS_H
