// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef BOOST_ASIO_USE_AWAITABLE_HPP
#define BOOST_ASIO_USE_AWAITABLE_HPP
#include <boost/asio/async_result.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/error.hpp>
#include <exception>
#define MOCK_ASIO boost::asio
#include <mock/asio/use_awaitable.h>
#undef MOCK_ASIO
#endif
