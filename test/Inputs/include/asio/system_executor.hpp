// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef ASIO_SYSTEM_EXECUTOR_HPP
#define ASIO_SYSTEM_EXECUTOR_HPP
#include <asio/any_io_executor.hpp>
#include <memory>
#define MOCK_ASIO asio
#include <mock/asio/system_executor.h>
#undef MOCK_ASIO
#endif
