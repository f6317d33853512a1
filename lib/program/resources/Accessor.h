//===-- Accessor.h - A variable becomes a function --------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_PROGRAM_RESOURCES_ACCESSOR_H
#define ASYNC_TIDY_LIB_PROGRAM_RESOURCES_ACCESSOR_H

#include "lib/program/resources/Edits.h"

namespace asynctidy::program {

/// Makes a function with a local static of \p Var, a variable of a namespace,
/// and a call of each of its uses. No changes where a use may be out of sight
/// or can't be changed.
std::vector<EditFact> accessorFor(const clang::VarDecl *Var,
                                  clang::ASTContext &Ctx, SymbolTable &Names);

} // namespace asynctidy::program

#endif // ASYNC_TIDY_LIB_PROGRAM_RESOURCES_ACCESSOR_H
