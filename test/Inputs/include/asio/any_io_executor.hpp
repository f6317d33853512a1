// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef ASIO_ANY_IO_EXECUTOR_HPP
#define ASIO_ANY_IO_EXECUTOR_HPP
#include <asio/execution_context.hpp>
#define MOCK_ASIO asio
#include <mock/asio/any_io_executor.h>
#undef MOCK_ASIO
#endif
