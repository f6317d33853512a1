//===-- Expressions.h - Expressions as a person reads them --------------*- C++
//-*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_WEB_EXPRESSIONS_H
#define ASYNC_TIDY_LIB_WEB_EXPRESSIONS_H

#include "lib/effects/UnitModel.h"
#include <optional>
#include <string>

namespace asynctidy {

/// One layer of \p E taken off that doesn't change the value: casts,
/// temporaries, copies, moves, dereferences, awaits. Null when there is none.
const clang::Expr *peel(const clang::Expr *E);
/// All of them.
const clang::Expr *peelAll(const clang::Expr *E);

/// Does \p E say the same whatever the program has: a literal, an empty object,
/// a constant?
bool isConstant(const clang::Expr *E);

/// `to = value`, of whatever types.
struct Assignment {
  const clang::Expr *To = nullptr;
  const clang::Expr *Value = nullptr;
};
/// What \p S assigns; none for anything else.
std::optional<Assignment> assignmentIn(const clang::Stmt *S);

/// Can running \p S, lambdas in it aside, end in an exception of its own or in
/// a call that doesn't return?
bool throws(const clang::Stmt *S);

/// The constant text that \p E is; none for another.
std::optional<std::string> keyText(const clang::Expr *E);

/// The class of the project that \p T is, through references, pointers and
/// smart pointers; null for anything else.
const clang::CXXRecordDecl *ownClass(clang::QualType T, const UnitModel &Unit);

/// A member that says which object it is, and is no data: `id`, `user_id`.
bool isIdentity(const clang::FieldDecl *Field);
/// The name of the member that a field or an accessor stands for: `name` of
/// `name_`, `getName()`.
std::string memberName(const clang::NamedDecl *Member);
/// Can a member say that nothing was sent: by its type, or by a method
/// `has_...` beside it?
const clang::CXXMethodDecl *presenceOf(const clang::NamedDecl *Member);

/// Is it a function of the standard library, or a method of one of its classes?
bool isOfStandard(const clang::FunctionDecl *FD);

} // namespace asynctidy

#endif // ASYNC_TIDY_LIB_WEB_EXPRESSIONS_H
