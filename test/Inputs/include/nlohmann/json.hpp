// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef NLOHMANN_JSON_HPP
#define NLOHMANN_JSON_HPP
#include <cstddef>
#include <cstdint>
#include <exception>
#include <initializer_list>
#include <istream>
#include <map>
#include <string>
#if __cplusplus >= 201703L
#include <string_view>
#endif
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>
namespace nlohmann {
inline namespace json_abi_v3_11_2 {

namespace detail {
enum class value_t : std::uint8_t {
  null,
  object,
  array,
  string,
  boolean,
  number_integer,
  number_unsigned,
  number_float,
  binary,
  discarded
};

class exception : public std::exception {
public:
  const char *what() const noexcept override;
  const int id;
};
class parse_error : public exception {};
class type_error : public exception {};
class out_of_range : public exception {};

template <typename Json> class iter_impl {
public:
  Json &operator*() const;
  Json *operator->() const;
  iter_impl &operator++();
  bool operator==(const iter_impl &other) const;
  bool operator!=(const iter_impl &other) const;
  const std::string &key() const;
  Json &value() const;
};

template <typename Iterator> class iteration_proxy_value {
public:
  const std::string &key() const;
  decltype(std::declval<Iterator>().value()) value() const;
  const iteration_proxy_value &operator*() const;
  iteration_proxy_value &operator++();
  bool operator!=(const iteration_proxy_value &other) const;
};
template <std::size_t N, typename Iterator,
          typename std::enable_if<N == 0, int>::type = 0>
auto get(const iteration_proxy_value<Iterator> &i) -> decltype(i.key()) {
  return i.key();
}
template <std::size_t N, typename Iterator,
          typename std::enable_if<N == 1, int>::type = 0>
auto get(const iteration_proxy_value<Iterator> &i) -> decltype(i.value()) {
  return i.value();
}

template <typename Iterator> class iteration_proxy {
public:
  iteration_proxy_value<Iterator> begin() const noexcept;
  iteration_proxy_value<Iterator> end() const noexcept;
};
} // namespace detail

template <typename StringType> class json_pointer {
public:
  explicit json_pointer(const StringType &s = "");
};

template <template <typename, typename, typename...> class ObjectType =
              std::map,
          template <typename, typename...> class ArrayType = std::vector,
          class StringType = std::string>
class basic_json {
public:
  using value_t = detail::value_t;
  using exception = detail::exception;
  using parse_error = detail::parse_error;
  using type_error = detail::type_error;
  using out_of_range = detail::out_of_range;
  using size_type = std::size_t;
  using string_t = StringType;
  using object_t = ObjectType<StringType, basic_json>;
  using array_t = ArrayType<basic_json>;
  using reference = basic_json &;
  using const_reference = const basic_json &;
  using iterator = detail::iter_impl<basic_json>;
  using const_iterator = detail::iter_impl<const basic_json>;
  using json_pointer = ::nlohmann::json_pointer<StringType>;

  basic_json();
  basic_json(std::nullptr_t);
  basic_json(std::initializer_list<basic_json>);
  template <typename T> basic_json(const T &value);
  basic_json(const basic_json &other);
  basic_json &operator=(basic_json other);
  static basic_json object();
  static basic_json array();

  template <typename Input>
  static basic_json parse(Input &&input, std::nullptr_t callback = nullptr,
                          bool allow_exceptions = true,
                          bool ignore_comments = false);
  template <typename Iterator>
  static basic_json
  parse(Iterator first, Iterator last, std::nullptr_t callback = nullptr,
        bool allow_exceptions = true, bool ignore_comments = false);
  template <typename Input>
  static bool accept(Input &&input, bool ignore_comments = false);
  template <typename Input>
  static basic_json from_cbor(Input &&input, bool strict = true,
                              bool allow_exceptions = true);
  template <typename Input>
  static basic_json from_msgpack(Input &&input, bool strict = true,
                                 bool allow_exceptions = true);
  template <typename Input>
  static basic_json from_ubjson(Input &&input, bool strict = true,
                                bool allow_exceptions = true);
  template <typename Input>
  static basic_json from_bson(Input &&input, bool strict = true,
                              bool allow_exceptions = true);
  template <typename Input>
  static basic_json from_bjdata(Input &&input, bool strict = true,
                                bool allow_exceptions = true);
  friend std::istream &operator>>(std::istream &in, basic_json &json) {
    return in;
  }

  bool contains(const StringType &key) const;
  bool contains(const json_pointer &pointer) const;
  iterator find(const StringType &key);
  const_iterator find(const StringType &key) const;
  size_type count(const StringType &key) const;
  iterator begin();
  const_iterator begin() const;
  iterator end();
  const_iterator end() const;
  const_iterator cend() const;
  detail::iteration_proxy<iterator> items() noexcept;
  detail::iteration_proxy<const_iterator> items() const noexcept;

  reference operator[](size_type index);
  const_reference operator[](size_type index) const;
  reference operator[](StringType key);
  const_reference operator[](const StringType &key) const;
  template <typename T> reference operator[](T *key);
  template <typename T> const_reference operator[](T *key) const;
  reference operator[](const json_pointer &pointer);
  const_reference operator[](const json_pointer &pointer) const;
  reference at(size_type index);
  const_reference at(size_type index) const;
  reference at(const StringType &key);
  const_reference at(const StringType &key) const;
  reference at(const json_pointer &pointer);
  const_reference at(const json_pointer &pointer) const;
  template <typename T> T value(const StringType &key, const T &fallback) const;
  StringType value(const StringType &key, const char *fallback) const;
  template <typename T>
  T value(const json_pointer &pointer, const T &fallback) const;

  template <typename T> T get() const;
  template <typename T> T &get_to(T &value) const;
  template <typename T> T get_ref();
  template <typename T> T get_ref() const;
  template <typename T> T get_ptr() noexcept;
  template <typename T> T get_ptr() const noexcept;
  const std::vector<std::uint8_t> &get_binary() const;
  template <typename T,
            typename std::enable_if<
                !std::is_pointer<T>::value &&
                    !std::is_same<T, std::nullptr_t>::value &&
                    !std::is_same<T, char>::value &&
                    !std::is_same<T, basic_json>::value &&
#if __cplusplus >= 201703L
                    !std::is_same<T, std::string_view>::value &&
#endif
                    !std::is_same<T, std::initializer_list<char>>::value,
                int>::type = 0>
  operator T() const;

  value_t type() const noexcept;
  const char *type_name() const noexcept;
  bool is_null() const noexcept;
  bool is_discarded() const noexcept;
  bool is_structured() const noexcept;
  bool is_primitive() const noexcept;
  bool is_object() const noexcept;
  bool is_array() const noexcept;
  bool is_string() const noexcept;
  bool is_boolean() const noexcept;
  bool is_number() const noexcept;
  bool is_number_integer() const noexcept;
  bool is_number_unsigned() const noexcept;
  bool is_number_float() const noexcept;
  bool is_binary() const noexcept;
  bool empty() const noexcept;
  size_type size() const noexcept;

  void merge_patch(const basic_json &patch);
  basic_json patch(const basic_json &patch) const;
  void patch_inplace(const basic_json &patch);
  void update(const_reference other, bool merge_objects = false);
  void push_back(const basic_json &value);
  size_type erase(const StringType &key);
  StringType dump(int indent = -1) const;

  friend bool operator==(const basic_json &, const basic_json &) noexcept {
    return false;
  }
  template <typename T, typename std::enable_if<std::is_scalar<T>::value,
                                                int>::type = 0>
  friend bool operator==(const basic_json &, T) noexcept {
    return false;
  }
};
using json = basic_json<>;
} // namespace json_abi_v3_11_2
} // namespace nlohmann

