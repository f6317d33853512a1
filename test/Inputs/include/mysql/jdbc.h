// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef MYSQL_JDBC_H
#define MYSQL_JDBC_H
#include <string>

namespace sql {
using SQLString = std::string;

class PreparedStatement {
public:
  virtual ~PreparedStatement();
  virtual bool execute() = 0;
  virtual int executeUpdate() = 0;
  virtual void setInt(unsigned int parameterIndex, int value) = 0;
  virtual void setString(unsigned int parameterIndex,
                         const SQLString &value) = 0;
  virtual void setNull(unsigned int parameterIndex, int sqlType) = 0;
};

class Connection {
public:
  virtual ~Connection();
  virtual PreparedStatement *prepareStatement(const SQLString &sql) = 0;
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
