// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef WORKFLOW_HTTPMESSAGE_H
#define WORKFLOW_HTTPMESSAGE_H
#include <cstddef>
#include <string>

namespace protocol {

class HttpMessage {
public:
  bool get_parsed_body(const void **Body, size_t *Size) const;
  bool append_output_body(const std::string &Body);
};

class HttpRequest : public HttpMessage {
public:
  const char *get_method() const;
  const char *get_request_uri() const;
};

class HttpResponse : public HttpMessage {
public:
  bool set_status_code(const char *Code);
};

} // namespace protocol
#endif
