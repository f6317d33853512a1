// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef CINATRA_CORO_HTTP_SERVER_HPP
#define CINATRA_CORO_HTTP_SERVER_HPP
#include <async_simple/Future.h>
#include <async_simple/coro/Lazy.h>
#include <cinatra/coro_http_request.hpp>
#include <functional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

namespace cinatra {

enum class http_method { GET, POST, PUT, PATCH, DEL };
constexpr inline auto GET = http_method::GET;
constexpr inline auto POST = http_method::POST;
constexpr inline auto PUT = http_method::PUT;
enum class status_type { ok = 200, bad_request = 400, not_found = 404 };
class coro_http_response {
public:
  void set_status(status_type Status);
  void set_status_and_content(status_type Status, std::string Content = "");
};

class coro_http_server {
public:
  coro_http_server(unsigned Threads, unsigned short Port);
  std::error_code sync_start() noexcept;
  async_simple::Future<std::error_code> async_start();
  void stop();
  template <http_method... Method, typename Func, typename... Aspects>
  void set_http_handler(std::string Key, Func Handler, Aspects &&...All) {}
  void
  set_error_handler(std::function<void(coro_http_request &,
                                       coro_http_response &, std::string_view)>
                        Handler);
  template <typename... Aspects>
  void set_default_handler(std::function<async_simple::coro::Lazy<void>(
                               coro_http_request &, coro_http_response &)>
                               Handler,
                           Aspects &&...All) {}
};

} // namespace cinatra
#endif
