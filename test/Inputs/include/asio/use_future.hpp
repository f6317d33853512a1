// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef ASIO_USE_FUTURE_HPP
#define ASIO_USE_FUTURE_HPP
#include <asio/async_result.hpp>
#include <asio/error.hpp>
#include <future>
#include <memory>
#define MOCK_ASIO asio
#include <mock/asio/use_future.h>
#undef MOCK_ASIO
#endif
