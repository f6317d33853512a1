// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef ASIO_AWAITABLE_HPP
#define ASIO_AWAITABLE_HPP
#include <asio/any_io_executor.hpp>
#include <coroutine>
#define MOCK_ASIO asio
#include <mock/asio/awaitable.h>
#undef MOCK_ASIO
#endif
