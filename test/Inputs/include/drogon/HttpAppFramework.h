// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DROGON_HTTPAPPFRAMEWORK_H
#define DROGON_HTTPAPPFRAMEWORK_H
#include <cstddef>
#include <drogon/drogon_callbacks.h>
#include <drogon/nosql/RedisClient.h>
#include <drogon/orm/DbClient.h>
#include <drogon/orm/DbConfig.h>
#include <drogon/utils/HttpConstraint.h>
#include <drogon/utils/coroutine.h>
#include <exception>
#include <functional>
#include <string>
#include <vector>

namespace drogon {

class HttpAppFramework {
public:
  virtual ~HttpAppFramework();
  virtual void run() = 0;
  virtual void quit() = 0;
  virtual trantor::EventLoop *getLoop() const = 0;
  virtual trantor::EventLoop *getIOLoop(size_t Id) const = 0;
  virtual HttpAppFramework &setThreadNum(size_t Threads) = 0;

  template <typename FUNCTION>
  HttpAppFramework &
  registerHandler(const std::string &Path, FUNCTION &&Function,
                  const std::vector<internal::HttpConstraint> &Constraints = {},
                  const std::string &Name = "") {
    return *this;
  }
  template <typename FUNCTION>
  HttpAppFramework &registerHandlerViaRegex(
      const std::string &Regex, FUNCTION &&Function,
      const std::vector<internal::HttpConstraint> &Constraints = {},
      const std::string &Name = "") {
    return *this;
  }

  virtual HttpAppFramework &
  registerBeginningAdvice(const std::function<void()> &Advice) = 0;
  virtual HttpAppFramework &registerSyncAdvice(
      const std::function<HttpResponsePtr(const HttpRequestPtr &)> &Advice) = 0;
  virtual HttpAppFramework &registerPreRoutingAdvice(
      const std::function<void(const HttpRequestPtr &, AdviceCallback &&,
                               AdviceChainCallback &&)> &Advice) = 0;
  virtual HttpAppFramework &registerPreRoutingAdvice(
      const std::function<void(const HttpRequestPtr &)> &Advice) = 0;
  virtual HttpAppFramework &registerPostHandlingAdvice(
      const std::function<void(const HttpRequestPtr &, const HttpResponsePtr &)>
          &Advice) = 0;
  virtual HttpAppFramework &setExceptionHandler(
      std::function<void(const std::exception &, const HttpRequestPtr &,
                         std::function<void(const HttpResponsePtr &)> &&)>
          Handler) = 0;

  virtual orm::DbClientPtr getDbClient(const std::string &Name = "default") = 0;
  virtual nosql::RedisClientPtr
  getRedisClient(const std::string &Name = "default") = 0;
  virtual HttpAppFramework &addDbClient(const orm::DbConfig &Config) = 0;
  virtual HttpAppFramework &
  createDbClient(const std::string &Type, const std::string &Host,
                 unsigned short Port, const std::string &Database,
                 const std::string &User, const std::string &Password,
                 size_t Connections = 1, const std::string &File = "",
                 const std::string &Name = "default", bool IsFast = false,
                 const std::string &CharacterSet = "", double Timeout = -1.0,
                 bool AutoBatch = false) = 0;
  virtual HttpAppFramework &
  createRedisClient(const std::string &Ip, unsigned short Port,
                    const std::string &Name = "default",
                    const std::string &Password = "", size_t Connections = 1,
                    bool IsFast = false, double Timeout = -1.0,
                    unsigned int Db = 0, const std::string &Username = "") = 0;
  virtual HttpAppFramework &
  setTermSignalHandler(const std::function<void()> &Handler) = 0;
  virtual HttpAppFramework &
  setIntSignalHandler(const std::function<void()> &Handler) = 0;
};

HttpAppFramework &app();

} // namespace drogon
#endif
