// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DROGON_WEBSOCKETCONTROLLER_H
#define DROGON_WEBSOCKETCONTROLLER_H
#include <drogon/HttpAppFramework.h>
#include <memory>
#include <string>

namespace drogon {

class WebSocketConnection;
using WebSocketConnectionPtr = std::shared_ptr<WebSocketConnection>;

class WebSocketControllerBase {
public:
  virtual ~WebSocketControllerBase();
  virtual void handleNewMessage(const WebSocketConnectionPtr &, std::string &&,
                                const WebSocketMessageType &) = 0;
  virtual void handleNewConnection(const HttpRequestPtr &,
                                   const WebSocketConnectionPtr &) = 0;
  virtual void handleConnectionClosed(const WebSocketConnectionPtr &) = 0;
};

template <typename T, bool AutoCreation = true>
class WebSocketController : public WebSocketControllerBase {};

} // namespace drogon
#endif
