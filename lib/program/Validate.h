//===-- Validate.h - Indices that point into their tables -------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_PROGRAM_VALIDATE_H
#define ASYNC_TIDY_LIB_PROGRAM_VALIDATE_H

#include "lib/program/Mistakes.h"
#include "lib/program/UnitFacts.h"

namespace asynctidy::program {

/// Adds a mistake for each index that is outside its table, or missing where
/// there has to be one.
void validate(const UnitFacts &Facts, Mistakes &Found);

} // namespace asynctidy::program

#endif // ASYNC_TIDY_LIB_PROGRAM_VALIDATE_H
