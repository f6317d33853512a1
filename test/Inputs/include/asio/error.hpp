// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef ASIO_ERROR_HPP
#define ASIO_ERROR_HPP
#include <system_error>
namespace asio {
using error_code = std::error_code;
} // namespace asio
#endif
