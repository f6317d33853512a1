// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef ODB_PGSQL_DATABASE_HXX
#define ODB_PGSQL_DATABASE_HXX
#include <odb/database.hxx>

namespace odb::pgsql {
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

class database : public odb::database {
public:
  database(const std::string &user, const std::string &password,
           const std::string &db, const std::string &host = "",
           unsigned int port = 0, const std::string &extra_conninfo = "",
           details::transfer_ptr<connection_factory> =
               details::transfer_ptr<connection_factory>());
  database(const std::string &user, const std::string &password,
           const std::string &db, const std::string &host,
           const std::string &socket_ext,
           const std::string &extra_conninfo = "",
           details::transfer_ptr<connection_factory> =
               details::transfer_ptr<connection_factory>());
  explicit database(const std::string &conninfo,
                    details::transfer_ptr<connection_factory> =
                        details::transfer_ptr<connection_factory>());
  database(int &argc, char *argv[], bool erase = false,
           const std::string &extra_conninfo = "",
           details::transfer_ptr<connection_factory> =
               details::transfer_ptr<connection_factory>());
  database(database &&);
};
} // namespace odb::pgsql
#endif
