// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef ASIO_DETACHED_HPP
#define ASIO_DETACHED_HPP
#include <asio/async_result.hpp>
#define MOCK_ASIO asio
#include <mock/asio/detached.h>
#undef MOCK_ASIO
#endif
