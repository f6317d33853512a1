// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef POCO_NET_HTTPCLIENTSESSION_H
#define POCO_NET_HTTPCLIENTSESSION_H
#include <iosfwd>
#include <string>

namespace Poco::Net {
class HTTPRequest;
class HTTPResponse;

class HTTPSession {
public:
  void setKeepAlive(bool keepAlive);
};

class HTTPClientSession : public HTTPSession {
public:
  HTTPClientSession();
  HTTPClientSession(const std::string &host, unsigned short port = 80);
  virtual ~HTTPClientSession();
  virtual std::ostream &sendRequest(HTTPRequest &request);
  virtual std::istream &receiveResponse(HTTPResponse &response);
};
} // namespace Poco::Net
#endif
