// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef ASIO_THIS_CORO_HPP
#define ASIO_THIS_CORO_HPP
#include <asio/awaitable.hpp>
#endif
