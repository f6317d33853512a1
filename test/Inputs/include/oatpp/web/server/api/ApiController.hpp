// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef OATPP_WEB_SERVER_API_APICONTROLLER_HPP
#define OATPP_WEB_SERVER_API_APICONTROLLER_HPP
#include <memory>
#include <oatpp/async/Coroutine.hpp>
#include <oatpp/utils/Conversion.hpp>
#include <oatpp/web/protocol/http/incoming/Request.hpp>
#include <stdexcept>
#include <string>

namespace oatpp::web::protocol::http {

struct Status {
  static constexpr int CODE_200 = 200;
  static constexpr int CODE_400 = 400;
  static constexpr int CODE_404 = 404;
  static constexpr int CODE_500 = 500;
};

class HttpError : public std::runtime_error {
public:
  HttpError(int Status, const String &Message);
};

namespace outgoing {
class Response;

class ResponseFactory {
public:
  static std::shared_ptr<Response> createResponse(int Status);
  static std::shared_ptr<Response> createResponse(int Status,
                                                  const oatpp::String &Text);
};
} // namespace outgoing

} // namespace oatpp::web::protocol::http

#define OATPP_ASSERT_HTTP(COND, STATUS, MESSAGE)                               \
  if (!(COND)) {                                                               \
    throw oatpp::web::protocol::http::HttpError(STATUS, MESSAGE);              \
  }

namespace oatpp::web::mime {
class ContentMappers {
public:
  std::shared_ptr<data::mapping::ObjectMapper> getDefaultMapper() const;
  std::shared_ptr<data::mapping::ObjectMapper>
  selectMapperForContent(const String &ContentType) const;
};
} // namespace oatpp::web::mime

namespace oatpp::web::server {

namespace handler {
class ErrorHandler;
} // namespace handler

class HttpRequestHandler {
public:
  using IncomingRequest = protocol::http::incoming::Request;
  using OutgoingResponse = protocol::http::outgoing::Response;
  using ResponseFactory = protocol::http::outgoing::ResponseFactory;
  using Status = protocol::http::Status;
  virtual ~HttpRequestHandler() = default;
  virtual std::shared_ptr<OutgoingResponse>
  handle(const std::shared_ptr<IncomingRequest> &request);
};

} // namespace oatpp::web::server

namespace oatpp::web::server::api {

class ApiController {
public:
  void
  setErrorHandler(const std::shared_ptr<handler::ErrorHandler> &errorHandler);
  using IncomingRequest = protocol::http::incoming::Request;
  using OutgoingResponse = protocol::http::outgoing::Response;
  using QueryParams = protocol::http::QueryParams;
  using Status = protocol::http::Status;
  typedef oatpp::String String;
  typedef oatpp::Int32 Int32;
  typedef oatpp::Int64 Int64;
  typedef oatpp::Float64 Float64;
  typedef oatpp::Boolean Boolean;
  template <class T> using Object = oatpp::Object<T>;

  std::shared_ptr<OutgoingResponse>
  createResponse(int Status, const std::string &Body = "") const;

  template <class T>
  std::shared_ptr<OutgoingResponse> createDtoResponse(int Status,
                                                      const T &Dto) const {
    return nullptr;
  }
  const std::shared_ptr<mime::ContentMappers> &getContentMappers() const;

  template <typename T> struct TypeInterpretation {
    static T fromString(const String &TypeName, const String &Text,
                        bool &Success);
  };

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
