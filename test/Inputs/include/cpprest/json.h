// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef CPPREST_JSON_H
#define CPPREST_JSON_H
#include <cstddef>
#include <cstdint>
#include <exception>
#include <istream>
#include <string>
#include <system_error>

namespace utility {
typedef char char_t;
typedef std::string string_t;
typedef std::istream istream_t;
} // namespace utility
#ifndef _XPLATSTR
#define _XPLATSTR(x) x
#endif
#ifndef U
#define U(x) _XPLATSTR(x)
#endif

namespace web::json {

class array;
class object;
class number;

class json_exception : public std::exception {
public:
  const char *what() const noexcept override;
};

class value {
public:
  value();
  value(std::int32_t value);
  value(double value);
  explicit value(bool value);
  explicit value(utility::string_t value);
  explicit value(const utility::char_t *value);
  value(const value &other);
  value &operator=(const value &other);

  static value null();
  static value number(std::int32_t value);
  static value boolean(bool value);
  static value string(utility::string_t value);
  static value object(bool keep_order = false);
  static value parse(const utility::string_t &text);
  static value parse(const utility::string_t &text, std::error_code &error);
  static value parse(utility::istream_t &input);
  static value parse(utility::istream_t &input, std::error_code &error);
  utility::string_t serialize() const;

  bool is_null() const;
  bool is_number() const;
  bool is_integer() const;
  bool is_double() const;
  bool is_boolean() const;
  bool is_string() const;
  bool is_array() const;
  bool is_object() const;
  std::size_t size() const;

  double as_double() const;
  int as_integer() const;
  const json::number &as_number() const;
  bool as_bool() const;
  json::array &as_array();
  const json::array &as_array() const;
  json::object &as_object();
  const json::object &as_object() const;
  const utility::string_t &as_string() const;

  bool has_field(const utility::string_t &key) const;
  bool has_number_field(const utility::string_t &key) const;
  bool has_integer_field(const utility::string_t &key) const;
  bool has_double_field(const utility::string_t &key) const;
  bool has_boolean_field(const utility::string_t &key) const;
  bool has_string_field(const utility::string_t &key) const;
  bool has_array_field(const utility::string_t &key) const;
  bool has_object_field(const utility::string_t &key) const;
  value &at(std::size_t index);
  const value &at(std::size_t index) const;
  value &at(const utility::string_t &key);
  const value &at(const utility::string_t &key) const;
  value &operator[](const utility::string_t &key);
  value &operator[](std::size_t index);
};

class array {
public:
  value &at(std::size_t index);
  std::size_t size() const;
};

class object {
public:
  typedef std::pair<utility::string_t, value> *iterator;
  typedef const std::pair<utility::string_t, value> *const_iterator;
  value &at(const utility::string_t &key);
  const value &at(const utility::string_t &key) const;
  value &operator[](const utility::string_t &key);
  const_iterator find(const utility::string_t &key) const;
  iterator begin();
  const_iterator begin() const;
  iterator end();
  const_iterator end() const;
  bool empty() const;
};

class number {
public:
  double to_double() const;
  std::int32_t to_int32() const;
  std::int64_t to_int64() const;
};

} // namespace web::json
#endif
