// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef BOOST_OPTIONAL_HPP
#define BOOST_OPTIONAL_HPP
#include <type_traits>
namespace boost {
class none_t {};
inline const none_t none{};

template <typename T> class optional {
  using Value = typename std::remove_reference<T>::type;

public:
  optional() noexcept;
  optional(none_t) noexcept;
  optional(const Value &value);
  optional(const optional &other);
  optional &operator=(none_t) noexcept;
  optional &operator=(const Value &value);
  optional &operator=(const optional &other);

  const Value &get() const;
  Value &get();
  const Value &get_value_or(const Value &fallback) const;
  const Value *get_ptr() const;
  Value *get_ptr();
  const Value *operator->() const;
  Value *operator->();
  const Value &operator*() const;
  Value &operator*();
  const Value &value() const;
  Value &value();
  template <typename U> Value value_or(U &&fallback) const;
  template <typename F> Value value_or_eval(F fallback) const;
  explicit operator bool() const noexcept;
  bool operator!() const noexcept;
  bool has_value() const noexcept;
  bool is_initialized() const noexcept;
  void reset() noexcept;
};
} // namespace boost
#endif
