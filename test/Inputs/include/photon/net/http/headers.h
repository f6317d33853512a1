// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef PHOTON_NET_HTTP_HEADERS_H
#define PHOTON_NET_HTTP_HEADERS_H
#include <cstddef>
#include <string_view>
#include <utility>

namespace photon::net::http {

class HeadersBase {
public:
  struct iterator {
    std::string_view first() const;
    std::string_view second() const;
    bool operator==(const iterator &Other) const;
    bool operator!=(const iterator &Other) const;
  };
  iterator find(std::string_view Key) const;
  std::pair<iterator, iterator> equal_range(std::string_view Key) const;
  iterator begin() const;
  iterator end() const;
  std::string_view get_value(std::string_view Key) const;
  std::string_view operator[](std::string_view Key) const;
  std::string_view operator[](std::size_t Index) const;
  int insert(std::string_view Key, std::string_view Value, int AllowDup = 0);
};

class Headers : public HeadersBase {};

} // namespace photon::net::http
#endif
