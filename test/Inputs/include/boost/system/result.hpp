// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef BOOST_SYSTEM_RESULT_HPP
#define BOOST_SYSTEM_RESULT_HPP
#include <boost/system/error_code.hpp>
#include <type_traits>
namespace boost::system {
template <typename T, typename E = error_code> class result {
  using Value = typename std::remove_reference<T>::type;

public:
  result(const result &other);
  bool has_value() const noexcept;
  bool has_error() const noexcept;
  explicit operator bool() const noexcept;
  Value &value();
  const Value &value() const;
  Value *operator->() noexcept;
  const Value *operator->() const noexcept;
  Value &operator*() noexcept;
  const Value &operator*() const noexcept;
  E error() const;
};
} // namespace boost::system
#endif
