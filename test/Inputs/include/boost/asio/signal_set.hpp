// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef BOOST_ASIO_SIGNAL_SET_HPP
#define BOOST_ASIO_SIGNAL_SET_HPP
#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/error.hpp>
#include <cstddef>
#define MOCK_ASIO boost::asio
#include <mock/asio/signal_set.h>
#undef MOCK_ASIO
#endif
