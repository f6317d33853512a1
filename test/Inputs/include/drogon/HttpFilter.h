// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DROGON_HTTPFILTER_H
#define DROGON_HTTPFILTER_H
#include <drogon/HttpMiddleware.h>

namespace drogon {

class HttpFilterBase : public HttpMiddlewareBase {
public:
  virtual void doFilter(const HttpRequestPtr &Request, FilterCallback &&Answer,
                        FilterChainCallback &&Next) = 0;

private:
  void invoke(const HttpRequestPtr &Request, MiddlewareNextCallback &&Next,
              MiddlewareCallback &&Done) final;
};

template <typename T, bool AutoCreation = true>
class HttpFilter : public HttpFilterBase {};

template <typename T, bool AutoCreation = true>
class HttpCoroFilter : public HttpFilterBase {
public:
  void doFilter(const HttpRequestPtr &Request, FilterCallback &&Answer,
                FilterChainCallback &&Next) final;
  virtual Task<HttpResponsePtr> doFilter(const HttpRequestPtr &Request) = 0;
};

} // namespace drogon
#endif
