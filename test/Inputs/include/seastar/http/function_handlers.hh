// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SEASTAR_HTTP_FUNCTION_HANDLERS_HH
#define SEASTAR_HTTP_FUNCTION_HANDLERS_HH
#include <functional>
#include <seastar/http/handlers.hh>

namespace seastar::httpd {

typedef const http::request &const_req;
typedef std::function<sstring(const_req req)> request_function;
typedef std::function<future<std::unique_ptr<http::reply>>(
    std::unique_ptr<http::request> req, std::unique_ptr<http::reply> rep)>
    future_handler_function;

class function_handler : public handler_base {
public:
  function_handler(const future_handler_function &f_handle,
                   const sstring &type);
  function_handler(const request_function &_handle, const sstring &type);
  future<std::unique_ptr<http::reply>>
  handle(const sstring &path, std::unique_ptr<http::request> req,
         std::unique_ptr<http::reply> rep) override;
};

} // namespace seastar::httpd
#endif
