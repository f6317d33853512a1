// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef USERVER_SERVER_HANDLERS_HTTP_HANDLER_JSON_BASE_HPP
#define USERVER_SERVER_HANDLERS_HTTP_HANDLER_JSON_BASE_HPP
#include <userver/server/handlers/http_handler_base.hpp>
#if __has_include(<userver/formats/json/value.hpp>)
#include <userver/formats/json/value.hpp>
#else
namespace userver::formats::json {
class Value;
}
#endif

namespace userver::server::handlers {

class HttpHandlerJsonBase : public HttpHandlerBase {
public:
  std::string HandleRequestThrow(const http::HttpRequest &Request,
                                 request::RequestContext &Context) const final;
  virtual formats::json::Value
  HandleRequestJsonThrow(const http::HttpRequest &Request,
                         const formats::json::Value &Json,
                         request::RequestContext &Context) const = 0;

protected:
  static const formats::json::Value *
  GetRequestJson(const request::RequestContext &Context);
};

} // namespace userver::server::handlers
#endif
