// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef ODB_SQLITE_CONNECTION_FACTORY_HXX
#define ODB_SQLITE_CONNECTION_FACTORY_HXX
#include <odb/sqlite/database.hxx>
#endif
