// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef BOOST_ASIO_CO_SPAWN_HPP
#define BOOST_ASIO_CO_SPAWN_HPP
#include <boost/asio/async_result.hpp>
#include <boost/asio/awaitable.hpp>
#include <exception>
#include <type_traits>
#define MOCK_ASIO boost::asio
#include <mock/asio/co_spawn.h>
#undef MOCK_ASIO
#endif
