// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef ASIO_ASYNC_RESULT_HPP
#define ASIO_ASYNC_RESULT_HPP
#include <type_traits>
#define MOCK_ASIO asio
#include <mock/asio/async_result.h>
#undef MOCK_ASIO
#endif
