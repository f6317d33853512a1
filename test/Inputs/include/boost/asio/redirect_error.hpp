// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef BOOST_ASIO_REDIRECT_ERROR_HPP
#define BOOST_ASIO_REDIRECT_ERROR_HPP
#include <boost/asio/async_result.hpp>
#include <boost/asio/error.hpp>
#define MOCK_ASIO boost::asio
#include <mock/asio/redirect_error.h>
#undef MOCK_ASIO
#endif
