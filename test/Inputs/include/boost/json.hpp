// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef BOOST_JSON_HPP
#define BOOST_JSON_HPP
#include <boost/system/error_code.hpp>
#include <boost/system/result.hpp>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <istream>
#include <ostream>
#include <string>
#include <string_view>
#include <system_error>
#include <type_traits>
#include <utility>

namespace boost {
namespace json {

using boost::system::error_code;
using string_view = std::string_view;

enum class kind : unsigned char {
  null,
  bool_,
  int64,
  uint64,
  double_,
  string,
  array,
  object
};

class storage_ptr {
public:
  storage_ptr() noexcept;
};

struct parse_options {
  bool allow_comments = false;
};

class string {
public:
  string();
  string(string_view text);
  string &operator=(string_view text);
  operator string_view() const noexcept;
  const char *c_str() const noexcept;
  const char *data() const noexcept;
  std::size_t size() const noexcept;
  bool empty() const noexcept;
  const char *begin() const noexcept;
  const char *end() const noexcept;
};

class value;
class array;
class object;
class key_value_pair;
class value_ref;

class object {
public:
  using iterator = key_value_pair *;
  using const_iterator = const key_value_pair *;

  object();
  object(std::initializer_list<std::pair<string_view, value_ref>> init);
  object(const object &other);
  object &operator=(const object &other);

  iterator begin() noexcept;
  const_iterator begin() const noexcept;
  iterator end() noexcept;
  const_iterator end() const noexcept;
  bool empty() const noexcept;
  std::size_t size() const noexcept;

  value &operator[](string_view key);
  value &at(string_view key) &;
  value &&at(string_view key) &&;
  const value &at(string_view key) const &;
  system::result<value &> try_at(string_view key) noexcept;
  system::result<const value &> try_at(string_view key) const noexcept;
  std::size_t count(string_view key) const noexcept;
  iterator find(string_view key) noexcept;
  const_iterator find(string_view key) const noexcept;
  bool contains(string_view key) const noexcept;
  value *if_contains(string_view key) noexcept;
  const value *if_contains(string_view key) const noexcept;
  template <typename Arg>
  std::pair<iterator, bool> emplace(string_view key, Arg &&arg);
  template <typename M>
  std::pair<iterator, bool> insert_or_assign(string_view key, M &&m);
  std::size_t erase(string_view key) noexcept;
};

class array {
public:
  array();
  value *begin() noexcept;
  const value *begin() const noexcept;
  value *end() noexcept;
  const value *end() const noexcept;
  std::size_t size() const noexcept;
  value &operator[](std::size_t pos) noexcept;
  const value &operator[](std::size_t pos) const noexcept;
  value &at(std::size_t pos);
  const value &at(std::size_t pos) const;
};

class value {
public:
  value() noexcept;
  value(const value &other);
  value(value &&other) noexcept;
  value(std::nullptr_t) noexcept;
  template <typename Bool, typename std::enable_if<
                               std::is_same<Bool, bool>::value, int>::type = 0>
  value(Bool b) noexcept;
  value(int i) noexcept;
  value(long i) noexcept;
  value(long long i) noexcept;
  value(unsigned u) noexcept;
  value(unsigned long u) noexcept;
  value(double d) noexcept;
  value(const char *s);
  value(string_view s);
  value(const string &s);
  value(const array &a);
  value(const object &o);
  value(std::initializer_list<value_ref> init);
  value &operator=(const value &other);
  value &operator=(value &&other) noexcept;
  value &operator=(const char *s);
  value &operator=(string_view s);

  json::kind kind() const noexcept;
  bool is_array() const noexcept;
  bool is_object() const noexcept;
  bool is_string() const noexcept;
  bool is_int64() const noexcept;
  bool is_uint64() const noexcept;
  bool is_double() const noexcept;
  bool is_bool() const noexcept;
  bool is_null() const noexcept;
  bool is_structured() const noexcept;
  bool is_primitive() const noexcept;
  bool is_number() const noexcept;

  const array *if_array() const noexcept;
  array *if_array() noexcept;
  const object *if_object() const noexcept;
  object *if_object() noexcept;
  const string *if_string() const noexcept;
  string *if_string() noexcept;
  const std::int64_t *if_int64() const noexcept;
  std::int64_t *if_int64() noexcept;
  const std::uint64_t *if_uint64() const noexcept;
  std::uint64_t *if_uint64() noexcept;
  const double *if_double() const noexcept;
  double *if_double() noexcept;
  const bool *if_bool() const noexcept;
  bool *if_bool() noexcept;

