// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef CROW_H
#define CROW_H
#include <functional>
#include <future>
#include <memory>
#include <string>
#include <utility>

namespace crow {

struct request {
  std::string body;
  template <typename CompletionHandler> void post(CompletionHandler Handler) {}
};

struct response {
  response();
  response(int Code);
  response(std::string Body);
  response(const char *Body);
  int code;
  std::string body;
  void end();
  void write(const std::string &Text);
};

enum class HTTPMethod { Get, Post, Put, Delete, Patch };

constexpr HTTPMethod operator""_method(const char *Name, std::size_t Length) {
  return Name[0] == 'P' && Name[1] == 'A' ? HTTPMethod::Patch : HTTPMethod::Get;
}

namespace websocket {
struct connection {
  virtual ~connection();
  virtual void send_text(std::string Text) = 0;
};
} // namespace websocket

class CatchallRule {
public:
  template <typename Func> void operator()(Func &&F) {}
};

template <typename... Args> class TaggedRule {
public:
  template <typename... Methods> TaggedRule &methods(Methods... M) {
    return *this;
  }
  template <typename Func> void operator()(Func &&F) {}
  template <typename Func> void operator()(std::string Name, Func &&F) {}
};

class WebSocketRule {
public:
  template <typename Func> WebSocketRule &onopen(Func F) { return *this; }
  template <typename Func> WebSocketRule &onmessage(Func F) { return *this; }
  template <typename Func> WebSocketRule &onclose(Func F) { return *this; }
};

class Blueprint {
public:
  explicit Blueprint(const std::string &Prefix);
  template <typename... Args>
  TaggedRule<Args...> &new_rule_tagged(std::string Path) {
    static TaggedRule<Args...> Rule;
    return Rule;
  }
};

template <typename... Middlewares> class Crow {
public:
  template <typename... Args> TaggedRule<Args...> &route(std::string Path) {
    return mock_rule<Args...>();
  }
  WebSocketRule &websocket_route(std::string Path);
  CatchallRule &catchall_route();
  template <typename Func> Crow &exception_handler(Func &&F) { return *this; }
  Crow &port(unsigned short Port);
  Crow &multithreaded();
  Crow &signal_clear();
  void run();
  std::future<void> run_async();
  void stop();

private:
  template <typename... Args> static TaggedRule<Args...> &mock_rule();
};

template <typename... Middlewares> using App = Crow<Middlewares...>;
using SimpleApp = Crow<>;

} // namespace crow

#define CROW_ROUTE(app, url) app.template route<>(url)
#define CROW_BP_ROUTE(blueprint, url) blueprint.new_rule_tagged<>(url)
#define CROW_WEBSOCKET_ROUTE(app, url) app.websocket_route(url)
#define CROW_CATCHALL_ROUTE(app) app.catchall_route()
#endif
