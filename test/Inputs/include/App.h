// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef APP_H
#define APP_H
#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace uWS {

template <typename T> using MoveOnlyFunction = std::function<T>;

std::string_view getDecodedQueryValue(std::string_view Key,
                                      std::string_view RawQuery);

struct HttpRequest {
  std::string_view getHeader(std::string_view LowerCased);
  std::string_view getUrl();
  std::string_view getMethod();
  std::string_view getQuery();
  std::string_view getQuery(std::string_view Key);
  std::string_view getParameter(std::string_view Name);
  std::string_view getParameter(unsigned short Index);
};

template <bool SSL> struct HttpResponse {
  HttpResponse *writeStatus(std::string_view Status);
  void end(std::string_view Data = {});
  void onData(MoveOnlyFunction<void(std::string_view, bool)> &&Handler);
  HttpResponse *onAborted(MoveOnlyFunction<void()> &&Handler);
};

enum OpCode : unsigned char { TEXT = 1, BINARY = 2 };
template <bool SSL, bool isServer, typename USERDATA> struct WebSocket {
  USERDATA *getUserData();
  int send(std::string_view Message, OpCode Code = OpCode::BINARY);
};

struct Loop {
  static Loop *get(void *Existing = nullptr);
  void defer(MoveOnlyFunction<void()> &&F);
  void run();
};
inline void run() { Loop::get()->run(); }

template <bool SSL> struct TemplatedApp {
  using Handler = MoveOnlyFunction<void(HttpResponse<SSL> *, HttpRequest *)>;
  TemplatedApp &&get(std::string Pattern, Handler &&H);
  TemplatedApp &&post(std::string Pattern, Handler &&H);
  TemplatedApp &&patch(std::string Pattern, Handler &&H);
  TemplatedApp &&any(std::string Pattern, Handler &&H);
  template <typename UserData> struct WebSocketBehavior {
    unsigned short idleTimeout = 120;
    MoveOnlyFunction<void(WebSocket<SSL, true, UserData> *)> open = nullptr;
    MoveOnlyFunction<void(WebSocket<SSL, true, UserData> *, std::string_view,
                          OpCode)>
        message = nullptr;
  };
  template <typename UserData>
  TemplatedApp &&ws(std::string Pattern,
                    WebSocketBehavior<UserData> &&Behavior) {
    return std::move(*this);
  }
  TemplatedApp &&listen(int Port, MoveOnlyFunction<void(void *)> &&H);
  TemplatedApp &&run();
  TemplatedApp &&close();
};

using App = TemplatedApp<false>;

} // namespace uWS
#endif
