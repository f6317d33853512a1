// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef ODB_MYSQL_CONNECTION_FACTORY_HXX
#define ODB_MYSQL_CONNECTION_FACTORY_HXX
#include <odb/mysql/database.hxx>
#endif
