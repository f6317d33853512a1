// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef BOOST_ASIO_ERROR_HPP
#define BOOST_ASIO_ERROR_HPP
#include <boost/system/error_code.hpp>
namespace boost::asio {
using error_code = boost::system::error_code;
} // namespace boost::asio
#endif
