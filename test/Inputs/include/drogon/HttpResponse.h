// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DROGON_HTTPRESPONSE_H
#define DROGON_HTTPRESPONSE_H
#include <cstddef>
#include <drogon/HttpTypes.h>
#include <functional>
#include <memory>
#include <string>
#if __has_include(<json/json.h>)
#include <json/json.h>
#else
namespace Json {
class Value;
}
#endif

namespace drogon {

class HttpResponse;
using HttpResponsePtr = std::shared_ptr<HttpResponse>;

class HttpResponse {
public:
  virtual ~HttpResponse();
  virtual void setStatusCode(HttpStatusCode Code) = 0;
  virtual void setBody(const std::string &Body) = 0;
  static HttpResponsePtr newHttpResponse();
  static HttpResponsePtr newHttpResponse(HttpStatusCode Code, ContentType Type);
  static HttpResponsePtr newNotFoundResponse(
      const std::shared_ptr<class HttpRequest> &Request = nullptr);
  static HttpResponsePtr newHttpJsonResponse(const Json::Value &Data);
  static HttpResponsePtr newStreamResponse(
      const std::function<std::size_t(char *, std::size_t)> &Callback,
      const std::string &AttachmentName = "");
};

} // namespace drogon
#endif
