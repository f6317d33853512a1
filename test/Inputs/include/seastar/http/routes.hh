// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SEASTAR_HTTP_ROUTES_HH
#define SEASTAR_HTTP_ROUTES_HH
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
};

} // namespace seastar::httpd
#endif
