// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef POCO_NET_HTMLFORM_H
#define POCO_NET_HTMLFORM_H
#include <Poco/Net/HTTPServerRequest.h>

namespace Poco::Net {

class HTMLForm : public NameValueCollection {
public:
  HTMLForm();
  HTMLForm(const HTTPRequest &request, std::istream &requestBody);
  explicit HTMLForm(const HTTPRequest &request);
  void load(const HTTPRequest &request, std::istream &requestBody);
  void load(const HTTPRequest &request);
  void read(std::istream &istr);
  void read(const std::string &queryString);
};

} // namespace Poco::Net
#endif
