// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef BOOST_ASIO_ANY_IO_EXECUTOR_HPP
#define BOOST_ASIO_ANY_IO_EXECUTOR_HPP
#include <boost/asio/execution_context.hpp>
#define MOCK_ASIO boost::asio
#include <mock/asio/any_io_executor.h>
#undef MOCK_ASIO
#endif
