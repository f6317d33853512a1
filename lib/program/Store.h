//===-- Store.h - The facts of all units ------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// One SQLite file for a project. Several processes may write at once, and read
/// meanwhile; a process that dies leaves each unit old or new, whole.
///
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_PROGRAM_STORE_H
#define ASYNC_TIDY_LIB_PROGRAM_STORE_H

#include "lib/program/Sqlite.h"
#include "lib/program/UnitFacts.h"
#include "lib/program/UnitRecord.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/Support/Error.h"
#include <optional>
#include <string>
#include <vector>

namespace asynctidy::program {

/// A connection to a store, for one thread at a time. Broken facts that are
/// found in reading are an error that says what to do; the next \c open makes
/// the store anew then.
class Store {
public:
  /// Opens or creates; folders are made. A store of another version, or a
  /// broken one, is made anew and \p Word says so in one sentence (empty
  /// otherwise). A file that is no store is an error, except an empty one.
  static llvm::Expected<Store> open(llvm::StringRef Path, std::string &Word);

  /// For the plugin and the editor: never writes. A missing file, another
  /// version or a broken file is an error that says what to do.
  static llvm::Expected<Store> openReadOnly(llvm::StringRef Path);

  Store(Store &&) = default;

  /// Everything that the unit said before is gone.
  llvm::Error replace(const UnitFacts &Facts, const UnitRecord &Record);

  /// Forgets units that the project no longer has.
  llvm::Error keepOnly(llvm::ArrayRef<std::string> Units);

  /// Sorted.
  llvm::Expected<std::vector<std::string>> units() const;

  llvm::Expected<std::optional<UnitRecord>> record(llvm::StringRef Unit) const;

  /// Gives every record, sorted, with the name of its shared inputs in place of
  /// the text; the name is empty when there are none.
  llvm::Error forEachRecord(llvm::function_ref<void(UnitRecord)> Give) const;

  /// The shared inputs that \c forEachRecord named.
  llvm::Expected<std::string> sharedInputs(llvm::StringRef Name) const;

  llvm::Expected<std::optional<UnitFacts>> facts(llvm::StringRef Unit) const;

  /// Gives every unit, sorted, as they were at one moment. \p Give may read
  /// from the store, which is as old then, but not write.
  llvm::Error forEachUnit(llvm::function_ref<void(UnitFacts)> Give) const;

  /// Another number whenever any connection has changed the store since. An
  /// error when the path has another store by now: open that.
  llvm::Expected<uint64_t> changeCount() const;

private:
  Store(sqlite::Database Db, bool Writable)
      : Db(std::move(Db)), Writable(Writable) {}

  llvm::Error transact(sqlite::Transaction::Kind What,
                       llvm::function_ref<llvm::Error()> Body) const;
  llvm::Error check() const;
  llvm::Expected<std::string> writeShared(llvm::StringRef Inputs);
  llvm::Expected<int64_t> writeRecord(const UnitRecord &Record);
  llvm::Error writeFacts(int64_t Unit, const UnitFacts &Facts);
  llvm::Error readFacts(int64_t Unit, UnitFacts &Facts) const;

  sqlite::Database Db;
  bool Writable;
  uint64_t OwnChanges = 0;
};

} // namespace asynctidy::program

#endif // ASYNC_TIDY_LIB_PROGRAM_STORE_H
