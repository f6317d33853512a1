//===-- StoreSchema.h - What makes a database a store -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_PROGRAM_STORESCHEMA_H
#define ASYNC_TIDY_LIB_PROGRAM_STORESCHEMA_H

#include "lib/program/Sqlite.h"

namespace asynctidy::program {

/// `PRAGMA user_version` of a store that this program reads.
int64_t storeVersion();

/// The file says that it is a store, of whatever version.
bool isStore(const sqlite::Header &H);

/// The error for a file that isn't a store.
llvm::Error foreignFile(llvm::StringRef Path);

enum class StoreState { Empty, Current, OtherVersion };

/// What the file is. An error when it is somebody else's or broken.
llvm::Expected<StoreState> examineStore(const sqlite::Database &Db);

/// Makes the tables, in place of others. Somebody else may have done it since.
llvm::Error makeTables(const sqlite::Database &Db);

/// The next one who opens it for writing makes it anew.
void markBroken(const sqlite::Database &Db);

} // namespace asynctidy::program

#endif // ASYNC_TIDY_LIB_PROGRAM_STORESCHEMA_H
