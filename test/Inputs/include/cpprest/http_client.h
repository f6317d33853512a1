// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef CPPREST_HTTP_CLIENT_H
#define CPPREST_HTTP_CLIENT_H
#include <chrono>
#include <cpprest/http_listener.h>

namespace web::http::client {
class http_client_config {
public:
  template <class T> void set_timeout(const T &timeout) {}
};

class http_client {
public:
  http_client(const uri &base_uri);
  http_client(const uri &base_uri, const http_client_config &client_config);
  ~http_client() noexcept;
  pplx::task<http_response> request(http_request request);
};
} // namespace web::http::client
#endif
