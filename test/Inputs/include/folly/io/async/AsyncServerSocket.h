// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef FOLLY_IO_ASYNC_ASYNCSERVERSOCKET_H
#define FOLLY_IO_ASYNC_ASYNCSERVERSOCKET_H
#include <cstdint>
#include <exception>
#include <folly/io/async/EventBase.h>
#include <memory>

namespace folly {

class NetworkSocket {};
class SocketAddress {};

class AsyncServerSocket {
public:
  class AcceptCallback {
  public:
    struct AcceptInfo {};
    virtual ~AcceptCallback() = default;
    virtual void connectionAccepted(NetworkSocket fd,
                                    const SocketAddress &clientAddr,
                                    AcceptInfo info) noexcept = 0;
    virtual void acceptError(const std::exception &ex) noexcept {}
  };
  static std::shared_ptr<AsyncServerSocket> newSocket(EventBase *evb = nullptr);
  virtual void bind(uint16_t port);
  virtual void listen(int backlog);
  virtual void addAcceptCallback(AcceptCallback *callback, EventBase *eventBase,
                                 uint32_t maxAtOnce = 30);
  virtual void startAccepting();

protected:
  virtual ~AsyncServerSocket();
};

} // namespace folly
#endif
