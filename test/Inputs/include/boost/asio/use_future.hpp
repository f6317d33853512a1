// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef BOOST_ASIO_USE_FUTURE_HPP
#define BOOST_ASIO_USE_FUTURE_HPP
#include <boost/asio/async_result.hpp>
#include <boost/asio/error.hpp>
#include <future>
#include <memory>
#define MOCK_ASIO boost::asio
#include <mock/asio/use_future.h>
#undef MOCK_ASIO
#endif
