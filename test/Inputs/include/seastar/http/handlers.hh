// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SEASTAR_HTTP_HANDLERS_HH
#define SEASTAR_HTTP_HANDLERS_HH
#include <memory>
#include <seastar/core/future.hh>
#include <seastar/core/sstring.hh>

namespace seastar {

namespace http {
struct request {
  sstring get_query_param(const sstring &Key) const;
};
struct reply {
  void write_body(const sstring &ContentType, const sstring &Content);
};
} // namespace http

namespace httpd {
enum operation_type { GET, POST, PUT, DELETE, HEAD, OPTIONS, PATCH = 8 };

class handler_base {
public:
  virtual ~handler_base() = default;
  virtual future<std::unique_ptr<http::reply>>
  handle(const sstring &path, std::unique_ptr<http::request> req,
         std::unique_ptr<http::reply> rep) = 0;
};
} // namespace httpd

} // namespace seastar
#endif
