//===-- SqlWrites.h - Values that an UPDATE is given ------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_PROGRAM_REQUESTS_SQLWRITES_H
#define ASYNC_TIDY_LIB_PROGRAM_REQUESTS_SQLWRITES_H

#include "lib/effects/BodyTree.h"
#include "clang/AST/Expr.h"
#include <string>
#include <vector>

namespace asynctidy::program {

/// A value and the column that it is stored in.
struct ColumnValue {
  const clang::Expr *Value = nullptr;
  std::string Column;
};

/// The values that \p E gives to the text of an UPDATE: the arguments of a call
/// that has the text, or whose object was made with it, and the operands of a
/// chain of `<<` or `,`. Empty for anything else.
std::vector<ColumnValue> columnValues(const clang::Expr *E,
                                      const BodyTree &Around);

} // namespace asynctidy::program

#endif // ASYNC_TIDY_LIB_PROGRAM_REQUESTS_SQLWRITES_H
