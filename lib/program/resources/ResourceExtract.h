//===-- ResourceExtract.h - The facts about resources -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_PROGRAM_RESOURCES_RESOURCEEXTRACT_H
#define ASYNC_TIDY_LIB_PROGRAM_RESOURCES_RESOURCEEXTRACT_H

#include "lib/effects/UnitModel.h"
#include "lib/program/Symbols.h"
#include "lib/program/UnitFacts.h"

namespace asynctidy::program {

/// Fills creations, statics, stores, handles and releases of \p Out from the
/// sites that the walk over the unit noted.
void extractResources(const UnitModel &Unit, SymbolTable &Names,
                      UnitFacts &Out);

} // namespace asynctidy::program

#endif // ASYNC_TIDY_LIB_PROGRAM_RESOURCES_RESOURCEEXTRACT_H
