// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef OATPP_NETWORK_TCP_SERVER_CONNECTIONPROVIDER_HPP
#define OATPP_NETWORK_TCP_SERVER_CONNECTIONPROVIDER_HPP
#include <memory>
#include <oatpp/network/Server.hpp>
#include <string>

namespace oatpp::network {

class Address {
public:
  Address(const std::string &host, unsigned short port);
};

namespace tcp::server {
class ConnectionProvider : public ServerConnectionProvider {
public:
  static std::shared_ptr<ConnectionProvider>
  createShared(const Address &address, bool useExtendedConnections = false);
  void stop() override;
};
} // namespace tcp::server

} // namespace oatpp::network
#endif
