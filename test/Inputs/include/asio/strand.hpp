// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef ASIO_STRAND_HPP
#define ASIO_STRAND_HPP
#include <asio/any_io_executor.hpp>
#define MOCK_ASIO asio
#include <mock/asio/strand.h>
#undef MOCK_ASIO
#endif
