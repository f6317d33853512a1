// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SIMDJSON_H
#define SIMDJSON_H
#include <cstddef>
#include <cstdint>
#include <exception>
#include <string>
#include <string_view>

namespace simdjson {

enum error_code { SUCCESS = 0, INCORRECT_TYPE, NO_SUCH_FIELD, NUM_ERROR_CODES };
const char *error_message(error_code error) noexcept;

struct simdjson_error : public std::exception {
  const char *what() const noexcept override;
  error_code error() const noexcept;
};

struct padded_string {
  padded_string(const std::string &text) noexcept;
  padded_string(std::string_view text) noexcept;
};

template <typename T> struct simdjson_result;

namespace internal {
template <typename T> struct simdjson_result_base {
  error_code get(T &value) && noexcept;
  error_code error() const noexcept;
  T &value() & noexcept(false);
  T &&value() && noexcept(false);
  T &&take_value() && noexcept(false);
  operator T &&() && noexcept(false);
  const T &value_unsafe() const & noexcept;
  T &&value_unsafe() && noexcept;
};
} // namespace internal

template <typename T>
struct simdjson_result : public internal::simdjson_result_base<T> {
  error_code get(T &value) && noexcept;
  error_code error() const noexcept;
  T &value() & noexcept(false);
  T &&value() && noexcept(false);
  T &&take_value() && noexcept(false);
  operator T &&() && noexcept(false);
  const T &value_unsafe() const & noexcept;
  T &&value_unsafe() && noexcept;
};

namespace dom {
enum class element_type { OBJECT, STRING, NULL_VALUE };
class object;
class array {};

class element {
public:
  element_type type() const noexcept;
  simdjson_result<array> get_array() const noexcept;
  simdjson_result<object> get_object() const noexcept;
  simdjson_result<std::string_view> get_string() const noexcept;
  simdjson_result<std::int64_t> get_int64() const noexcept;
  simdjson_result<std::uint64_t> get_uint64() const noexcept;
  simdjson_result<double> get_double() const noexcept;
  simdjson_result<bool> get_bool() const noexcept;
  bool is_array() const noexcept;
  bool is_object() const noexcept;
  bool is_string() const noexcept;
  bool is_int64() const noexcept;
  bool is_uint64() const noexcept;
  bool is_double() const noexcept;
  bool is_number() const noexcept;
  bool is_bool() const noexcept;
  bool is_null() const noexcept;
  template <typename T> bool is() const noexcept;
  template <typename T> simdjson_result<T> get() const noexcept;
  template <typename T> error_code get(T &value) const noexcept;
  operator bool() const noexcept(false);
  operator std::string_view() const noexcept(false);
  operator std::uint64_t() const noexcept(false);
  operator std::int64_t() const noexcept(false);
  operator double() const noexcept(false);
  simdjson_result<element> operator[](std::string_view key) const noexcept;
  simdjson_result<element> operator[](const char *key) const noexcept;
  simdjson_result<element> at_pointer(std::string_view pointer) const noexcept;
  simdjson_result<element> at_key(std::string_view key) const noexcept;
  simdjson_result<element>
  at_key_case_insensitive(std::string_view key) const noexcept;
};

class object {
public:
  simdjson_result<element> operator[](std::string_view key) const noexcept;
  simdjson_result<element> operator[](const char *key) const noexcept;
  simdjson_result<element> at_pointer(std::string_view pointer) const noexcept;
  simdjson_result<element> at_key(std::string_view key) const noexcept;
  simdjson_result<element>
  at_key_case_insensitive(std::string_view key) const noexcept;
};

class parser {
public:
  explicit parser(std::size_t capacity = 4096) noexcept;
  simdjson_result<element> parse(const char *text, std::size_t length) noexcept;
  simdjson_result<element> parse(const std::string &text) noexcept;
  simdjson_result<element> parse(const padded_string &text) noexcept;
};
} // namespace dom

template <>
struct simdjson_result<dom::element>
    : public internal::simdjson_result_base<dom::element> {
  simdjson_result<dom::element_type> type() const noexcept;
  template <typename T> bool is() const noexcept;
  template <typename T> simdjson_result<T> get() const noexcept;
  template <typename T> error_code get(T &value) const noexcept;
  simdjson_result<dom::array> get_array() const noexcept;
  simdjson_result<dom::object> get_object() const noexcept;
  simdjson_result<std::string_view> get_string() const noexcept;
  simdjson_result<std::int64_t> get_int64() const noexcept;
  simdjson_result<std::uint64_t> get_uint64() const noexcept;
  simdjson_result<double> get_double() const noexcept;
  simdjson_result<bool> get_bool() const noexcept;
  bool is_string() const noexcept;
  bool is_null() const noexcept;
  simdjson_result<dom::element> operator[](std::string_view key) const noexcept;
  simdjson_result<dom::element> operator[](const char *key) const noexcept;
  simdjson_result<dom::element>
  at_pointer(std::string_view pointer) const noexcept;
  simdjson_result<dom::element> at_key(std::string_view key) const noexcept;
  simdjson_result<dom::element>
  at_key_case_insensitive(std::string_view key) const noexcept;
  operator bool() const noexcept(false);
  operator std::string_view() const noexcept(false);
  operator std::uint64_t() const noexcept(false);
  operator std::int64_t() const noexcept(false);
  operator double() const noexcept(false);
};

namespace fallback {
namespace ondemand {
enum class json_type { object, string, null };
class object;
class array {};

class value {
public:
  template <typename T> simdjson_result<T> get() noexcept;
  template <typename T> error_code get(T &out) noexcept;
  simdjson_result<array> get_array() noexcept;
  simdjson_result<object> get_object() noexcept;
  simdjson_result<std::uint64_t> get_uint64() noexcept;
  simdjson_result<std::int64_t> get_int64() noexcept;
  simdjson_result<double> get_double() noexcept;
  simdjson_result<std::string_view> get_string() noexcept;
  simdjson_result<bool> get_bool() noexcept;
  simdjson_result<bool> is_null() noexcept;
  simdjson_result<json_type> type() noexcept;
  operator std::uint64_t() noexcept(false);
  operator std::int64_t() noexcept(false);
  operator double() noexcept(false);
  operator std::string_view() noexcept(false);
  operator bool() noexcept(false);
  simdjson_result<value> find_field(std::string_view key) noexcept;
  simdjson_result<value> find_field_unordered(std::string_view key) noexcept;
  simdjson_result<value> operator[](std::string_view key) noexcept;
  simdjson_result<value> operator[](const char *key) noexcept;
  simdjson_result<value> at_pointer(std::string_view pointer) noexcept;
};

class object {
public:
  simdjson_result<value> find_field(std::string_view key) noexcept;
  simdjson_result<value> find_field_unordered(std::string_view key) noexcept;
  simdjson_result<value> operator[](std::string_view key) noexcept;
  simdjson_result<value> at_pointer(std::string_view pointer) noexcept;
};

class document {
public:
  document() noexcept;
  document(document &&other) noexcept;
  document &operator=(document &&other) noexcept;
  template <typename T> simdjson_result<T> get() & noexcept;
  template <typename T> error_code get(T &out) & noexcept;
  simdjson_result<object> get_object() & noexcept;
  simdjson_result<array> get_array() & noexcept;
  simdjson_result<bool> is_null() noexcept;
  simdjson_result<json_type> type() noexcept;
  simdjson_result<value> find_field(std::string_view key) & noexcept;
  simdjson_result<value> find_field_unordered(std::string_view key) & noexcept;
  simdjson_result<value> operator[](std::string_view key) & noexcept;
  simdjson_result<value> operator[](const char *key) & noexcept;
  simdjson_result<value> at_pointer(std::string_view pointer) noexcept;
};

class document_reference {
public:
  simdjson_result<value> find_field(std::string_view key) & noexcept;
  simdjson_result<value> find_field_unordered(std::string_view key) & noexcept;
  simdjson_result<value> operator[](std::string_view key) & noexcept;
  simdjson_result<value> at_pointer(std::string_view pointer) noexcept;
};

class parser {
public:
  explicit parser(std::size_t capacity = 4096) noexcept;
  simdjson_result<document> iterate(const padded_string &text) & noexcept;
  simdjson_result<document> iterate(std::string &text) & noexcept;
};
} // namespace ondemand
} // namespace fallback

template <>
struct simdjson_result<fallback::ondemand::value>
    : public internal::simdjson_result_base<fallback::ondemand::value> {
  template <typename T> simdjson_result<T> get() noexcept;
  template <typename T> error_code get(T &out) noexcept;
  simdjson_result<fallback::ondemand::array> get_array() noexcept;
  simdjson_result<fallback::ondemand::object> get_object() noexcept;
  simdjson_result<std::uint64_t> get_uint64() noexcept;
  simdjson_result<std::int64_t> get_int64() noexcept;
  simdjson_result<double> get_double() noexcept;
  simdjson_result<std::string_view> get_string() noexcept;
  simdjson_result<bool> get_bool() noexcept;
  simdjson_result<bool> is_null() noexcept;
  simdjson_result<fallback::ondemand::json_type> type() noexcept;
  operator std::uint64_t() noexcept(false);
  operator std::int64_t() noexcept(false);
  operator double() noexcept(false);
  operator std::string_view() noexcept(false);
  operator bool() noexcept(false);
  simdjson_result<fallback::ondemand::value>
  find_field(std::string_view key) noexcept;
  simdjson_result<fallback::ondemand::value>
  find_field_unordered(std::string_view key) noexcept;
  simdjson_result<fallback::ondemand::value>
  operator[](std::string_view key) noexcept;
  simdjson_result<fallback::ondemand::value>
  operator[](const char *key) noexcept;
  simdjson_result<fallback::ondemand::value>
  at_pointer(std::string_view pointer) noexcept;
};

template <>
struct simdjson_result<fallback::ondemand::document>
    : public internal::simdjson_result_base<fallback::ondemand::document> {
  using Base = internal::simdjson_result_base<fallback::ondemand::document>;
  error_code get(fallback::ondemand::document &out) && noexcept;
  simdjson_result<fallback::ondemand::object> get_object() & noexcept;
  simdjson_result<fallback::ondemand::value>
  find_field(std::string_view key) & noexcept;
  simdjson_result<fallback::ondemand::value>
  find_field_unordered(std::string_view key) & noexcept;
  simdjson_result<fallback::ondemand::value>
  operator[](std::string_view key) & noexcept;
  simdjson_result<fallback::ondemand::value>
  operator[](const char *key) & noexcept;
  simdjson_result<fallback::ondemand::value>
  at_pointer(std::string_view pointer) noexcept;
};

namespace ondemand = fallback::ondemand;

} // namespace simdjson
#endif
