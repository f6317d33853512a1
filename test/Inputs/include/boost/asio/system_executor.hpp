// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef BOOST_ASIO_SYSTEM_EXECUTOR_HPP
#define BOOST_ASIO_SYSTEM_EXECUTOR_HPP
#include <boost/asio/any_io_executor.hpp>
#include <memory>
#define MOCK_ASIO boost::asio
#include <mock/asio/system_executor.h>
#undef MOCK_ASIO
#endif
