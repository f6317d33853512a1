// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef ELASTICLIENT_CLIENT_H
#define ELASTICLIENT_CLIENT_H
#include <cstdint>
#include <string>
#include <vector>

namespace elasticlient {
class Client {
public:
  explicit Client(const std::vector<std::string> &hostUrlList,
                  std::int32_t timeout = 6000);
  Client(Client &&);
  ~Client();
};
} // namespace elasticlient
#endif
