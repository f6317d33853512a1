// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DROGON_HTTPREQUEST_H
#define DROGON_HTTPREQUEST_H
#include <drogon/HttpTypes.h>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace drogon {

class HttpRequest;
using HttpRequestPtr = std::shared_ptr<HttpRequest>;

class HttpRequest {
public:
  virtual ~HttpRequest();
  virtual std::string_view body() const = 0;
  virtual const std::string &getParameter(const std::string &Key) const = 0;
  template <typename T>
  std::optional<T> getOptionalParameter(const std::string &Key);
  static HttpRequestPtr newHttpRequest();
};

} // namespace drogon
#endif
