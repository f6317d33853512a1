// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef BOOST_MYSQL_ANY_CONNECTION_HPP
#define BOOST_MYSQL_ANY_CONNECTION_HPP
#include <boost/mysql.hpp>
#endif
