//===-- Match.h - Looks code up in the catalog ------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_CATALOG_MATCH_H
#define ASYNC_TIDY_LIB_CATALOG_MATCH_H

#include "lib/catalog/Catalog.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/Expr.h"
#include "llvm/ADT/DenseMap.h"
#include <memory>

namespace asynctidy::catalog {

/// A call as the catalog sees it, whatever node of the AST it is: a function,
/// member, operator or function object called, a constructor, a destructor.
struct CallView {
  /// What is called. Never null.
  const clang::NamedDecl *Callee = nullptr;
  /// The function that runs; null for a destructor that isn't declared.
  const clang::FunctionDecl *Function = nullptr;
  /// The object of a member call, or null.
  const clang::Expr *Receiver = nullptr;
  /// The arguments, the object of an operator's call left out where it is a
  /// member. Default arguments stand as CXXDefaultArgExpr.
  llvm::SmallVector<const clang::Expr *, 4> Arguments;

  /// The argument at \p Index as packs count: negative from the end,
  /// ReceiverArgument for the object. Null when there is none, or it is a
  /// default argument.
  const clang::Expr *argument(int Index) const;
  /// How many arguments stand in the source.
  unsigned numWritten() const;

  /// The class of the call's object as the source has it, or of what a
  /// constructor makes; null for a free function.
  const clang::CXXRecordDecl *staticClass() const;

  /// The view of \p E (CallExpr of any kind, CXXConstructExpr), or none for an
  /// expression that calls nothing known (a function pointer, a dependent
  /// name).
  static std::optional<CallView> of(const clang::Expr *E);
  /// The view of the destructor that runs at the end of \p RD's life.
  static std::optional<CallView> ofDestructor(const clang::CXXRecordDecl *RD);
};

/// The catalog bound to one unit: scopes that are aliases are resolved in this
/// AST, answers are kept. Not thread-safe; one for each unit.
class UnitMatcher {
public:
  UnitMatcher(std::shared_ptr<const Catalog> C, clang::ASTContext &Ctx);
  ~UnitMatcher();

  const Catalog &catalog() const { return *C; }

  /// The entry of section \p S for this call, conditions checked; null when
  /// there is none. A named method goes before `*`, then a later pack before an
  /// earlier one.
  const NamedEntry *find(const CallView &Call, Section S) const;

  /// All entries of section \p S for this call, best first: a function may
  /// hand its arguments to different places.
  llvm::SmallVector<const NamedEntry *, 2> findAll(const CallView &Call,
                                                   Section S) const;

  /// `blocking` with `nonblocking` taken off.
  const NamedEntry *findBlocking(const CallView &Call) const;

  /// The entry of section \p S for a type: through references, pointers,
  /// aliases, template arguments and base classes. Null when there is none.
  const NamedEntry *findType(clang::QualType T, Section S) const;
  const NamedEntry *findType(const clang::CXXRecordDecl *RD, Section S) const;

  /// The entry of section \p S for a function that \p MD overrides, through any
  /// number of classes, or null.
  const NamedEntry *findOverridden(const clang::CXXMethodDecl *MD,
                                   Section S = Section::Overrides) const;

  /// Does a built-in pack speak of this class, and of no specialization?
  bool isLibraryClass(const clang::CXXRecordDecl *RD) const;

  /// Is \p QualifiedName the name of what \p Call calls, as docs/catalog.md
  /// defines a match?
  bool isNamed(const CallView &Call, llvm::StringRef QualifiedName) const;

  /// Is \p T, through references and pointers, \p QualifiedName or derived from
  /// it?
  bool isOrDerivesFrom(clang::QualType T, llvm::StringRef QualifiedName) const;

  /// Does \p T, through references, pointers and base classes, have one of
  /// \p Names as a class, or as printed?
  bool isOneOf(clang::QualType T, llvm::ArrayRef<llvm::StringRef> Names) const;

private:
  struct Impl;
  std::shared_ptr<const Catalog> C;
  std::unique_ptr<Impl> I;
};

/// Is this a constant zero duration or number: `0`, `0s`, `seconds(0)`,
/// `milliseconds{0}`, `duration::zero()`?
bool isZeroDuration(const clang::Expr *E, const clang::ASTContext &Ctx);

} // namespace asynctidy::catalog

#endif // ASYNC_TIDY_LIB_CATALOG_MATCH_H
