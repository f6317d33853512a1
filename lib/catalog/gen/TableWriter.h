//===-- TableWriter.h - Packs as constant tables of C++ ---------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_CATALOG_GEN_TABLEWRITER_H
#define ASYNC_TIDY_LIB_CATALOG_GEN_TABLEWRITER_H

#include "lib/catalog/Model.h"
#include "llvm/Support/raw_ostream.h"

namespace asynctidy::catalog {

/// Writes a C++ file that defines `builtinPacks()` over \p Packs as tables that
/// need no work when a program starts.
void writeTables(llvm::ArrayRef<const Pack *> Packs, llvm::raw_ostream &OS);

} // namespace asynctidy::catalog

#endif // ASYNC_TIDY_LIB_CATALOG_GEN_TABLEWRITER_H
