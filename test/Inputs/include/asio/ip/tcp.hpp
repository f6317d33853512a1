// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef ASIO_IP_TCP_HPP
#define ASIO_IP_TCP_HPP
#include <asio/any_io_executor.hpp>
#include <asio/async_result.hpp>
#include <asio/buffer.hpp>
#include <asio/error.hpp>
#include <cstddef>
#include <string_view>
#define MOCK_ASIO asio
#include <mock/asio/ip/tcp.h>
#undef MOCK_ASIO
#endif
