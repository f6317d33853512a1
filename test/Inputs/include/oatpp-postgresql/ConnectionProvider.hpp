// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef OATPP_POSTGRESQL_CONNECTIONPROVIDER_HPP
#define OATPP_POSTGRESQL_CONNECTIONPROVIDER_HPP
#include <oatpp/provider/Pool.hpp>
#include <string>

namespace oatpp::postgresql {
class Connection {};
class ConnectionAcquisitionProxy {};

class ConnectionProvider : public provider::Provider<Connection> {
public:
  ConnectionProvider(const std::string &connectionString);
  provider::ResourceHandle<Connection> get() override;
  void stop() override;
};

typedef oatpp::provider::Pool<provider::Provider<Connection>, Connection,
                              ConnectionAcquisitionProxy>
    ConnectionPool;
} // namespace oatpp::postgresql
#endif
