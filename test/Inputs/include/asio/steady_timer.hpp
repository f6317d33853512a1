// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef ASIO_STEADY_TIMER_HPP
#define ASIO_STEADY_TIMER_HPP
#include <asio/any_io_executor.hpp>
#include <asio/async_result.hpp>
#include <asio/error.hpp>
#include <chrono>
#include <cstddef>
#define MOCK_ASIO asio
#include <mock/asio/steady_timer.h>
#undef MOCK_ASIO
#endif
