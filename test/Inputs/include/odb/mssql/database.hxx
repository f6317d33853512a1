// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef ODB_MSSQL_DATABASE_HXX
#define ODB_MSSQL_DATABASE_HXX
#include <odb/database.hxx>

namespace odb::mssql {
using SQLHENV = void *;

class connection_factory {
public:
  virtual ~connection_factory();
};

class new_connection_factory : public connection_factory {
public:
  new_connection_factory();
};

class connection_pool_factory : public connection_factory {
public:
  connection_pool_factory(std::size_t max_connections = 0,
                          std::size_t min_connections = 0);
};

enum protocol { protocol_auto, protocol_tcp, protocol_lpc, protocol_np };

enum transaction_isolation {
  isolation_read_uncommitted,
  isolation_read_committed,
  isolation_repeatable_read,
  isolation_snapshot,
  isolation_serializable
};

class database : public odb::database {
public:
  typedef mssql::protocol protocol_type;
  typedef mssql::transaction_isolation transaction_isolation_type;

  database(const std::string &user, const std::string &password,
           const std::string &db, const std::string &server,
           const std::string &driver = "",
           const std::string &extra_connect_string = "",
           transaction_isolation_type = isolation_read_committed,
           SQLHENV environment = 0,
           details::transfer_ptr<connection_factory> =
               details::transfer_ptr<connection_factory>());
  database(const std::string &user, const std::string &password,
           const std::string &db, protocol_type protocol = protocol_auto,
           const std::string &host = "", const std::string &instance = "",
           const std::string &driver = "",
           const std::string &extra_connect_string = "",
           transaction_isolation_type = isolation_read_committed,
           SQLHENV environment = 0,
           details::transfer_ptr<connection_factory> =
               details::transfer_ptr<connection_factory>());
  database(const std::string &user, const std::string &password,
           const std::string &db, const std::string &host, unsigned int port,
           const std::string &driver = "",
           const std::string &extra_connect_string = "",
           transaction_isolation_type = isolation_read_committed,
           SQLHENV environment = 0,
           details::transfer_ptr<connection_factory> =
               details::transfer_ptr<connection_factory>());
  database(const std::string &connect_string,
           transaction_isolation_type = isolation_read_committed,
           SQLHENV environment = 0,
           details::transfer_ptr<connection_factory> =
               details::transfer_ptr<connection_factory>());
  database(int &argc, char *argv[], bool erase = false,
           const std::string &extra_connect_string = "",
           transaction_isolation_type = isolation_read_committed,
           SQLHENV environment = 0,
           details::transfer_ptr<connection_factory> =
               details::transfer_ptr<connection_factory>());
  database(database &&);
};
} // namespace odb::mssql
#endif