namespace std {
template <typename Iterator>
class tuple_size<nlohmann::detail::iteration_proxy_value<Iterator>>
    : public integral_constant<size_t, 2> {};
template <size_t N, typename Iterator>
class tuple_element<N, nlohmann::detail::iteration_proxy_value<Iterator>> {
public:
  using type = decltype(get<N>(
      declval<nlohmann::detail::iteration_proxy_value<Iterator>>()));
};
} // namespace std

// Up to six members; the real header takes 64.
#define NLOHMANN_JSON_EACH_1(F, v) F(v)
#define NLOHMANN_JSON_EACH_2(F, v, ...)                                        \
  F(v) NLOHMANN_JSON_EACH_1(F, __VA_ARGS__)
#define NLOHMANN_JSON_EACH_3(F, v, ...)                                        \
  F(v) NLOHMANN_JSON_EACH_2(F, __VA_ARGS__)
#define NLOHMANN_JSON_EACH_4(F, v, ...)                                        \
  F(v) NLOHMANN_JSON_EACH_3(F, __VA_ARGS__)
#define NLOHMANN_JSON_EACH_5(F, v, ...)                                        \
  F(v) NLOHMANN_JSON_EACH_4(F, __VA_ARGS__)
#define NLOHMANN_JSON_EACH_6(F, v, ...)                                        \
  F(v) NLOHMANN_JSON_EACH_5(F, __VA_ARGS__)
