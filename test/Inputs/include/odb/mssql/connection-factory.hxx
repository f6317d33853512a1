// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef ODB_MSSQL_CONNECTION_FACTORY_HXX
#define ODB_MSSQL_CONNECTION_FACTORY_HXX
#include <odb/mssql/database.hxx>
#endif
