// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DROGON_HTTPCLIENT_H
#define DROGON_HTTPCLIENT_H
#include <cstdint>
#include <drogon/drogon_callbacks.h>
#include <drogon/utils/coroutine.h>
#include <memory>
#include <string>
#include <utility>

namespace drogon {

class HttpClient;
using HttpClientPtr = std::shared_ptr<HttpClient>;

namespace internal {
struct HttpRespAwaiter : CallbackAwaiter<HttpResponsePtr> {};
} // namespace internal

class HttpClient {
public:
  virtual ~HttpClient();
  virtual void sendRequest(const HttpRequestPtr &Request,
                           const HttpReqCallback &Callback,
                           double Timeout = 0) = 0;
  virtual void sendRequest(const HttpRequestPtr &Request,
                           HttpReqCallback &&Callback, double Timeout = 0) = 0;
  std::pair<ReqResult, HttpResponsePtr>
  sendRequest(const HttpRequestPtr &Request, double Timeout = 0);
  internal::HttpRespAwaiter sendRequestCoro(HttpRequestPtr Request,
                                            double Timeout = 0);
  static HttpClientPtr newHttpClient(const std::string &Ip, uint16_t Port,
                                     bool UseSsl = false,
                                     trantor::EventLoop *Loop = nullptr,
                                     bool UseOldTls = false,
                                     bool ValidateCert = true);
  static HttpClientPtr newHttpClient(const std::string &Host,
                                     trantor::EventLoop *Loop = nullptr,
                                     bool UseOldTls = false,
                                     bool ValidateCert = true);
};

} // namespace drogon
#endif
