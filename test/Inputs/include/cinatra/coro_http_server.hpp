// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef CINATRA_CORO_HTTP_SERVER_HPP
#define CINATRA_CORO_HTTP_SERVER_HPP
#include <async_simple/coro/Lazy.h>
#include <string>
#include <utility>

namespace cinatra {

enum class http_method { GET, POST, PUT, PATCH, DEL };
class coro_http_request;
class coro_http_response;

class coro_http_server {
public:
  coro_http_server(unsigned Threads, unsigned short Port);
  void sync_start() noexcept;
  void stop();
  template <http_method... Method, typename Func, typename... Aspects>
  void set_http_handler(std::string Key, Func Handler, Aspects &&...All) {}
};

} // namespace cinatra
#endif
