//===-- Handles.h - Who closes what C opens ---------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_PROGRAM_RESOURCES_HANDLES_H
#define ASYNC_TIDY_LIB_PROGRAM_RESOURCES_HANDLES_H

#include "lib/program/resources/Edits.h"
#include "lib/program/resources/Surroundings.h"

namespace asynctidy::program {

/// What a function does with a handle in one of its own variables.
struct LocalHandle {
  /// It is closed there, or nobody can tell who else has it.
  bool CaredFor = false;
  /// Somebody else has it: the caller, or a static or member variable.
  bool Returned = false;
  const clang::ValueDecl *KeptIn = nullptr;
  /// It gets another value later.
  bool Assigned = false;
  /// Arguments of calls that want the raw handle.
  llvm::SmallVector<const clang::DeclRefExpr *, 4> Raw;
};

/// Follows \p Var, which gets a handle that one of \p ReleasedBy closes.
LocalHandle followHandle(const clang::ValueDecl *Var,
                         llvm::ArrayRef<std::string> ReleasedBy,
                         const Surroundings &Around,
                         const catalog::UnitMatcher &Matcher);

/// Makes a std::unique_ptr of \p Var, a local variable that is initialized with
/// a handle: its deleter is \p Release. No changes where that isn't possible.
std::vector<EditFact> ownerFor(const clang::VarDecl *Var, llvm::StringRef Type,
                               llvm::StringRef Release, const LocalHandle &Use,
                               const Surroundings &Around,
                               const clang::ASTContext &Ctx,
                               SymbolTable &Names);

} // namespace asynctidy::program

#endif // ASYNC_TIDY_LIB_PROGRAM_RESOURCES_HANDLES_H
