// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef IGUANA_JSON_READER_HPP
#define IGUANA_JSON_READER_HPP
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <system_error>
#include <variant>
#include <vector>
namespace iguana {

template <typename CharT>
struct basic_json_value : std::variant<std::monostate, std::nullptr_t, bool,
                                       double, int, std::basic_string<CharT>> {
  using string_type = std::basic_string<CharT>;
  using object_type = std::map<string_type, basic_json_value>;
  using array_type = std::vector<basic_json_value>;

  basic_json_value();
  bool is_undefined() const;
  bool is_null() const;
  bool is_bool() const;
  bool is_double() const;
  bool is_int() const;
  bool is_number() const;
  bool is_string() const;
  bool is_string_view() const;
  bool is_array() const;
  bool is_object() const;
  template <typename T> T get() const;
  template <typename T> T get(std::error_code &ec) const;
  template <typename T> std::error_code get_to(T &value) const;
  template <typename T> T at(const std::string &key);
  template <typename T> T at(const std::string &key, std::error_code &ec);
  template <typename T> T at(std::size_t index);
  object_type to_object() const;
  object_type to_object(std::error_code &ec) const;
  array_type to_array() const;
  double to_double() const;
  double to_double(std::error_code &ec) const;
  int to_int() const;
  int to_int(std::error_code &ec) const;
  bool to_bool() const;
  bool to_bool(std::error_code &ec) const;
  string_type to_string() const;
  string_type to_string(std::error_code &ec) const;
};
using jvalue = basic_json_value<char>;

template <typename T, typename View> void from_json(T &value, const View &view);
template <typename T, typename View>
void from_json(T &value, const View &view, std::error_code &ec) noexcept;
template <typename T, typename It> void from_json(T &value, It &&it, It &&end);
template <typename T>
void from_json(T &value, const char *data, std::size_t size);

template <bool IsView = false, typename T, typename View>
void parse(T &result, const View &view, bool parse_as_double = false);
template <bool IsView = false, typename T, typename View>
void parse(T &result, const View &view, std::error_code &ec,
           bool parse_as_double = false) noexcept;

} // namespace iguana

#define YLT_REFL(Type, ...)
#define REFLECTION(Type, ...)
#endif
