// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef MYSQL_JDBC_H
#define MYSQL_JDBC_H
#include <string>

namespace sql {
using SQLString = std::string;

class Connection {
public:
  virtual ~Connection();
  virtual void close() = 0;
  virtual void commit() = 0;
};

class Driver {
public:
  virtual ~Driver();
  virtual Connection *connect(const SQLString &hostName,
                              const SQLString &userName,
                              const SQLString &password) = 0;
};
Driver *get_driver_instance();
} // namespace sql
#endif
