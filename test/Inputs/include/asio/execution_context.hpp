// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef ASIO_EXECUTION_CONTEXT_HPP
#define ASIO_EXECUTION_CONTEXT_HPP
#define MOCK_ASIO asio
#include <mock/asio/execution_context.h>
#undef MOCK_ASIO
#endif
