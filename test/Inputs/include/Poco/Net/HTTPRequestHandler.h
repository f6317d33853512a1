// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef POCO_NET_HTTPREQUESTHANDLER_H
#define POCO_NET_HTTPREQUESTHANDLER_H
namespace Poco::Net {
class HTTPServerRequest;
class HTTPServerResponse;

class HTTPRequestHandler {
public:
  virtual ~HTTPRequestHandler();
  virtual void handleRequest(HTTPServerRequest &request,
                             HTTPServerResponse &response) = 0;
};
} // namespace Poco::Net
#endif
