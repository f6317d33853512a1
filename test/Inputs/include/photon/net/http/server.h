// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef PHOTON_NET_HTTP_SERVER_H
#define PHOTON_NET_HTTP_SERVER_H
#include <functional>
#include <photon/net/http/message.h>
#include <photon/net/socket.h>
#include <string_view>

namespace photon::net::http {

using DelegateHTTPHandler =
    std::function<int(Request &, Response &, std::string_view)>;

class HTTPHandler {
public:
  virtual ~HTTPHandler();
  virtual int handle_request(Request &, Response &, std::string_view) = 0;
};

class HTTPServer {
public:
  virtual ~HTTPServer();
  ISocketServer::Handler get_connection_handler();
  virtual void add_handler(DelegateHTTPHandler Handler,
                           std::string_view Pattern = "") = 0;
  virtual void add_handler(HTTPHandler *Handler, bool Ownership = false,
                           std::string_view Pattern = "") = 0;
};

HTTPServer *new_http_server();

} // namespace photon::net::http
#endif
