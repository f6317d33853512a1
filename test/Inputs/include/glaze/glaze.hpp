// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef GLAZE_GLAZE_HPP
#define GLAZE_GLAZE_HPP
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>
namespace glz {

enum class error_code : std::uint32_t { none, parse_error, missing_key };

struct error_ctx {
  std::size_t count{};
  error_code ec{};
  operator bool() const noexcept;
};

template <class T, class E> class expected {
public:
  bool has_value() const noexcept;
  explicit operator bool() const noexcept;
  T &value() &;
  T &&value() &&;
  T &operator*() noexcept;
  T *operator->() noexcept;
  E &error() noexcept;
  template <class U> T value_or(U &&fallback) const;
};

struct opts {
  bool error_on_unknown_keys = true;
  bool error_on_missing_keys = false;
};
struct context {};

enum class num_mode { f64, i64, u64 };

template <num_mode Mode = num_mode::f64> struct generic_json {
  using array_t = std::vector<generic_json>;
  using object_t = std::map<std::string, generic_json>;

  template <class T> T &get();
  template <class T> const T &get() const;
  template <class T> T *get_if() noexcept;
  template <class T> const T *get_if() const noexcept;
  template <class T> T as() const;
  template <class T> bool holds() const noexcept;
  generic_json &operator[](std::integral auto &&index);
  generic_json &operator[](std::convertible_to<std::string_view> auto &&key);
  const generic_json &
  operator[](std::convertible_to<std::string_view> auto &&key) const;
  generic_json &at(std::convertible_to<std::string_view> auto &&key);
  const generic_json &
  at(std::convertible_to<std::string_view> auto &&key) const;
  bool contains(std::convertible_to<std::string_view> auto &&key) const;
  explicit operator bool() const;
  bool is_array() const noexcept;
  bool is_object() const noexcept;
  bool is_number() const noexcept;
  bool is_string() const noexcept;
  bool is_boolean() const noexcept;
  bool is_null() const noexcept;
  bool empty() const noexcept;
};
using generic = generic_json<>;

template <class T, class Buffer> error_ctx read_json(T &value, Buffer &&buffer);
template <class T, class Buffer>
expected<T, error_ctx> read_json(Buffer &&buffer);
template <class T, class Buffer>
error_ctx read_jsonc(T &value, Buffer &&buffer);
template <class T, class Buffer>
expected<T, error_ctx> read_jsonc(Buffer &&buffer);
template <auto Opts, class T, class Buffer>
error_ctx read(T &value, Buffer &&buffer);
template <auto Opts, class T, class Buffer>
error_ctx read(T &value, Buffer &&buffer, context &ctx);
template <class T> expected<std::string, error_ctx> write_json(T &&value);
std::string format_error(const error_ctx &error, const std::string &buffer);

} // namespace glz
#endif
