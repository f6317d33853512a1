// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef ODB_PGSQL_CONNECTION_FACTORY_HXX
#define ODB_PGSQL_CONNECTION_FACTORY_HXX
#include <odb/pgsql/database.hxx>
#endif
