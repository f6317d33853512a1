// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef ASIO_DEFER_HPP
#define ASIO_DEFER_HPP
#include <asio/any_io_executor.hpp>
#include <asio/async_result.hpp>
#define MOCK_ASIO asio
#include <mock/asio/defer.h>
#undef MOCK_ASIO
#endif
