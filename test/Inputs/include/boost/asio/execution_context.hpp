// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef BOOST_ASIO_EXECUTION_CONTEXT_HPP
#define BOOST_ASIO_EXECUTION_CONTEXT_HPP
#define MOCK_ASIO boost::asio
#include <mock/asio/execution_context.h>
#undef MOCK_ASIO
#endif
