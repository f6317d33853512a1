// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef ASIO_WRITE_HPP
#define ASIO_WRITE_HPP
#include <asio/async_result.hpp>
#include <asio/buffer.hpp>
#include <asio/error.hpp>
#include <cstddef>
#define MOCK_ASIO asio
#include <mock/asio/write.h>
#undef MOCK_ASIO
#endif
