// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SEWENEW_REDISPLUSPLUS_H
#define SEWENEW_REDISPLUSPLUS_H
#include <chrono>
#include <future>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
namespace sw::redis {
using StringView = std::string_view;
using OptionalString = std::optional<std::string>;
using OptionalDouble = std::optional<double>;
template <typename T> using Future = std::future<T>;

struct ConnectionOptions {
  std::string host;
  int port = 6379;
  std::string password;
  std::chrono::milliseconds connect_timeout{0};
  std::chrono::milliseconds socket_timeout{0};
};
struct ConnectionPoolOptions {
  std::size_t size = 1;
  std::chrono::milliseconds wait_timeout{0};
  std::chrono::milliseconds connection_lifetime{0};
  std::chrono::milliseconds connection_idle_time{0};
};

enum class Role { MASTER, SLAVE };
struct SentinelOptions {
  std::chrono::milliseconds connect_timeout{100};
};
class Sentinel {
public:
  explicit Sentinel(const SentinelOptions &sentinel_opts);
};

class Redis {
public:
  explicit Redis(const ConnectionOptions &connection_opts,
                 const ConnectionPoolOptions &pool_opts = {});
  explicit Redis(const std::string &uri);
  Redis(const std::shared_ptr<Sentinel> &sentinel,
        const std::string &master_name, Role role,
        const ConnectionOptions &connection_opts,
        const ConnectionPoolOptions &pool_opts = {});
  Redis(const Redis &) = delete;
  Redis(Redis &&);
  OptionalString get(const StringView &key);
  OptionalString hget(const StringView &key, const StringView &field);
  OptionalString lindex(const StringView &key, long long index);
  OptionalDouble zscore(const StringView &key, const StringView &member);
  bool set(const StringView &key, const StringView &val);
  long long del(const StringView &key);
  long long incr(const StringView &key);
  std::string ping();
};

class AsyncSentinel {
public:
  explicit AsyncSentinel(const SentinelOptions &opts);
};

class RedisCluster {
public:
  explicit RedisCluster(const ConnectionOptions &connection_opts,
                        const ConnectionPoolOptions &pool_opts = {});
  explicit RedisCluster(const std::string &uri);
  RedisCluster(RedisCluster &&);
  OptionalString get(const StringView &key);
};

class AsyncRedis {
public:
  explicit AsyncRedis(const std::string &uri);
  explicit AsyncRedis(const ConnectionOptions &opts,
                      const ConnectionPoolOptions &pool_opts = {});
  AsyncRedis(const std::shared_ptr<AsyncSentinel> &sentinel,
             const std::string &master_name, Role role,
             const ConnectionOptions &opts,
             const ConnectionPoolOptions &pool_opts = {});
  Future<OptionalString> get(const StringView &key);
  template <typename Callback> void get(const StringView &key, Callback &&cb) {}
  Future<bool> set(const StringView &key, const StringView &val);
};

class AsyncRedisCluster {
public:
  explicit AsyncRedisCluster(const ConnectionOptions &opts,
                             const ConnectionPoolOptions &pool_opts = {});
  explicit AsyncRedisCluster(const std::string &uri);
  Future<OptionalString> get(const StringView &key);
};
} // namespace sw::redis
#endif
