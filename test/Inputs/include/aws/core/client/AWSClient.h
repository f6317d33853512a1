// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef AWS_CORE_CLIENT_AWSCLIENT_H
#define AWS_CORE_CLIENT_AWSCLIENT_H
#include <string>

namespace Aws {
using String = std::string;
namespace Client {
struct ClientConfiguration {
  Aws::String region;
  unsigned maxConnections = 25;
  long requestTimeoutMs = 0;
  long connectTimeoutMs = 1000;
};

class AWSClient {
public:
  AWSClient(const ClientConfiguration &configuration);
  virtual ~AWSClient();
};
} // namespace Client
} // namespace Aws
#endif
