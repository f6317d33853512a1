// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef CINATRA_CORO_HTTP_CLIENT_HPP
#define CINATRA_CORO_HTTP_CLIENT_HPP
#include <async_simple/coro/Lazy.h>
#include <string>
#include <string_view>
#include <unordered_map>

namespace cinatra {

struct resp_data {
  int status;
  std::string_view resp_body;
};

class coro_http_client {
public:
  coro_http_client();
  resp_data get(std::string Uri,
                std::unordered_map<std::string, std::string> Headers = {});
  async_simple::coro::Lazy<resp_data>
  async_get(std::string Uri,
            std::unordered_map<std::string, std::string> Headers = {});
};

} // namespace cinatra
#endif
