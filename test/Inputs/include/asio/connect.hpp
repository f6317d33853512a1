// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef ASIO_CONNECT_HPP
#define ASIO_CONNECT_HPP
#include <asio/ip/tcp.hpp>
#define MOCK_ASIO asio
#include <mock/asio/connect.h>
#undef MOCK_ASIO
#endif
