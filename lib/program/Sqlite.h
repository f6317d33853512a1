//===-- Sqlite.h - SQLite with errors and destructors -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_PROGRAM_SQLITE_H
#define ASYNC_TIDY_LIB_PROGRAM_SQLITE_H

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/Support/Error.h"
#include <memory>
#include <string>

struct sqlite3;
struct sqlite3_stmt;

namespace asynctidy::program::sqlite {

/// An error of SQLite: the message names the file.
class Error : public llvm::ErrorInfo<Error> {
public:
  static char ID;

  Error(int Code, std::string Message)
      : Code(Code), Message(std::move(Message)) {}

  /// The file has no database, or a damaged one.
  bool isBroken() const;
  /// The file can't be opened as it has to be, such as in a folder that nobody
  /// may write to.
  bool isUnopenable() const;

  void log(llvm::raw_ostream &OS) const override { OS << Message; }
  std::error_code convertToErrorCode() const override {
    return llvm::inconvertibleErrorCode();
  }

private:
  int Code;
  std::string Message;
};

/// \p E says that a database is broken.
bool isBroken(const llvm::Error &E);
/// \p E says that a database can't be opened in this way.
bool isUnopenable(const llvm::Error &E);
/// An error that \c isBroken, whatever was found.
llvm::Error broken(llvm::StringRef Path, const llvm::Twine &What);

/// What may be done with a file.
enum class Access {
  Write,  ///< it is made when there is none
  Read,   ///< with others who write
  Frozen, ///< nobody writes while it is open: no other file is needed
};

/// The start of a database's file.
struct Header {
  uint64_t FileSize = 0;
  /// It says that it is a database of SQLite.
  bool IsDatabase = false;
  uint32_t ApplicationId = 0;
};

class Statement;

/// A connection, for one thread at a time.
class Database {
public:
  static llvm::Expected<Database> open(llvm::StringRef Path, Access Mode);

  const std::string &path() const { return Path; }

  /// Runs statements that give no rows.
  llvm::Error run(const char *Sql) const;
  llvm::Expected<Statement> prepare(const char *Sql) const;
  /// The first column of the first row; 0 when there is none.
  llvm::Expected<int64_t> number(const char *Sql) const;

  /// Read without opening the file once more: closing that would drop the locks
  /// of every connection in this process.
  Header header() const;
  /// The path has another file by now, or none.
  bool isMoved() const;
  /// A transaction is open.
  bool isBusy() const;

private:
  friend class Statement;
  struct Close {
    void operator()(sqlite3 *Handle) const;
  };

  Database(sqlite3 *Handle, std::string Path)
      : Handle(Handle), Path(std::move(Path)) {}
  llvm::Error failed(int Code) const;

  std::unique_ptr<sqlite3, Close> Handle;
  std::string Path;
};

/// A compiled statement. Must not outlive its database, nor see it moved.
class Statement {
public:
  /// Parameters and columns count from 1 and 0, as SQLite has it. Bound texts
  /// must live until the next step has been made.
  Statement &bind(int Parameter, llvm::StringRef Text);
  Statement &bindBlob(int Parameter, llvm::StringRef Bytes);
  Statement &bind(int Parameter, int64_t Number);
  Statement &bind(int Parameter, double Number);

  /// Whether there is a row. Starts anew after the last one.
  llvm::Expected<bool> step();
  /// Calls \p Body at each row that is left.
  llvm::Error forEachRow(llvm::function_ref<llvm::Error()> Body);
  /// Makes the only step of a statement that gives no rows.
  llvm::Error run();
  /// Forgets the rows that are left.
  void reset();

  /// Alive until the next step.
  llvm::StringRef text(int Column) const;
  int64_t number(int Column) const;
  double real(int Column) const;

private:
  friend class Database;
  struct Finalize {
    void operator()(sqlite3_stmt *Handle) const;
  };

  Statement(const Database &In, sqlite3_stmt *Handle)
      : In(In), Handle(Handle) {}

  const Database &In;
  std::unique_ptr<sqlite3_stmt, Finalize> Handle;
};

/// Taken back at the end of the scope, unless it was committed. A read inside
/// another transaction belongs to that one.
class Transaction {
public:
  enum Kind { Read, Write };
  static llvm::Expected<Transaction> begin(const Database &In, Kind What);

  Transaction(Transaction &&Other) : In(Other.In) { Other.In = nullptr; }
  Transaction &operator=(Transaction &&) = delete;
  ~Transaction();

  llvm::Error commit();

private:
  explicit Transaction(const Database *In) : In(In) {}

  const Database *In;
};

} // namespace asynctidy::program::sqlite

#endif // ASYNC_TIDY_LIB_PROGRAM_SQLITE_H
