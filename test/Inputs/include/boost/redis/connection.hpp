// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef BOOST_REDIS_CONNECTION_HPP
#define BOOST_REDIS_CONNECTION_HPP
#include <boost/redis.hpp>
#endif
