// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef BOOST_ASIO_CONNECT_HPP
#define BOOST_ASIO_CONNECT_HPP
#include <boost/asio/ip/tcp.hpp>
#define MOCK_ASIO boost::asio
#include <mock/asio/connect.h>
#undef MOCK_ASIO
#endif
