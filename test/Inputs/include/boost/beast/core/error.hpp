// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef BOOST_BEAST_CORE_ERROR_HPP
#define BOOST_BEAST_CORE_ERROR_HPP
#include <boost/system/error_code.hpp>
namespace boost {
namespace asio {}
namespace beast {
using error_code = boost::system::error_code;
namespace net = boost::asio;
} // namespace beast
} // namespace boost
#endif
