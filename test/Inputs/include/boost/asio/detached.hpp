// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef BOOST_ASIO_DETACHED_HPP
#define BOOST_ASIO_DETACHED_HPP
#include <boost/asio/async_result.hpp>
#define MOCK_ASIO boost::asio
#include <mock/asio/detached.h>
#undef MOCK_ASIO
#endif
