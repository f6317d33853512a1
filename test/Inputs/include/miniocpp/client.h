// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef MINIOCPP_CLIENT_H
#define MINIOCPP_CLIENT_H
#include <string>

namespace minio {
namespace creds {
class Provider;
}
namespace s3 {
struct BaseUrl {
  BaseUrl(std::string host, bool https = true, std::string region = {});
};

class BaseClient {
public:
  explicit BaseClient(BaseUrl base_url,
                      creds::Provider *const provider = nullptr);
  virtual ~BaseClient() = default;
};

class Client : public BaseClient {
public:
  explicit Client(BaseUrl &base_url, creds::Provider *const provider = nullptr);
  ~Client() = default;
};
} // namespace s3
} // namespace minio
#endif
