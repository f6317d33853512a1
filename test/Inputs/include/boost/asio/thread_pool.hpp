// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef BOOST_ASIO_THREAD_POOL_HPP
#define BOOST_ASIO_THREAD_POOL_HPP
#include <boost/asio/any_io_executor.hpp>
#include <cstddef>
#include <memory>
#define MOCK_ASIO boost::asio
#include <mock/asio/thread_pool.h>
#undef MOCK_ASIO
#endif
