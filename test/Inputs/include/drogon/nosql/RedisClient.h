// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DROGON_NOSQL_REDISCLIENT_H
#define DROGON_NOSQL_REDISCLIENT_H
#include <cstddef>
#include <drogon/utils/coroutine.h>
#include <exception>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>

namespace trantor {
class InetAddress {
public:
  InetAddress(const std::string &Ip, unsigned short Port, bool Ipv6 = false);
};
} // namespace trantor

namespace drogon::nosql {

class RedisResult {
public:
  std::string asString() const noexcept(false);
};
class RedisException : public std::exception {};
class RedisTransaction;
using RedisResultCallback = std::function<void(const RedisResult &)>;
using RedisExceptionCallback = std::function<void(const RedisException &)>;

namespace internal {
struct [[nodiscard]] RedisAwaiter : CallbackAwaiter<RedisResult> {};
struct [[nodiscard]] RedisTransactionAwaiter
    : CallbackAwaiter<std::shared_ptr<RedisTransaction>> {};
} // namespace internal

class RedisClient {
public:
  virtual ~RedisClient();
  static std::shared_ptr<RedisClient>
  newRedisClient(const trantor::InetAddress &Server, size_t Connections = 1,
                 const std::string &Password = "", unsigned int Db = 0,
                 const std::string &Username = "");
  virtual void setTimeout(double Timeout) = 0;
  virtual void closeAll() = 0;
  virtual void execCommandAsync(RedisResultCallback &&OnResult,
                                RedisExceptionCallback &&OnError,
                                std::string_view Command, ...) noexcept = 0;
  template <typename F, typename... Args>
  std::invoke_result_t<F, const RedisResult &>
  execCommandSync(F &&Process, std::string_view Command, Args &&...Values) {
    return Process(RedisResult());
  }
  virtual std::shared_ptr<RedisTransaction>
  newTransaction() noexcept(false) = 0;
  virtual void newTransactionAsync(
      const std::function<void(const std::shared_ptr<RedisTransaction> &)>
          &Callback) = 0;
  template <typename... Arguments>
  internal::RedisAwaiter execCommandCoro(std::string_view Command,
                                         Arguments... Args);
  internal::RedisTransactionAwaiter newTransactionCoro();
};

using RedisClientPtr = std::shared_ptr<RedisClient>;

class RedisTransaction : public RedisClient {
public:
  virtual void execute(RedisResultCallback &&OnResult,
                       RedisExceptionCallback &&OnError) = 0;
};

} // namespace drogon::nosql
#endif
