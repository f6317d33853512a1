//===-- StoreFile.cpp - The database's file and its schema ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/program/StoreFile.h"
#include "lib/program/FolderLock.h"
#include "lib/program/StoreSchema.h"
#include "lib/program/WriteFile.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include <tuple>

namespace asynctidy::program {
namespace fs = llvm::sys::fs;
using sqlite::Access;
using sqlite::Database;

namespace {

llvm::Error failed(llvm::StringRef Path, const llvm::Twine &Rest) {
  return llvm::createStringError("the store '" + Path + "' " + Rest);
}

llvm::Expected<Database> openOnce(llvm::StringRef Path, std::string &Word) {
  llvm::Expected<Database> Db = Database::open(Path, Access::Write);
  if (!Db)
    return Db.takeError();
  llvm::Expected<StoreState> Found = examineStore(*Db);
  if (!Found)
    return Found.takeError();
  if (llvm::Error Failed = Db->run("PRAGMA synchronous = NORMAL"))
    return Failed;
  if (*Found == StoreState::OtherVersion)
    Word = ("the store '" + Path + "' was of another version: it is made anew")
               .str();
  if (*Found != StoreState::Current)
    if (llvm::Error Failed = makeTables(*Db))
      return Failed;
  // Where there can be no WAL, SQLite keeps to its journal.
  if (llvm::Error Failed = Db->run("PRAGMA journal_mode = WAL"))
    return Failed;
  return Db;
}

/// Nothing that SQLite has beside the old file must meet the new one.
llvm::Error putInPlace(llvm::StringRef From, llvm::StringRef To) {
  for (const char *Suffix : {"-wal", "-shm", "-journal"})
    std::ignore = fs::remove(To + Suffix);
  if (std::error_code EC = fs::rename(From, To)) {
    removeStore(From);
    return failed(To, "can't be written: " + EC.message());
  }
  return llvm::Error::success();
}

/// A new file in place of a broken one.
llvm::Error makeFile(llvm::StringRef Path) {
  std::string Beside = pathBeside(Path);
  {
    llvm::Expected<Database> Db = Database::open(Beside, Access::Write);
    llvm::Error Failed = Db ? makeTables(*Db) : Db.takeError();
    if (Failed) {
      removeStore(Beside);
      return Failed;
    }
  }
  return putInPlace(Beside, Path);
}

bool hasLog(llvm::StringRef Path) { return fs::exists(Path + "-wal"); }

} // namespace

llvm::Expected<Database> openForWriting(llvm::StringRef Path,
                                        std::string &Word) {
  Word.clear();
  llvm::StringRef Folder = llvm::sys::path::parent_path(Path);
  if (!Folder.empty())
    if (std::error_code EC = fs::create_directories(Folder))
      return failed(Path, "can't be made: " + EC.message());
  FolderLock Lock(Folder);
  llvm::Expected<Database> Db = openOnce(Path, Word);
  if (Db)
    return Db;
  llvm::Error Failed = Db.takeError();
  if (!sqlite::isBroken(Failed))
    return Failed;
  llvm::consumeError(std::move(Failed));
  std::string Ignored;
  if (llvm::Error NotMade = makeFile(Path))
    return NotMade;
  Word = ("the store '" + Path + "' was broken: it is made anew").str();
  return openOnce(Path, Ignored);
}

llvm::Expected<Database> openForReading(llvm::StringRef Path) {
  static constexpr llvm::StringLiteral Advice(
      ": run 'async-tidy run' to make it anew");
  if (!fs::exists(Path))
    return failed(Path, "isn't there: run 'async-tidy run' to make it");
  for (Access Mode : {Access::Read, Access::Frozen}) {
    llvm::Expected<Database> Db = Database::open(Path, Mode);
    if (!Db)
      return Db.takeError();
    llvm::Expected<StoreState> Found = examineStore(*Db);
    if (!Found) {
      llvm::Error Failed = Found.takeError();
      // A reader needs a file beside it, even when nothing was ever written
      // since; where it can't be made, nobody writes either.
      if (Mode == Access::Read && sqlite::isUnopenable(Failed) &&
          !hasLog(Path)) {
        llvm::consumeError(std::move(Failed));
        continue;
      }
      if (!sqlite::isBroken(Failed))
        return Failed;
      llvm::consumeError(std::move(Failed));
      return failed(Path, "is broken" + Advice);
    }
    if (*Found == StoreState::Current)
      return Db;
    return failed(
        Path,
        (*Found == StoreState::Empty ? "is empty" : "is of another version") +
            Advice);
  }
  llvm_unreachable("the second way either opens it or fails");
}

llvm::Error replaceStore(llvm::StringRef From, llvm::StringRef To) {
  FolderLock Lock(llvm::sys::path::parent_path(To));
  if (llvm::Error Failed = checkReplaceable(To))
    return Failed;
  // What is only in the log goes into the file, which is whole then even if
  // this is where the process ends.
  if (fs::exists(To)) {
    llvm::Expected<Database> Old = Database::open(To, Access::Write);
    llvm::consumeError(Old ? Old->run("PRAGMA wal_checkpoint(TRUNCATE)")
                           : Old.takeError());
  }
  return putInPlace(From, To);
}

void removeStore(llvm::StringRef Path) {
  for (const char *Suffix : {"", "-wal", "-shm", "-journal"})
    std::ignore = fs::remove(Path + Suffix);
}

llvm::Error checkReplaceable(llvm::StringRef Path) {
  if (!fs::exists(Path))
    return llvm::Error::success();
  llvm::Expected<Database> Db = Database::open(Path, Access::Read);
  if (!Db)
    return Db.takeError();
  sqlite::Header H = Db->header();
  return H.FileSize == 0 || isStore(H) ? llvm::Error::success()
                                       : foreignFile(Path);
}

bool isDatabase(llvm::StringRef Path) {
  llvm::Expected<Database> Db = Database::open(Path, Access::Read);
  if (Db)
    return Db->header().IsDatabase;
  llvm::consumeError(Db.takeError());
  return false;
}

} // namespace asynctidy::program
