// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef CPPREST_HTTP_LISTENER_H
#define CPPREST_HTTP_LISTENER_H
#include <functional>
#include <string>

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

class http_response {};
class http_request {
public:
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
