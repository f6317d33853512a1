// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef CROW_JSON_H
#define CROW_JSON_H
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace crow::json {

enum class type : char { Null, False, True, Number, String, List, Object };
enum class num_type : char { Signed_integer, Floating_point, Null };

namespace detail {
struct r_string {
  operator std::string() const;
  const char *begin() const;
  const char *end() const;
  std::size_t size() const;
};
} // namespace detail

class rvalue {
public:
  rvalue() noexcept;
  explicit operator bool() const noexcept;
  explicit operator std::int64_t() const;
  explicit operator std::uint64_t() const;
  explicit operator int() const;
  explicit operator std::string() const;
  type t() const;
  num_type nt() const;
  std::int64_t i() const;
  std::uint64_t u() const;
  double d() const;
  bool b() const;
  detail::r_string s() const;
  std::vector<rvalue> lo() const;
  bool has(const char *Key) const;
  bool has(const std::string &Key) const;
  int count(const std::string &Key) const;
  const rvalue &operator[](int Index) const;
  const rvalue &operator[](std::size_t Index) const;
  const rvalue &operator[](const char *Key) const;
  const rvalue &operator[](const std::string &Key) const;
  bool error() const;
  std::size_t size() const;
  std::vector<std::string> keys() const;
};

rvalue load(const char *Data, std::size_t Size);
rvalue load(const char *Data);
rvalue load(const std::string &Text);

class wvalue {
public:
  wvalue();
  wvalue(const rvalue &Read);
  template <typename T> wvalue &operator=(const T &Value) { return *this; }
  wvalue &operator[](unsigned Index);
  wvalue &operator[](const std::string &Key);
  bool has(const char *Key) const;
  bool has(const std::string &Key) const;
  int count(const std::string &Key) const;
  std::string dump() const;
};

} // namespace crow::json
#endif
