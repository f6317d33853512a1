//===-- Options.h - The object that options are given in --------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_PROGRAM_RESOURCES_OPTIONS_H
#define ASYNC_TIDY_LIB_PROGRAM_RESOURCES_OPTIONS_H

#include "lib/program/resources/Surroundings.h"

namespace asynctidy::program {

/// An argument that has parameters as its members.
class Options {
public:
  /// \p Argument is null for one that isn't written.
  Options(const clang::Expr *Argument, const Surroundings &Around);

  enum class Value : uint8_t { Set, Unset, Unknown };
  /// What the member \p Field has. \p Nothing are constants that say nothing.
  Value field(llvm::StringRef Field, llvm::ArrayRef<llvm::StringRef> Nothing,
              const clang::ASTContext &Ctx) const;

  /// The local variable that the argument names, or null.
  const clang::VarDecl *variable() const { return Var; }
  /// The value is made in the argument, and has nothing but defaults.
  bool isDefault() const { return !Var && Known && !List; }

private:
  bool isChangedElsewhere(const clang::DeclRefExpr *Use) const;
  Value inList(llvm::StringRef Field, llvm::ArrayRef<llvm::StringRef> Nothing,
               const clang::ASTContext &Ctx) const;

  const Surroundings &Around;
  const clang::VarDecl *Var = nullptr;
  /// The braces that it is made from, or null.
  const clang::InitListExpr *List = nullptr;
  /// Is everything seen that could set a member?
  bool Known = false;
  /// Those that come before the argument, or may.
  llvm::SmallVector<const clang::DeclRefExpr *, 8> Uses;
};

} // namespace asynctidy::program

#endif // ASYNC_TIDY_LIB_PROGRAM_RESOURCES_OPTIONS_H
