// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SEWENEW_REDISPLUSPLUS_CO_REDISPLUSPLUS_H
#define SEWENEW_REDISPLUSPLUS_CO_REDISPLUSPLUS_H
#include <sw/redis++/redis++.h>

namespace sw::redis {
class CoRedis {
public:
  explicit CoRedis(const std::string &uri);
  explicit CoRedis(const ConnectionOptions &opts,
                   const ConnectionPoolOptions &pool_opts = {});
  CoRedis(const std::shared_ptr<AsyncSentinel> &sentinel,
          const std::string &master_name, Role role,
          const ConnectionOptions &opts,
          const ConnectionPoolOptions &pool_opts = {});
};

class CoRedisCluster {
public:
  explicit CoRedisCluster(const ConnectionOptions &opts,
                          const ConnectionPoolOptions &pool_opts = {});
  explicit CoRedisCluster(const std::string &uri);
};
} // namespace sw::redis
#endif