  array &as_array() &;
  array &&as_array() &&;
  const array &as_array() const &;
  object &as_object() &;
  object &&as_object() &&;
  const object &as_object() const &;
  string &as_string() &;
  string &&as_string() &&;
  const string &as_string() const &;
  std::int64_t &as_int64();
  std::int64_t as_int64() const;
  std::uint64_t &as_uint64();
  std::uint64_t as_uint64() const;
  double &as_double();
  double as_double() const;
  bool &as_bool();
  bool as_bool() const;

  system::result<array &> try_as_array() noexcept;
  system::result<const array &> try_as_array() const noexcept;
  system::result<object &> try_as_object() noexcept;
  system::result<const object &> try_as_object() const noexcept;
  system::result<string &> try_as_string() noexcept;
  system::result<const string &> try_as_string() const noexcept;
  system::result<std::int64_t &> try_as_int64() noexcept;
  system::result<std::int64_t> try_as_int64() const noexcept;
  system::result<std::uint64_t &> try_as_uint64() noexcept;
  system::result<std::uint64_t> try_as_uint64() const noexcept;
  system::result<double &> try_as_double() noexcept;
  system::result<double> try_as_double() const noexcept;
  system::result<bool &> try_as_bool() noexcept;
  system::result<bool> try_as_bool() const noexcept;
  system::result<std::nullptr_t> try_as_null() const noexcept;

  array &get_array() & noexcept;
  const array &get_array() const & noexcept;
  object &get_object() & noexcept;
  const object &get_object() const & noexcept;
  string &get_string() & noexcept;
  const string &get_string() const & noexcept;
  std::int64_t &get_int64() noexcept;
  std::int64_t get_int64() const noexcept;
  std::uint64_t &get_uint64() noexcept;
  std::uint64_t get_uint64() const noexcept;
  double &get_double() noexcept;
  double get_double() const noexcept;
  bool &get_bool() noexcept;
  bool get_bool() const noexcept;

  template <typename T> T to_number() const;
  template <typename T> T to_number(error_code &ec) const noexcept;
  template <typename T> T to_number(std::error_code &ec) const noexcept;
  template <typename T> system::result<T> try_to_number() const noexcept;

  value &at(string_view key) &;
  value &&at(string_view key) &&;
  const value &at(string_view key) const &;
  value &at(std::size_t pos) &;
  const value &at(std::size_t pos) const &;
  system::result<value &> try_at(string_view key) noexcept;
  system::result<const value &> try_at(string_view key) const noexcept;
  value &at_pointer(string_view pointer) &;
  const value &at_pointer(string_view pointer) const &;
  system::result<value &> try_at_pointer(string_view pointer) noexcept;
  system::result<const value &>
  try_at_pointer(string_view pointer) const noexcept;
  value *find_pointer(string_view pointer, error_code &ec) noexcept;
  const value *find_pointer(string_view pointer, error_code &ec) const noexcept;
};

class value_ref {
public:
  template <typename T> value_ref(const T &) {}
  value_ref(std::initializer_list<value_ref> init);
};

class key_value_pair {
public:
  string_view key() const noexcept;
  const char *key_c_str() const noexcept;
  json::value &value() & noexcept;
  const json::value &value() const & noexcept;
};

value parse(string_view text, error_code &ec, storage_ptr storage = {},
            const parse_options &options = {});
value parse(string_view text, std::error_code &ec, storage_ptr storage = {},
            const parse_options &options = {});
value parse(string_view text, storage_ptr storage = {},
            const parse_options &options = {});
value parse(std::istream &in, error_code &ec, storage_ptr storage = {},
            const parse_options &options = {});
value parse(std::istream &in, std::error_code &ec, storage_ptr storage = {},
            const parse_options &options = {});
value parse(std::istream &in, storage_ptr storage = {},
            const parse_options &options = {});

template <typename V>
void parse_into(V &v, string_view text, error_code &ec,
                const parse_options &options = {});
template <typename V>
void parse_into(V &v, string_view text, std::error_code &ec,
                const parse_options &options = {});
template <typename V>
void parse_into(V &v, string_view text, const parse_options &options = {});
template <typename V>
void parse_into(V &v, std::istream &in, error_code &ec,
                const parse_options &options = {});
template <typename V>
void parse_into(V &v, std::istream &in, const parse_options &options = {});

template <typename T> T value_to(const value &v);
template <typename T> system::result<T> try_value_to(const value &v);
template <typename T> value value_from(T &&v);
template <typename T> struct value_to_tag {};
struct value_from_tag {};

std::string serialize(const value &v);
std::string serialize(const object &v);

} // namespace json
} // namespace boost
#endif
