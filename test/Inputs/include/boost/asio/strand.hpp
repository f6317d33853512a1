// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef BOOST_ASIO_STRAND_HPP
#define BOOST_ASIO_STRAND_HPP
#include <boost/asio/any_io_executor.hpp>
#define MOCK_ASIO boost::asio
#include <mock/asio/strand.h>
#undef MOCK_ASIO
#endif
