// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef CPR_CPR_H
#define CPR_CPR_H
#include <chrono>
#include <string>
namespace cpr {
class Url {
public:
  Url(std::string url);
  Url(const char *url);
};
class Body {
public:
  Body(std::string body);
};
class Timeout {
public:
  Timeout(const std::chrono::milliseconds &duration);
};
class Response {
public:
  long status_code{};
  std::string text;
};

template <typename T, bool isCancellable = false> class AsyncWrapper {
public:
  T get();
  void wait() const;
  bool valid() const noexcept;
};
using AsyncResponse = AsyncWrapper<Response>;

class Session {
public:
  Session();
  ~Session();
  Session(const Session &other) = delete;
  void SetUrl(const Url &url);
  Response Get();
  Response Post();
  AsyncResponse GetAsync();
};

#define MOCK_CPR_VERB(NAME)                                                    \
  template <typename... Ts> Response NAME(Ts &&...ts) { return {}; }           \
  template <typename... Ts> AsyncResponse NAME##Async(Ts... ts) { return {}; } \
  template <typename Then, typename... Ts>                                     \
  auto NAME##Callback(Then then, Ts... ts) -> AsyncWrapper<void> {             \
    return {};                                                                 \
  }
MOCK_CPR_VERB(Get)
MOCK_CPR_VERB(Post)
MOCK_CPR_VERB(Put)
MOCK_CPR_VERB(Patch)
MOCK_CPR_VERB(Delete)
#undef MOCK_CPR_VERB
} // namespace cpr
#endif
