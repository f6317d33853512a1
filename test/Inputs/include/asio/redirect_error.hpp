// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef ASIO_REDIRECT_ERROR_HPP
#define ASIO_REDIRECT_ERROR_HPP
#include <asio/async_result.hpp>
#include <asio/error.hpp>
#define MOCK_ASIO asio
#include <mock/asio/redirect_error.h>
#undef MOCK_ASIO
#endif
