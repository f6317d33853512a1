// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef ASIO_BUFFER_HPP
#define ASIO_BUFFER_HPP
#include <cstddef>
#include <string>
#define MOCK_ASIO asio
#include <mock/asio/buffer.h>
#undef MOCK_ASIO
#endif
