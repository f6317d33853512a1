//===-- Store.cpp - The facts of all units --------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/program/Store.h"
#include "lib/program/Codec.h"
#include "lib/program/StoreFile.h"
#include "lib/program/StoreSchema.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/xxhash.h"

namespace asynctidy::program {
using llvm::Error;
using llvm::Expected;
using llvm::StringRef;
using sqlite::Database;
using sqlite::Transaction;

namespace {

/// A unit's number in the tables.
struct UnitRow {
  int64_t Id;
  std::string Path;
};

Expected<std::vector<UnitRow>> unitRows(const Database &Db) {
  auto Query = Db.prepare("SELECT id, path FROM units ORDER BY path");
  if (!Query)
    return Query.takeError();
  std::vector<UnitRow> Result;
  Error Failed = Query->forEachRow([&]() -> Error {
    Result.push_back({Query->number(0), Query->text(1).str()});
    return Error::success();
  });
  if (Failed)
    return Failed;
  return Result;
}

/// Runs a statement with a unit's number as its only parameter.
Error runFor(const Database &Db, const char *Sql, int64_t Unit) {
  auto Prepared = Db.prepare(Sql);
  return Prepared ? Prepared->bind(1, Unit).run() : Prepared.takeError();
}

constexpr const char *ForgetFacts = "DELETE FROM facts WHERE unit = ?1";
constexpr const char *ForgetShared =
    "DELETE FROM shared_inputs WHERE name NOT IN (SELECT shared FROM units)";
constexpr const char *ForgetUnit = "DELETE FROM units WHERE id = ?1";

} // namespace

Expected<Store> Store::open(StringRef Path, std::string &Word) {
  Expected<Database> Db = openForWriting(Path, Word);
  if (!Db)
    return Db.takeError();
  return Store(std::move(*Db), /*Writable=*/true);
}

Expected<Store> Store::openReadOnly(StringRef Path) {
  Expected<Database> Db = openForReading(Path);
  if (!Db)
    return Db.takeError();
  return Store(std::move(*Db), /*Writable=*/false);
}

/// Whether this is still the store that was opened.
Error Store::check() const {
  Expected<int64_t> Version = Db.number("PRAGMA user_version");
  if (!Version)
    return Version.takeError();
  if (*Version == storeVersion() && !Db.isMoved())
    return Error::success();
  return llvm::createStringError("the store '" + Db.path() +
                                 "' was made anew meanwhile");
}

Error Store::transact(Transaction::Kind What,
                      llvm::function_ref<Error()> Body) const {
  auto Run = [&]() -> Error {
    Expected<Transaction> Open = Transaction::begin(Db, What);
    if (!Open)
      return Open.takeError();
    if (Error Failed = check())
      return Failed;
    if (Error Failed = Body())
      return Failed;
    return Open->commit();
  };
  Error Failed = Run();
  if (!sqlite::isBroken(Failed))
    return Failed;
  if (Writable)
    markBroken(Db);
  return llvm::createStringError(
      "the store is broken: " + llvm::toString(std::move(Failed)) +
      ": run 'async-tidy run' to make it anew");
}

Error Store::replace(const UnitFacts &Facts, const UnitRecord &Record) {
  if (Facts.Unit != Record.Unit)
    return llvm::createStringError("facts of '" + Facts.Unit +
                                   "' with the record of '" + Record.Unit +
                                   "'");
  // What can't be read again must not be written.
  if (Error Wrong = validate(Facts))
    return Wrong;
  Error Failed = transact(Transaction::Write, [&]() -> Error {
    Expected<int64_t> Unit = writeRecord(Record);
    if (!Unit)
      return Unit.takeError();
    return writeFacts(*Unit, Facts);
  });
  OwnChanges += !Failed;
  return Failed;
}

/// Returns the name under which shared inputs are found.
Expected<std::string> Store::writeShared(StringRef Inputs) {
  if (Inputs.empty())
    return "";
  llvm::XXH128_hash_t Hash =
      llvm::xxh3_128bits(llvm::arrayRefFromStringRef(Inputs));
  std::string Name = llvm::utohexstr(Hash.high64, /*LowerCase=*/true) + "-" +
                     llvm::utohexstr(Hash.low64, /*LowerCase=*/true);
  auto Insert =
      Db.prepare("INSERT OR IGNORE INTO shared_inputs VALUES(?1, ?2)");
  if (!Insert)
    return Insert.takeError();
  if (Error Failed = Insert->bind(1, StringRef(Name)).bind(2, Inputs).run())
    return Failed;
  return Name;
}

Expected<int64_t> Store::writeRecord(const UnitRecord &Record) {
  Expected<std::string> Shared = writeShared(Record.SharedInputs);
  if (!Shared)
    return Shared.takeError();
  auto Insert = Db.prepare(
      "INSERT INTO units(path, key, inputs, shared, parse, seconds)"
      " VALUES(?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT(path) DO UPDATE SET"
      " key = ?2, inputs = ?3, shared = ?4, parse = ?5, seconds = ?6"
      " RETURNING id");
  if (!Insert)
    return Insert.takeError();
  Insert->bind(1, StringRef(Record.Unit)).bind(2, StringRef(Record.Key));
  Insert->bind(3, StringRef(Record.Inputs)).bind(4, StringRef(*Shared));
  Insert->bind(5, StringRef(Record.Parse)).bind(6, Record.Seconds);
  if (Expected<bool> Row = Insert->step(); !Row)
    return Row.takeError();
  return Insert->number(0);
}

Error Store::writeFacts(int64_t Unit, const UnitFacts &Facts) {
  if (Error Failed = runFor(Db, ForgetFacts, Unit))
    return Failed;
  auto Insert =
      Db.prepare("INSERT INTO facts(unit, kind, data) VALUES(?1, ?2, ?3)");
  if (!Insert)
    return Insert.takeError();
  Error Failed = Error::success();
  encodeKinds(Facts, [&](StringRef Kind, StringRef Data) {
    if (!Failed)
      Failed = Insert->bind(1, Unit).bind(2, Kind).bindBlob(3, Data).run();
  });
  return Failed;
}

Error Store::keepOnly(llvm::ArrayRef<std::string> Units) {
  llvm::StringSet<> Kept;
  for (const std::string &Unit : Units)
    Kept.insert(Unit);
  bool Changed = false;
  Error Failed = transact(Transaction::Write, [&]() -> Error {
    auto Rows = unitRows(Db);
    if (!Rows)
      return Rows.takeError();
    for (const UnitRow &Row : *Rows) {
      if (Kept.contains(Row.Path))
        continue;
      Changed = true;
      for (const char *Sql : {ForgetFacts, ForgetUnit})
        if (Error Failed = runFor(Db, Sql, Row.Id))
          return Failed;
    }
    return Db.run(ForgetShared);
  });
  OwnChanges += !Failed && Changed;
  return Failed;
}

Expected<std::vector<std::string>> Store::units() const {
  std::vector<std::string> Result;
  Error Failed = transact(Transaction::Read, [&]() -> Error {
    auto Rows = unitRows(Db);
    if (!Rows)
      return Rows.takeError();
    for (UnitRow &Row : *Rows)
      Result.push_back(std::move(Row.Path));
    return Error::success();
  });
  if (Failed)
    return Failed;
  return Result;
}

Expected<std::optional<UnitRecord>> Store::record(StringRef Unit) const {
  std::optional<UnitRecord> Result;
  Error Failed = transact(Transaction::Read, [&]() -> Error {
    auto Query = Db.prepare(
        "SELECT key, inputs, coalesce(data, ''), parse, seconds FROM units"
        " LEFT JOIN shared_inputs ON name = shared WHERE path = ?1");
    if (!Query)
      return Query.takeError();
    Expected<bool> Row = Query->bind(1, Unit).step();
    if (!Row)
      return Row.takeError();
    if (*Row)
      Result = {Unit.str(),           Query->text(0).str(),
                Query->text(1).str(), Query->text(2).str(),
                Query->text(3).str(), Query->real(4)};
    return Error::success();
  });
  if (Failed)
    return Failed;
  return Result;
}

Error Store::forEachRecord(llvm::function_ref<void(UnitRecord)> Give) const {
  return transact(Transaction::Read, [&]() -> Error {
    auto Query = Db.prepare("SELECT path, key, inputs, shared, parse, seconds"
                            " FROM units ORDER BY path");
    if (!Query)
      return Query.takeError();
    return Query->forEachRow([&] {
      Give({Query->text(0).str(), Query->text(1).str(), Query->text(2).str(),
            Query->text(3).str(), Query->text(4).str(), Query->real(5)});
      return Error::success();
    });
  });
}

Expected<std::string> Store::sharedInputs(StringRef Name) const {
  std::string Result;
  Error Failed = transact(Transaction::Read, [&]() -> Error {
    auto Query = Db.prepare("SELECT data FROM shared_inputs WHERE name = ?1");
    if (!Query)
      return Query.takeError();
    Expected<bool> Row = Query->bind(1, Name).step();
    if (!Row)
      return Row.takeError();
    if (*Row)
      Result = Query->text(0).str();
    return Error::success();
  });
  if (Failed)
    return Failed;
  return Result;
}

/// \p Facts has its unit already.
Error Store::readFacts(int64_t Unit, UnitFacts &Facts) const {
  auto Query = Db.prepare("SELECT kind, data FROM facts WHERE unit = ?1");
  if (!Query)
    return Query.takeError();
  Error Wrong = Error::success();
  Error Failed = Query->bind(1, Unit).forEachRow([&] {
    Error Next = decodeKind(Facts, Query->text(0), Query->text(1));
    Wrong = llvm::joinErrors(std::move(Wrong), std::move(Next));
    return Error::success();
  });
  if (!Failed && !Wrong)
    Wrong = validate(Facts);
  if (Wrong)
    Wrong = sqlite::broken(Db.path(), llvm::toString(std::move(Wrong)));
  return llvm::joinErrors(std::move(Failed), std::move(Wrong));
}

Expected<std::optional<UnitFacts>> Store::facts(StringRef Unit) const {
  std::optional<UnitFacts> Result;
  Error Failed = transact(Transaction::Read, [&]() -> Error {
    auto Query = Db.prepare("SELECT id FROM units WHERE path = ?1");
    if (!Query)
      return Query.takeError();
    Expected<bool> Row = Query->bind(1, Unit).step();
    if (!Row || !*Row)
      return Row.takeError();
    Result.emplace().Unit = Unit.str();
    return readFacts(Query->number(0), *Result);
  });
  if (Failed)
    return Failed;
  return Result;
}

Error Store::forEachUnit(llvm::function_ref<void(UnitFacts)> Give) const {
  return transact(Transaction::Read, [&]() -> Error {
    auto Rows = unitRows(Db);
    if (!Rows)
      return Rows.takeError();
    for (UnitRow &Row : *Rows) {
      UnitFacts Facts;
      Facts.Unit = std::move(Row.Path);
      if (Error Failed = readFacts(Row.Id, Facts))
        return Failed;
      Give(std::move(Facts));
    }
    return Error::success();
  });
}

Expected<uint64_t> Store::changeCount() const {
  if (Error Failed = check())
    return Failed;
  Expected<int64_t> Version = Db.number("PRAGMA data_version");
  if (!Version)
    return Version.takeError();
  return static_cast<uint64_t>(*Version) + OwnChanges;
}

} // namespace asynctidy::program
