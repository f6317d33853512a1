// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef BOOST_MYSQL_TCP_HPP
#define BOOST_MYSQL_TCP_HPP
#include <boost/mysql.hpp>
#endif
