// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SQLPP11_MYSQL_MYSQL_H
#define SQLPP11_MYSQL_MYSQL_H
#include <sqlpp11/connection.h>

namespace sqlpp::mysql {
struct connection_config {
  std::string host;
  std::string user;
  std::string password;
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
} // namespace sqlpp::mysql
#endif
