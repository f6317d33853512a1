// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef PHOTON_NET_HTTP_MESSAGE_H
#define PHOTON_NET_HTTP_MESSAGE_H
#include <cstdint>
#include <photon/net/http/headers.h>
#include <string_view>
#include <sys/types.h>

namespace photon::net::http {

enum class Verb { UNKNOWN, DELETE, GET, HEAD, POST, PUT, PATCH };

class Message {
public:
  virtual ~Message();
  Verb verb() const;
  virtual ssize_t read(void *Buffer, size_t Count);
  virtual ssize_t write(const void *Buffer, size_t Count);
  size_t body_size() const;
  Headers headers;
};

class Request : public Message {
public:
  std::string_view target() const;
  std::string_view abs_path() const;
  std::string_view query() const;
};

class Response : public Message {
public:
  int set_result(int Code, std::string_view Reason = "");
};

} // namespace photon::net::http
#endif
