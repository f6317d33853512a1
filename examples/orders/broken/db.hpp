// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <libpq-fe.h>

#include <initializer_list>
#include <memory>
#include <string>

namespace orders {

struct ResultDeleter {
  void operator()(PGresult* result) const { PQclear(result); }
};
using Result = std::unique_ptr<PGresult, ResultDeleter>;

// Borrows a connection for the lifetime of the object.
class PooledConnection {
public:
  PooledConnection();
  ~PooledConnection();
  PooledConnection(const PooledConnection&) = delete;
  PooledConnection& operator=(const PooledConnection&) = delete;

  Result query(const std::string& sql);
  Result query(const std::string& sql, std::initializer_list<std::string> parameters);

private:
  PGconn* connection_;
};

} // namespace orders
