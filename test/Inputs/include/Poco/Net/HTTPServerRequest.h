// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef POCO_NET_HTTPSERVERREQUEST_H
#define POCO_NET_HTTPSERVERREQUEST_H
#include <Poco/Net/NameValueCollection.h>
#include <iosfwd>
#include <string>

namespace Poco::Net {

class MessageHeader : public NameValueCollection {};

class HTTPMessage : public MessageHeader {};

class HTTPRequest : public HTTPMessage {
public:
  const std::string &getMethod() const;
  const std::string &getURI() const;
  static const std::string HTTP_GET;
  static const std::string HTTP_PUT;
  static const std::string HTTP_POST;
  static const std::string HTTP_PATCH;
};

class HTTPServerRequest : public HTTPRequest {
public:
  virtual std::istream &stream() = 0;
};

} // namespace Poco::Net
#endif
