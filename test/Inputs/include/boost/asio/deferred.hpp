// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef BOOST_ASIO_DEFERRED_HPP
#define BOOST_ASIO_DEFERRED_HPP
#include <boost/asio/use_awaitable.hpp>
#define MOCK_ASIO boost::asio
#include <mock/asio/deferred.h>
#undef MOCK_ASIO
#endif
