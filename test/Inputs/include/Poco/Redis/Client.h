// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef POCO_REDIS_CLIENT_H
#define POCO_REDIS_CLIENT_H
#include <string>

namespace Poco::Redis {
class Client {
public:
  Client();
  Client(const std::string &hostAndPort);
  Client(const std::string &host, int port);
  virtual ~Client();
  void connect(const std::string &host, int port);
  void disconnect();
};
} // namespace Poco::Redis
#endif
