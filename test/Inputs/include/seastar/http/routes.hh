// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SEASTAR_HTTP_ROUTES_HH
#define SEASTAR_HTTP_ROUTES_HH
#include <cstddef>
#include <exception>
#include <functional>
#include <memory>
#include <seastar/http/exception.hh>
#include <seastar/http/handlers.hh>

namespace seastar::httpd {

class url {
public:
  url(const sstring &path);
};

class routes {
public:
  routes &put(operation_type type, const sstring &url, handler_base *handler);
  routes &add(operation_type type, const url &url, handler_base *handler);
  using exception_handler_fun =
      std::function<std::unique_ptr<http::reply>(std::exception_ptr eptr)>;
  std::size_t register_exeption_handler(exception_handler_fun fun);
};

} // namespace seastar::httpd
#endif
