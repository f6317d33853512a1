// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SEASTAR_HTTP_HTTPD_HH
#define SEASTAR_HTTP_HTTPD_HH
#include <functional>
#include <seastar/core/app-template.hh>
#include <seastar/http/routes.hh>

namespace seastar {

class socket_address {
public:
  socket_address(unsigned short p);
};

namespace httpd {
class http_server_control {
public:
  future<> start(const sstring &name = "httpd");
  future<> stop();
  future<> set_routes(std::function<void(routes &r)> fun);
  future<> listen(socket_address addr);
};
} // namespace httpd

} // namespace seastar
#endif
