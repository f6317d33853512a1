// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef OATPP_WEB_SERVER_HTTPCONNECTIONHANDLER_HPP
#define OATPP_WEB_SERVER_HTTPCONNECTIONHANDLER_HPP
#include <memory>

namespace oatpp::network {
class ConnectionHandler {
public:
  virtual ~ConnectionHandler();
  virtual void stop() = 0;
};
} // namespace oatpp::network

namespace oatpp::web::server {

namespace handler {
class ErrorHandler {
public:
  virtual ~ErrorHandler() = default;
};
class DefaultErrorHandler : public ErrorHandler {
public:
  DefaultErrorHandler() = default;
};
} // namespace handler

class HttpRouter {
public:
  static std::shared_ptr<HttpRouter> createShared();
};

class HttpConnectionHandler : public network::ConnectionHandler {
public:
  static std::shared_ptr<HttpConnectionHandler>
  createShared(const std::shared_ptr<HttpRouter> &router);
  void
  setErrorHandler(const std::shared_ptr<handler::ErrorHandler> &errorHandler);
  void stop() override;
};

} // namespace oatpp::web::server
#endif
