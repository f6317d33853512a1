//===-- Sqlite.cpp - SQLite with errors and destructors -------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/program/Sqlite.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Endian.h"
#include "llvm/Support/FileSystem.h"
#include <sqlite3.h>
#include <tuple>

namespace asynctidy::program::sqlite {

char Error::ID = 0;

namespace {

/// Another process may have to write the facts of a large unit.
constexpr int BusyMilliseconds = 20'000;

/// The path as SQLite's URI: whatever isn't plain is escaped.
std::string uri(llvm::StringRef Path, Access Mode) {
  llvm::SmallString<256> Absolute(Path);
  // Without a current folder the path stays as it is.
  std::ignore = llvm::sys::fs::make_absolute(Absolute);
  std::string Result = "file://";
  for (char C : Absolute) {
    if (llvm::isAlnum(C) || llvm::StringRef("/._-~").contains(C)) {
      Result += C;
      continue;
    }
    Result += '%';
    Result += llvm::hexdigit(static_cast<uint8_t>(C) >> 4);
    Result += llvm::hexdigit(C & 15);
  }
  return Result + (Mode == Access::Frozen ? "?immutable=1" : "");
}

} // namespace

bool Error::isBroken() const {
  int Primary = Code & 0xFF;
  return Primary == SQLITE_CORRUPT || Primary == SQLITE_NOTADB;
}

bool Error::isUnopenable() const {
  int Primary = Code & 0xFF;
  return Primary == SQLITE_CANTOPEN || Primary == SQLITE_READONLY;
}

bool isBroken(const llvm::Error &E) {
  bool Result = false;
  llvm::visitErrors(E, [&](const llvm::ErrorInfoBase &One) {
    Result |= One.isA<Error>() && static_cast<const Error &>(One).isBroken();
  });
  return Result;
}

bool isUnopenable(const llvm::Error &E) {
  bool Result = false;
  llvm::visitErrors(E, [&](const llvm::ErrorInfoBase &One) {
    Result |=
        One.isA<Error>() && static_cast<const Error &>(One).isUnopenable();
  });
  return Result;
}

llvm::Error broken(llvm::StringRef Path, const llvm::Twine &What) {
  return llvm::make_error<Error>(SQLITE_CORRUPT,
                                 ("'" + Path + "': " + What).str());
}

void Database::Close::operator()(sqlite3 *Handle) const {
  sqlite3_close_v2(Handle);
}

llvm::Error Database::failed(int Code) const {
  return llvm::make_error<Error>(
      Code, "'" + Path + "': " +
                (Handle ? sqlite3_errmsg(Handle.get()) : sqlite3_errstr(Code)));
}

llvm::Expected<Database> Database::open(llvm::StringRef Path, Access Mode) {
  int Flags = SQLITE_OPEN_URI | SQLITE_OPEN_EXRESCODE;
  Flags |= Mode == Access::Write ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
                                 : SQLITE_OPEN_READONLY;
  sqlite3 *Handle = nullptr;
  int Code = sqlite3_open_v2(uri(Path, Mode).c_str(), &Handle, Flags, nullptr);
  Database Result(Handle, Path.str());
  if (Code != SQLITE_OK)
    return Result.failed(Code);
  // SQLite opens what is write-protected for reading.
  if (Mode == Access::Write && sqlite3_db_readonly(Handle, "main") == 1)
    return llvm::make_error<Error>(SQLITE_READONLY,
                                   ("'" + Path + "': is read-only").str());
  sqlite3_busy_timeout(Handle, BusyMilliseconds);
  return Result;
}

llvm::Error Database::run(const char *Sql) const {
  int Code = sqlite3_exec(Handle.get(), Sql, nullptr, nullptr, nullptr);
  return Code == SQLITE_OK ? llvm::Error::success() : failed(Code);
}

llvm::Expected<Statement> Database::prepare(const char *Sql) const {
  sqlite3_stmt *Prepared = nullptr;
  int Code = sqlite3_prepare_v2(Handle.get(), Sql, -1, &Prepared, nullptr);
  if (Code != SQLITE_OK)
    return failed(Code);
  return Statement(*this, Prepared);
}

llvm::Expected<int64_t> Database::number(const char *Sql) const {
  llvm::Expected<Statement> Query = prepare(Sql);
  if (!Query)
    return Query.takeError();
  llvm::Expected<bool> Row = Query->step();
  if (!Row)
    return Row.takeError();
  return *Row ? Query->number(0) : 0;
}

Header Database::header() const {
  sqlite3_file *File = nullptr;
  Header Result;
  if (sqlite3_file_control(Handle.get(), "main", SQLITE_FCNTL_FILE_POINTER,
                           static_cast<void *>(&File)) != SQLITE_OK ||
      !File || !File->pMethods)
    return Result;
  sqlite3_int64 Size = 0;
  if (File->pMethods->xFileSize(File, &Size) == SQLITE_OK)
    Result.FileSize = static_cast<uint64_t>(Size);
  char Bytes[100];
  if (File->pMethods->xRead(File, Bytes, sizeof(Bytes), 0) != SQLITE_OK)
    return Result;
  static constexpr char Magic[] = "SQLite format 3"; // with its zero
  Result.IsDatabase = llvm::StringRef(Bytes, sizeof(Magic)) ==
                      llvm::StringRef(Magic, sizeof(Magic));
  Result.ApplicationId = llvm::support::endian::read32be(Bytes + 68);
  return Result;
}

bool Database::isMoved() const {
  int Moved = 0;
  sqlite3_file_control(Handle.get(), "main", SQLITE_FCNTL_HAS_MOVED, &Moved);
  return Moved != 0;
}

bool Database::isBusy() const { return !sqlite3_get_autocommit(Handle.get()); }

void Statement::Finalize::operator()(sqlite3_stmt *Handle) const {
  sqlite3_finalize(Handle);
}

// What can go wrong in binding is told by the step.
Statement &Statement::bind(int Parameter, llvm::StringRef Text) {
  sqlite3_bind_text64(Handle.get(), Parameter, Text.empty() ? "" : Text.data(),
                      Text.size(), SQLITE_STATIC, SQLITE_UTF8);
  return *this;
}
Statement &Statement::bindBlob(int Parameter, llvm::StringRef Bytes) {
  sqlite3_bind_blob64(Handle.get(), Parameter, Bytes.data(), Bytes.size(),
                      SQLITE_STATIC);
  return *this;
}
Statement &Statement::bind(int Parameter, int64_t Number) {
  sqlite3_bind_int64(Handle.get(), Parameter, Number);
  return *this;
}
Statement &Statement::bind(int Parameter, double Number) {
  sqlite3_bind_double(Handle.get(), Parameter, Number);
  return *this;
}

llvm::Expected<bool> Statement::step() {
  int Code = sqlite3_step(Handle.get());
  if (Code == SQLITE_ROW)
    return true;
  llvm::Error Result =
      Code == SQLITE_DONE ? llvm::Error::success() : In.failed(Code);
  reset();
  if (Result)
    return Result;
  return false;
}

llvm::Error Statement::forEachRow(llvm::function_ref<llvm::Error()> Body) {
  while (true) {
    llvm::Expected<bool> Row = step();
    if (!Row || !*Row)
      return Row.takeError();
    if (llvm::Error Failed = Body())
      return Failed;
  }
}

llvm::Error Statement::run() { return step().takeError(); }

void Statement::reset() { sqlite3_reset(Handle.get()); }

llvm::StringRef Statement::text(int Column) const {
  const void *Data = sqlite3_column_blob(Handle.get(), Column);
  return {static_cast<const char *>(Data),
          static_cast<size_t>(sqlite3_column_bytes(Handle.get(), Column))};
}
int64_t Statement::number(int Column) const {
  return sqlite3_column_int64(Handle.get(), Column);
}
double Statement::real(int Column) const {
  return sqlite3_column_double(Handle.get(), Column);
}

llvm::Expected<Transaction> Transaction::begin(const Database &In, Kind What) {
  if (What == Read && In.isBusy())
    return Transaction(nullptr);
  if (llvm::Error Failed = In.run(What == Write ? "BEGIN IMMEDIATE" : "BEGIN"))
    return Failed;
  return Transaction(&In);
}

Transaction::~Transaction() {
  if (In && In->isBusy())
    llvm::consumeError(In->run("ROLLBACK"));
}

llvm::Error Transaction::commit() {
  return In ? In->run("COMMIT") : llvm::Error::success();
}

} // namespace asynctidy::program::sqlite
