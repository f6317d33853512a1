//===-- BodyTree.h - The tree around the expressions of a body --*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_EFFECTS_BODYTREE_H
#define ASYNC_TIDY_LIB_EFFECTS_BODYTREE_H

#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/ParentMap.h"
#include <memory>

namespace asynctidy {

/// The tree around the expressions of one function, or of one initializer.
class BodyTree {
public:
  /// \p By may be null; then \p Initializes is the variable or member whose
  /// initializer it is about.
  BodyTree(const clang::FunctionDecl *By, const clang::ValueDecl *Initializes);

  const clang::FunctionDecl *function() const { return By; }
  const clang::Stmt *parent(const clang::Stmt *S) const;
  /// The statement directly in a block that has \p S, or null.
  const clang::Stmt *statementOf(const clang::Stmt *S) const;
  /// Every use of \p Var by its name in the body, those in lambdas too.
  llvm::SmallVector<const clang::DeclRefExpr *, 8>
  usesOf(const clang::ValueDecl *Var) const;
  /// Can \p A run before \p B? In the order of the source, or in a later turn
  /// of a loop around both.
  bool mayPrecede(const clang::Stmt *A, const clang::Stmt *B) const;

private:
  const clang::FunctionDecl *By;
  clang::Stmt *Root = nullptr;
  std::unique_ptr<clang::ParentMap> Parents;
};

} // namespace asynctidy

#endif // ASYNC_TIDY_LIB_EFFECTS_BODYTREE_H
