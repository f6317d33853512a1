//===-- DataExtract.h - The facts about data of requests --------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_PROGRAM_REQUESTS_DATAEXTRACT_H
#define ASYNC_TIDY_LIB_PROGRAM_REQUESTS_DATAEXTRACT_H

#include "lib/effects/UnitModel.h"
#include "lib/program/Symbols.h"
#include "lib/program/UnitFacts.h"
#include "llvm/ADT/DenseSet.h"

namespace asynctidy::program {

/// Fills writes, passes and readers of \p Out: what the unit's functions do
/// with the data of requests. \p Concerned gets the functions that do something
/// with it.
void extractData(const UnitModel &Unit, SymbolTable &Names, UnitFacts &Out,
                 llvm::DenseSet<const clang::FunctionDecl *> &Concerned);

} // namespace asynctidy::program

#endif // ASYNC_TIDY_LIB_PROGRAM_REQUESTS_DATAEXTRACT_H