#define NLOHMANN_JSON_PICK(_1, _2, _3, _4, _5, _6, Name, ...) Name
#define NLOHMANN_JSON_EACH(F, ...)                                             \
  NLOHMANN_JSON_PICK(__VA_ARGS__, NLOHMANN_JSON_EACH_6, NLOHMANN_JSON_EACH_5,  \
                     NLOHMANN_JSON_EACH_4, NLOHMANN_JSON_EACH_3,               \
                     NLOHMANN_JSON_EACH_2, NLOHMANN_JSON_EACH_1, 0)            \
  (F, __VA_ARGS__)
#define NLOHMANN_JSON_TO(v) j[#v] = value.v;
#define NLOHMANN_JSON_FROM(v) j.at(#v).get_to(value.v);
#define NLOHMANN_JSON_FROM_WITH_DEFAULT(v) value.v = j.value(#v, initial.v);

#define NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Type, ...)                          \
  inline void to_json(nlohmann::json &j, const Type &value) {                  \
    NLOHMANN_JSON_EACH(NLOHMANN_JSON_TO, __VA_ARGS__)                          \
  }                                                                            \
  inline void from_json(const nlohmann::json &j, Type &value) {                \
    NLOHMANN_JSON_EACH(NLOHMANN_JSON_FROM, __VA_ARGS__)                        \
  }
#define NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Type, ...)             \
  inline void to_json(nlohmann::json &j, const Type &value) {                  \
    NLOHMANN_JSON_EACH(NLOHMANN_JSON_TO, __VA_ARGS__)                          \
  }                                                                            \
  inline void from_json(const nlohmann::json &j, Type &value) {                \
    Type initial;                                                              \
    NLOHMANN_JSON_EACH(NLOHMANN_JSON_FROM_WITH_DEFAULT, __VA_ARGS__)           \
  }
#define NLOHMANN_DEFINE_TYPE_INTRUSIVE(Type, ...)                              \
  friend void to_json(nlohmann::json &j, const Type &value) {                  \
    NLOHMANN_JSON_EACH(NLOHMANN_JSON_TO, __VA_ARGS__)                          \
  }                                                                            \
  friend void from_json(const nlohmann::json &j, Type &value) {                \
    NLOHMANN_JSON_EACH(NLOHMANN_JSON_FROM, __VA_ARGS__)                        \
  }
#define NLOHMANN_DEFINE_TYPE_INTRUSIVE_WITH_DEFAULT(Type, ...)                 \
  friend void to_json(nlohmann::json &j, const Type &value) {                  \
    NLOHMANN_JSON_EACH(NLOHMANN_JSON_TO, __VA_ARGS__)                          \
  }                                                                            \
  friend void from_json(const nlohmann::json &j, Type &value) {                \
    Type initial;                                                              \
    NLOHMANN_JSON_EACH(NLOHMANN_JSON_FROM_WITH_DEFAULT, __VA_ARGS__)           \
  }
#endif
