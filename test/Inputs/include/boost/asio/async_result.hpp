// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef BOOST_ASIO_ASYNC_RESULT_HPP
#define BOOST_ASIO_ASYNC_RESULT_HPP
#include <type_traits>
#define MOCK_ASIO boost::asio
#include <mock/asio/async_result.h>
#undef MOCK_ASIO
#endif
