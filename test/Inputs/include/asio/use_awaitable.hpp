// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef ASIO_USE_AWAITABLE_HPP
#define ASIO_USE_AWAITABLE_HPP
#include <asio/async_result.hpp>
#include <asio/awaitable.hpp>
#include <asio/error.hpp>
#include <exception>
#define MOCK_ASIO asio
#include <mock/asio/use_awaitable.h>
#undef MOCK_ASIO
#endif
