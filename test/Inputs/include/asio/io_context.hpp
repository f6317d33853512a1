// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef ASIO_IO_CONTEXT_HPP
#define ASIO_IO_CONTEXT_HPP
#include <asio/any_io_executor.hpp>
#include <chrono>
#include <cstddef>
#include <memory>
#define MOCK_ASIO asio
#include <mock/asio/io_context.h>
#undef MOCK_ASIO
#endif
