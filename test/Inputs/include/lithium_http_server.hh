// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef LITHIUM_HTTP_SERVER_HH
#define LITHIUM_HTTP_SERVER_HH
#include <functional>
#include <string>
#include <utility>

namespace li {

struct http_request {};
struct http_response {
  void write(const std::string &Text);
};

class http_api {
public:
  using handler = std::function<void(http_request &, http_response &)>;
  handler &get(const std::string &Route);
  handler &post(const std::string &Route);
};

template <typename... O> auto http_serve(http_api Api, int Port, O... Options) {
  return 0;
}

} // namespace li
#endif
