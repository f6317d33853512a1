// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef OATPP_WEB_SERVER_API_APICONTROLLER_HPP
#define OATPP_WEB_SERVER_API_APICONTROLLER_HPP
#include <memory>
#include <oatpp/async/Coroutine.hpp>
#include <string>

namespace oatpp::web::protocol::http {

namespace incoming {
class Request {
public:
  std::string readBodyToString() const;
};
} // namespace incoming

namespace outgoing {
class Response;
} // namespace outgoing

} // namespace oatpp::web::protocol::http

namespace oatpp::web::server::api {

class HttpRequestHandler {};

class ApiController {
public:
  using IncomingRequest = protocol::http::incoming::Request;
  using OutgoingResponse = protocol::http::outgoing::Response;

  std::shared_ptr<OutgoingResponse>
  createResponse(int Status, const std::string &Body = "") const;

  class Endpoint;
  template <class T> class Handler : public HttpRequestHandler {
  public:
    typedef std::shared_ptr<OutgoingResponse> (T::*Method)(
        const std::shared_ptr<IncomingRequest> &);
    typedef void (T::*MethodAsync)(const std::shared_ptr<IncomingRequest> &);
    static std::shared_ptr<Handler> createShared(T *controller, Method method,
                                                 MethodAsync methodAsync);
  };
  template <class T>
  std::shared_ptr<Endpoint>
  createEndpoint(const std::shared_ptr<Handler<T>> &handler);

  template <class CoroutineT, class ControllerT>
  class HandlerCoroutine : public async::Coroutine<CoroutineT> {
  public:
    ControllerT *controller;
    std::shared_ptr<IncomingRequest> request;
    async::Action _return(const std::shared_ptr<OutgoingResponse> &Response);
  };
};

} // namespace oatpp::web::server::api
#endif
