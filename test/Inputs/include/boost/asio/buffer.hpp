// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef BOOST_ASIO_BUFFER_HPP
#define BOOST_ASIO_BUFFER_HPP
#include <cstddef>
#include <string>
#define MOCK_ASIO boost::asio
#include <mock/asio/buffer.h>
#undef MOCK_ASIO
#endif
