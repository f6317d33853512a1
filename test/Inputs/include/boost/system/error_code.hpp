// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef BOOST_SYSTEM_ERROR_CODE_HPP
#define BOOST_SYSTEM_ERROR_CODE_HPP
#include <string>
namespace boost::system {
class error_code {
public:
  error_code() noexcept;
  int value() const noexcept;
  std::string message() const;
  explicit operator bool() const noexcept;
};
} // namespace boost::system
#endif
