// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef BOOST_BEAST_CORE_HPP
#define BOOST_BEAST_CORE_HPP
#include <boost/beast/core/bind_handler.hpp>
#include <boost/beast/core/error.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/string.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#endif
