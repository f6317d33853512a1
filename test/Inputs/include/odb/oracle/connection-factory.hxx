// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef ODB_ORACLE_CONNECTION_FACTORY_HXX
#define ODB_ORACLE_CONNECTION_FACTORY_HXX
#include <odb/oracle/database.hxx>
#endif
