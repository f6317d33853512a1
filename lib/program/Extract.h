//===-- Extract.h - The facts of a unit's model -----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_PROGRAM_EXTRACT_H
#define ASYNC_TIDY_LIB_PROGRAM_EXTRACT_H

#include "lib/effects/UnitModel.h"
#include "lib/program/UnitFacts.h"

namespace asynctidy::program {

/// What \p Unit says, without its AST. Files are relative to \p Root (absolute,
/// or empty). Functions that nothing could be said of are left out.
UnitFacts extractFacts(const UnitModel &Unit, llvm::StringRef Root);

} // namespace asynctidy::program

#endif // ASYNC_TIDY_LIB_PROGRAM_EXTRACT_H
