// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef ASIO_CO_SPAWN_HPP
#define ASIO_CO_SPAWN_HPP
#include <asio/async_result.hpp>
#include <asio/awaitable.hpp>
#include <exception>
#include <type_traits>
#define MOCK_ASIO asio
#include <mock/asio/co_spawn.h>
#undef MOCK_ASIO
#endif
