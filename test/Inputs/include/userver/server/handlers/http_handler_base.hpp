// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef USERVER_SERVER_HANDLERS_HTTP_HANDLER_BASE_HPP
#define USERVER_SERVER_HANDLERS_HTTP_HANDLER_BASE_HPP
#include <string>
#include <userver/server/http/http_request.hpp>

namespace userver::server {

namespace request {
class RequestContext;
} // namespace request

namespace handlers {
class HttpHandlerBase {
public:
  virtual ~HttpHandlerBase();

protected:
  virtual std::string
  HandleRequestThrow(const http::HttpRequest &Request,
                     request::RequestContext &Context) const;
  virtual void ParseRequestData(const http::HttpRequest &,
                                request::RequestContext &) const;
};
} // namespace handlers

} // namespace userver::server
#endif
