//===-- StoreSchema.cpp - What makes a database a store -------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/program/StoreSchema.h"
#include "lib/program/UnitFacts.h"
#include <vector>

namespace asynctidy::program {
using sqlite::Database;
using sqlite::Statement;
using sqlite::Transaction;

namespace {

/// "aTdy", in the header of every store.
constexpr uint32_t ApplicationId = 0x61546479;

/// Raised when the tables change.
constexpr int64_t SchemaVersion = 2;

/// `PRAGMA user_version` of a store in which something broken was found.
constexpr const char *MarkAsBroken = "PRAGMA user_version = -1";
constexpr int64_t BrokenVersion = -1;

constexpr const char *Schema = R"(
CREATE TABLE units(
  id INTEGER PRIMARY KEY,
  path TEXT NOT NULL UNIQUE,
  key TEXT NOT NULL,
  inputs TEXT NOT NULL,
  shared TEXT NOT NULL,
  parse TEXT NOT NULL,
  seconds REAL NOT NULL);
CREATE TABLE shared_inputs(
  name TEXT PRIMARY KEY,
  data TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE facts(
  unit INTEGER NOT NULL,
  kind TEXT NOT NULL,
  data BLOB NOT NULL,
  PRIMARY KEY(unit, kind)) WITHOUT ROWID;
)";

constexpr const char *CountTables =
    "SELECT count(*) FROM sqlite_master"
    " WHERE type = 'table' AND name IN ('units', 'facts', 'shared_inputs')";
constexpr const char *ListTables =
    "SELECT type, name FROM sqlite_master"
    " WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%'";

llvm::Error dropTables(const Database &Db) {
  llvm::Expected<Statement> Query = Db.prepare(ListTables);
  if (!Query)
    return Query.takeError();
  std::vector<std::string> Drops;
  llvm::Error Failed = Query->forEachRow([&]() -> llvm::Error {
    std::string Drop = ("DROP " + Query->text(0) + " \"").str();
    for (char C : Query->text(1))
      Drop.append(C == '"' ? 2 : 1, C);
    Drops.push_back(Drop + "\"");
    return llvm::Error::success();
  });
  if (Failed)
    return Failed;
  for (const std::string &Drop : Drops)
    if (llvm::Error Failed = Db.run(Drop.c_str()))
      return Failed;
  return llvm::Error::success();
}

} // namespace

int64_t storeVersion() { return SchemaVersion << 16 | FactsVersion; }

bool isStore(const sqlite::Header &H) {
  return H.IsDatabase && H.ApplicationId == ApplicationId;
}

llvm::Error foreignFile(llvm::StringRef Path) {
  return llvm::createStringError(
      "'" + Path + "' is no store of async-tidy: it is left as it is");
}

llvm::Expected<StoreState> examineStore(const Database &Db) {
  sqlite::Header H = Db.header();
  if (H.FileSize == 0)
    return StoreState::Empty;
  if (!isStore(H))
    return foreignFile(Db.path());
  llvm::Expected<int64_t> Version = Db.number("PRAGMA user_version");
  if (!Version)
    return Version.takeError();
  // Somebody died in making it, and reading has taken that back.
  if (Db.header().FileSize == 0)
    return StoreState::Empty;
  if (*Version == BrokenVersion)
    return sqlite::broken(Db.path(), "broken facts were found in it");
  if (*Version != storeVersion())
    return StoreState::OtherVersion;
  llvm::Expected<int64_t> Tables = Db.number(CountTables);
  if (!Tables)
    return Tables.takeError();
  if (*Tables != 3)
    return sqlite::broken(Db.path(), "tables are missing");
  return StoreState::Current;
}

llvm::Error makeTables(const Database &Db) {
  auto Write = Transaction::begin(Db, Transaction::Write);
  if (!Write)
    return Write.takeError();
  llvm::Expected<int64_t> Version = Db.number("PRAGMA user_version");
  if (!Version)
    return Version.takeError();
  if (*Version == storeVersion())
    return Write->commit();
  if (llvm::Error Failed = dropTables(Db))
    return Failed;
  std::string Sql = Schema;
  Sql += "PRAGMA application_id = " + std::to_string(ApplicationId) +
         "; PRAGMA user_version = " + std::to_string(storeVersion());
  if (llvm::Error Failed = Db.run(Sql.c_str()))
    return Failed;
  return Write->commit();
}

void markBroken(const Database &Db) {
  if (!Db.isBusy())
    llvm::consumeError(Db.run(MarkAsBroken));
}

} // namespace asynctidy::program
