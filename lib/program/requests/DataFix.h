//===-- DataFix.h - Keeps what a request didn't send ------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_PROGRAM_REQUESTS_DATAFIX_H
#define ASYNC_TIDY_LIB_PROGRAM_REQUESTS_DATAFIX_H

#include "lib/program/Symbols.h"
#include "lib/program/UnitFacts.h"
#include "lib/web/Values.h"

namespace asynctidy::program {

/// A place where something that is kept gets a value.
struct ValueWrite {
  /// The assignment or call.
  const clang::Expr *At = nullptr;
  /// What is assigned to; null for an argument.
  const clang::Expr *Target = nullptr;
  const clang::Expr *Value = nullptr;
};

/// Fills test, cure and edits of \p Fact for a value that may not have been
/// sent, or a whole.
void addCure(const ValueWrite &Write, const ValueOrigin &From,
             const Values &Origins, SymbolTable &Names, WriteFact &Fact);

} // namespace asynctidy::program

#endif // ASYNC_TIDY_LIB_PROGRAM_REQUESTS_DATAFIX_H
