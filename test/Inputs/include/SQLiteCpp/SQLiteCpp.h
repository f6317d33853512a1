// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SQLITECPP_SQLITECPP_H
#define SQLITECPP_SQLITECPP_H
#include <string>

namespace SQLite {

class Column {
public:
  int getInt() const noexcept;
  std::string getString() const;
  operator int() const;
  operator std::string() const;
};

class Database {
public:
  Database(const char *filename, int flags = 1, int busy_timeout = 0,
           const char *vfs = nullptr);
  Column execAndGet(const char *query);
  Column execAndGet(const std::string &query);
};

class Statement {
public:
  Statement(const Database &database, const char *query);
  void bind(int index, int value);
  void bind(int index, const std::string &value);
  bool executeStep();
  Column getColumn(int index);
};

} // namespace SQLite
#endif
