// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef ASIO_DEFERRED_HPP
#define ASIO_DEFERRED_HPP
#include <asio/use_awaitable.hpp>
#define MOCK_ASIO asio
#include <mock/asio/deferred.h>
#undef MOCK_ASIO
#endif
