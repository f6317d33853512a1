// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef CINATRA_CORO_HTTP_REQUEST_HPP
#define CINATRA_CORO_HTTP_REQUEST_HPP
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>

namespace cinatra {

class coro_http_request {
public:
  std::string_view get_header_value(std::string_view Key);
  std::string_view get_query_value(std::string_view Key);
  std::string get_decode_query_value(std::string_view Key);
  const std::map<std::string_view, std::string_view> &get_queries() const;
  std::string_view get_body() const;
  std::string_view get_url();
  std::string_view get_method();
  std::unordered_map<std::string, std::string> params_;
};

} // namespace cinatra
#endif
