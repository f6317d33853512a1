//===-- StoreFile.h - The database's file and its schema --------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Who opens a store holds a lock on its folder meanwhile: what is made or made
/// anew is made by one. A store of another version is emptied in place, in a
/// transaction; a broken one is replaced by a new file. A store is first made
/// without WAL, so that its header says at once whose it is.
///
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_PROGRAM_STOREFILE_H
#define ASYNC_TIDY_LIB_PROGRAM_STOREFILE_H

#include "lib/program/Sqlite.h"

namespace asynctidy::program {

/// What \c Store::open promises.
llvm::Expected<sqlite::Database> openForWriting(llvm::StringRef Path,
                                                std::string &Word);
/// What \c Store::openReadOnly promises.
llvm::Expected<sqlite::Database> openForReading(llvm::StringRef Path);

/// Puts the store \p From, which nobody has open, in place of \p To. What is
/// not a store isn't replaced.
llvm::Error replaceStore(llvm::StringRef From, llvm::StringRef To);

/// Removes a store, and what SQLite has beside it.
void removeStore(llvm::StringRef Path);

/// Success when \p Path is a store, even a broken one, or when nothing is lost
/// in making one there.
llvm::Error checkReplaceable(llvm::StringRef Path);

/// A file that says that it is a database of SQLite.
bool isDatabase(llvm::StringRef Path);

} // namespace asynctidy::program

#endif // ASYNC_TIDY_LIB_PROGRAM_STOREFILE_H
