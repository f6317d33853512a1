// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef CPPREST_HTTP_LISTENER_H
#define CPPREST_HTTP_LISTENER_H
#include <functional>
#include <istream>
#include <map>
#include <string>
#include <vector>
#if __has_include(<cpprest/json.h>)
#include <cpprest/json.h>
#else
namespace web::json {
class value;
}
#endif

namespace utility {
typedef std::string string_t;
} // namespace utility

namespace pplx {
template <typename T> class task {
public:
  T get() const;
  void wait() const;
  template <typename F> task<void> then(F &&func) const { return {}; }
};
} // namespace pplx

namespace web {
class uri {
public:
  uri(const char *encoded);
  uri(const std::string &encoded);
  const utility::string_t &path() const;
  const utility::string_t &query() const;
  static utility::string_t decode(const utility::string_t &encoded);
  static std::vector<utility::string_t>
  split_path(const utility::string_t &path);
  static std::map<utility::string_t, utility::string_t>
  split_query(const utility::string_t &query);
};
namespace http {
using uri = web::uri;
using method = std::string;
class methods {
public:
  const static method GET;
  const static method PUT;
  const static method PATCH;
};

class status_codes {
public:
  static constexpr unsigned short OK = 200;
  static constexpr unsigned short BadRequest = 400;
  static constexpr unsigned short NotFound = 404;
};
class http_response {};
class http_headers {
public:
  typedef std::map<utility::string_t, utility::string_t>::iterator iterator;
  utility::string_t &operator[](const utility::string_t &name);
  bool has(const utility::string_t &name) const;
  iterator find(const utility::string_t &name);
  iterator end();
  template <typename T>
  bool match(const utility::string_t &name, T &value) const;
};

class http_request {
public:
  const http::method &method() const;
  const uri &request_uri() const;
  uri relative_uri() const;
  http_headers &headers();
  const http_headers &headers() const;
  pplx::task<utility::string_t>
  extract_string(bool ignore_content_type = false);
  pplx::task<std::string> extract_utf8string(bool ignore_content_type = false);
  pplx::task<std::u16string>
  extract_utf16string(bool ignore_content_type = false);
  pplx::task<json::value> extract_json(bool ignore_content_type = false) const;
  pplx::task<std::vector<unsigned char>> extract_vector() const;
  std::istream &body() const;
  pplx::task<void> reply(unsigned short status) const;
};

namespace experimental::listener {
class http_listener {
public:
  http_listener(http::uri address);
  http_listener();
  ~http_listener();
  pplx::task<void> open();
  pplx::task<void> close();
  void support(const std::function<void(http_request)> &handler);
  void support(const http::method &method,
               const std::function<void(http_request)> &handler);
};
} // namespace experimental::listener
} // namespace http
} // namespace web
#endif
