// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef LITHIUM_HTTP_SERVER_HH
#define LITHIUM_HTTP_SERVER_HH
#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace li {

/// s::name = std::string()
template <typename S, typename V> struct assign_exp {
  using variable = typename S::template variable_t<V>;
  V value;
};
template <typename... V> struct metamap : V... {};

namespace http_async_impl {
struct http_ctx {
  std::string_view header(const char *Key);
  std::string_view cookie(const char *Key);
  std::string_view read_whole_body();
};
} // namespace http_async_impl

struct http_request {
  http_async_impl::http_ctx &http_ctx;
  std::string_view header(const char *Key) const;
  std::string_view cookie(const char *Key) const;
  template <typename... S, typename... V>
  metamap<typename assign_exp<S, V>::variable...>
  url_parameters(assign_exp<S, V>... Asked) const {
    return {};
  }
  template <typename... S, typename... V>
  metamap<typename assign_exp<S, V>::variable...>
  get_parameters(assign_exp<S, V>... Asked) const {
    return {};
  }
  template <typename... S, typename... V>
  metamap<typename assign_exp<S, V>::variable...>
  post_parameters(assign_exp<S, V>... Asked) const {
    return {};
  }
};
struct http_response {
  void write(const std::string &Text);
};

struct json_error {
  operator bool() const;
  int code;
  std::string what;
};
template <typename C, typename M> json_error json_decode(C &Input, M &Object) {
  return {};
}

class http_api {
public:
  using handler = std::function<void(http_request &, http_response &)>;
  handler &get(const std::string &Route);
  handler &post(const std::string &Route);
  handler &put(const std::string &Route);
};

template <typename... O> auto http_serve(http_api Api, int Port, O... Options) {
  return 0;
}

} // namespace li

#define LI_SYMBOL(NAME)                                                        \
  namespace s {                                                                \
  struct NAME##_t {                                                            \
    template <typename V> struct variable_t {                                  \
      V NAME;                                                                  \
    };                                                                         \
    template <typename V>                                                      \
    li::assign_exp<NAME##_t, V> operator=(V Value) const {                     \
      return {Value};                                                          \
    }                                                                          \
  };                                                                           \
  static constexpr NAME##_t NAME{};                                            \
  }
#endif
