// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef ASIO_SIGNAL_SET_HPP
#define ASIO_SIGNAL_SET_HPP
#include <asio/any_io_executor.hpp>
#include <asio/async_result.hpp>
#include <asio/error.hpp>
#include <cstddef>
#define MOCK_ASIO asio
#include <mock/asio/signal_set.h>
#undef MOCK_ASIO
#endif
