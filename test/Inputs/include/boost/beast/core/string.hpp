// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef BOOST_BEAST_CORE_STRING_HPP
#define BOOST_BEAST_CORE_STRING_HPP
#include <string_view>
namespace boost::beast {
using string_view = std::string_view;
} // namespace boost::beast
#endif
