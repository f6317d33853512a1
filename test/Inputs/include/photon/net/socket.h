// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef PHOTON_NET_SOCKET_H
#define PHOTON_NET_SOCKET_H
#include <cstdint>
#include <functional>

namespace photon::net {

class ISocketStream {};

class ISocketServer {
public:
  virtual ~ISocketServer() = default;
  int bind_any4(uint16_t port = 0);
  virtual int listen(int backlog = 1024) = 0;
  using Handler = std::function<int(ISocketStream *)>;
  virtual ISocketServer *set_handler(Handler handler) = 0;
  virtual int start_loop(bool block = false) = 0;
  virtual void terminate() = 0;
};

extern "C" ISocketServer *new_tcp_socket_server();

} // namespace photon::net
#endif
