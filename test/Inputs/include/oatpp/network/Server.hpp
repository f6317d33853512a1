// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef OATPP_NETWORK_SERVER_HPP
#define OATPP_NETWORK_SERVER_HPP
#include <functional>
#include <memory>
#include <oatpp/web/server/HttpConnectionHandler.hpp>

namespace oatpp::network {

class ServerConnectionProvider {
public:
  virtual ~ServerConnectionProvider();
  virtual void stop() = 0;
};

class Server {
public:
  Server(const std::shared_ptr<ServerConnectionProvider> &connectionProvider,
         const std::shared_ptr<ConnectionHandler> &connectionHandler);
  virtual ~Server();
  void run(std::function<bool()> conditional = nullptr);
  void stop();
};

} // namespace oatpp::network
#endif
