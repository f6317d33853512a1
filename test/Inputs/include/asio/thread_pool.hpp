// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef ASIO_THREAD_POOL_HPP
#define ASIO_THREAD_POOL_HPP
#include <asio/any_io_executor.hpp>
#include <cstddef>
#include <memory>
#define MOCK_ASIO asio
#include <mock/asio/thread_pool.h>
#undef MOCK_ASIO
#endif
