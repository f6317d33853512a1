// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef ODB_ORACLE_DATABASE_HXX
#define ODB_ORACLE_DATABASE_HXX
#include <odb/database.hxx>

struct OCIEnv;
typedef unsigned short ub2;

namespace odb::oracle {
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
           const std::string &db, ub2 charset = 0, ub2 ncharset = 0,
           OCIEnv *environment = 0,
           details::transfer_ptr<connection_factory> =
               details::transfer_ptr<connection_factory>());
  database(const std::string &user, const std::string &password,
           const std::string &service, const std::string &host,
           unsigned int port = 0, ub2 charset = 0, ub2 ncharset = 0,
           OCIEnv *environment = 0,
           details::transfer_ptr<connection_factory> =
               details::transfer_ptr<connection_factory>());
  database(int &argc, char *argv[], bool erase = false, ub2 charset = 0,
           ub2 ncharset = 0, OCIEnv *environment = 0,
           details::transfer_ptr<connection_factory> =
               details::transfer_ptr<connection_factory>());
  database(database &&);
};
} // namespace odb::oracle
#endif
