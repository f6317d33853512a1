// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef WORKFLOW_HTTPUTIL_H
#define WORKFLOW_HTTPUTIL_H
#include <string>
#include <vector>
#include <workflow/HttpMessage.h>

namespace protocol {

class HttpUtil {
public:
  static void set_response_status(HttpResponse *Response, int Status);
  static std::string decode_chunked_body(const HttpMessage *Message);
};

class HttpHeaderMap {
public:
  HttpHeaderMap(const HttpMessage *Message);
  bool key_exists(std::string Key);
  std::string get(std::string Key);
  bool get(std::string Key, std::string &Value);
  std::vector<std::string> get_strict(std::string Key);
  bool get_strict(std::string Key, std::vector<std::string> &Values);
};

class HttpHeaderCursor {
public:
  HttpHeaderCursor(const HttpMessage *Message);
  bool next(std::string &Name, std::string &Value);
  bool find(const std::string &Name, std::string &Value);
};

} // namespace protocol
#endif
