// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DROGON_HTTPMIDDLEWARE_H
#define DROGON_HTTPMIDDLEWARE_H
#include <drogon/drogon_callbacks.h>
#include <drogon/utils/coroutine.h>

namespace drogon {

class HttpMiddlewareBase {
public:
  virtual ~HttpMiddlewareBase();
  virtual void invoke(const HttpRequestPtr &Request,
                      MiddlewareNextCallback &&Next,
                      MiddlewareCallback &&Done) = 0;
};

template <typename T, bool AutoCreation = true>
class HttpMiddleware : public HttpMiddlewareBase {};

} // namespace drogon
#endif
