// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SQLPP11_CONNECTION_POOL_H
#define SQLPP11_CONNECTION_POOL_H
#include <sqlpp11/connection.h>
#endif
