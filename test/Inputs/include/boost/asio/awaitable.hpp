// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef BOOST_ASIO_AWAITABLE_HPP
#define BOOST_ASIO_AWAITABLE_HPP
#include <boost/asio/any_io_executor.hpp>
#include <coroutine>
#define MOCK_ASIO boost::asio
#include <mock/asio/awaitable.h>
#undef MOCK_ASIO
#endif
