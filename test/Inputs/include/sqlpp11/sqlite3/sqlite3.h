// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SQLPP11_SQLITE3_SQLITE3_H
#define SQLPP11_SQLITE3_SQLITE3_H
#include <sqlpp11/connection.h>

namespace sqlpp::sqlite3 {
struct connection_config {
  std::string path_to_database;
  int flags = 0;
};

class connection_base {
public:
  using _config_t = connection_config;
  using _config_ptr_t = std::shared_ptr<const connection_config>;
  std::size_t execute(const std::string &statement);
};

using connection = sqlpp::normal_connection<connection_base>;
using pooled_connection = sqlpp::pooled_connection<connection_base>;
using connection_pool = sqlpp::connection_pool<connection_base>;
} // namespace sqlpp::sqlite3
#endif
