// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef NLOHMANN_JSON_HPP
#define NLOHMANN_JSON_HPP
#include <initializer_list>
#include <map>
#include <string>
#include <vector>
namespace nlohmann {
inline namespace json_abi_v3_11_2 {
template <template <typename, typename, typename...> class ObjectType =
              std::map,
          template <typename, typename...> class ArrayType = std::vector,
          class StringType = std::string>
class basic_json {
public:
  basic_json();
  basic_json(std::initializer_list<basic_json>);
  template <typename T> basic_json(const T &value);
  template <typename Input> static basic_json parse(Input &&input);
  bool contains(const char *key) const;
  basic_json &operator[](const char *key);
  const basic_json &at(const char *key) const;
  template <typename T> T get() const;
  template <typename T> T value(const char *key, const T &fallback) const;
  StringType dump(int indent = -1) const;
};
using json = basic_json<>;
} // namespace json_abi_v3_11_2
} // namespace nlohmann
#endif
