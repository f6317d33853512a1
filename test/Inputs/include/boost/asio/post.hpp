// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef BOOST_ASIO_POST_HPP
#define BOOST_ASIO_POST_HPP
#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/async_result.hpp>
#define MOCK_ASIO boost::asio
#include <mock/asio/post.h>
#undef MOCK_ASIO
#endif
