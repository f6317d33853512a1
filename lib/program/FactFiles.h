//===-- FactFiles.h - Facts as files between machines -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_PROGRAM_FACTFILES_H
#define ASYNC_TIDY_LIB_PROGRAM_FACTFILES_H

#include "lib/program/Store.h"

namespace asynctidy::program {

/// Writes one file a unit, named by \c factFileName, with the unit's record but
/// for the seconds. The same facts give the same bytes on every machine. Files
/// that an earlier export made for units that are gone are removed: those with
/// facts of the unit whose file they are. Everything else stays.
llvm::Error exportFacts(const Store &From, llvm::StringRef Folder);

/// Reads files, and in folders all `*.facts.json`. All mistakes in all files
/// are reported; of a file with one nothing is imported, the others are.
llvm::Error importFacts(Store &To, llvm::ArrayRef<std::string> Paths);

/// Makes the store \p Output of stores, and of what \c importFacts takes. The
/// last input that has a unit wins. Nothing is written when anything is wrong;
/// a store that was there before is replaced, a file that is none is not.
llvm::Error mergeFacts(llvm::StringRef Output,
                       llvm::ArrayRef<std::string> Inputs);

} // namespace asynctidy::program

#endif // ASYNC_TIDY_LIB_PROGRAM_FACTFILES_H
