// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DROGON_HTTPREQUEST_H
#define DROGON_HTTPREQUEST_H
#include <cstddef>
#include <cstdlib>
#include <drogon/HttpTypes.h>
#include <drogon/utils/Utilities.h>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>
#if __has_include(<json/json.h>)
#include <json/json.h>
#else
namespace Json {
class Value;
}
#endif

namespace drogon {

class HttpRequest;
using HttpRequestPtr = std::shared_ptr<HttpRequest>;

/// A project specializes it for its own types.
template <typename T> T fromRequest(const HttpRequest &Request) {
  std::abort();
}
template <>
std::shared_ptr<Json::Value> fromRequest(const HttpRequest &Request);

class HttpRequest {
public:
  virtual ~HttpRequest();
  template <typename T> operator T() const { return fromRequest<T>(*this); }
  template <typename T> T as() const { return fromRequest<T>(*this); }

  virtual HttpMethod method() const = 0;
  HttpMethod getMethod() const { return method(); }
  virtual const std::string &path() const = 0;
  const std::string &getPath() const { return path(); }
  virtual const std::string &query() const = 0;
  virtual const std::vector<std::string> &getRoutingParameters() const = 0;

  virtual const std::string &getHeader(std::string Key) const = 0;
  virtual const std::string &getCookie(const std::string &Field) const = 0;
  virtual const SafeStringMap<std::string> &headers() const = 0;
  const SafeStringMap<std::string> &getHeaders() const { return headers(); }

  virtual std::string_view body() const = 0;
  std::string_view getBody() const { return body(); }
  virtual const char *bodyData() const = 0;
  virtual size_t bodyLength() const = 0;

  virtual const SafeStringMap<std::string> &parameters() const = 0;
  const SafeStringMap<std::string> &getParameters() const {
    return parameters();
  }
  virtual const std::string &getParameter(const std::string &Key) const = 0;
  template <typename T>
  std::optional<T> getOptionalParameter(const std::string &Key);

  virtual const std::shared_ptr<Json::Value> &jsonObject() const = 0;
  const std::shared_ptr<Json::Value> &getJsonObject() const {
    return jsonObject();
  }
  virtual const std::string &getJsonError() const = 0;

  static HttpRequestPtr newHttpRequest();
  static HttpRequestPtr newHttpJsonRequest(const Json::Value &Data);
};

} // namespace drogon
#endif
