// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef POCO_NET_HTTPSERVERRESPONSE_H
#define POCO_NET_HTTPSERVERRESPONSE_H
#include <ostream>
#include <string>
namespace Poco::Net {
class HTTPResponse {
public:
  enum HTTPStatus {
    HTTP_OK = 200,
    HTTP_BAD_REQUEST = 400,
    HTTP_NOT_FOUND = 404,
    HTTP_METHOD_NOT_ALLOWED = 405
  };
  void setStatus(HTTPStatus status);
  void setReason(const std::string &reason);
};

class HTTPServerResponse : public HTTPResponse {
public:
  virtual ~HTTPServerResponse();
  virtual std::ostream &send() = 0;
};
} // namespace Poco::Net
#endif
