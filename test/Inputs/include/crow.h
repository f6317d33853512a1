// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef CROW_H
#define CROW_H
#include <crow/json.h>
#include <functional>
#include <future>
#include <memory>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace crow {

struct ci_hash {
  std::size_t operator()(const std::string &Key) const;
};
struct ci_key_eq {
  bool operator()(const std::string &Left, const std::string &Right) const;
};
using ci_map =
    std::unordered_multimap<std::string, std::string, ci_hash, ci_key_eq>;

const std::string &get_header_value(const ci_map &Headers,
                                    const std::string &Key);

class query_string {
public:
  query_string() = default;
  query_string(std::string Params, bool Url = true);
  char *get(const std::string &Name) const;
  char *pop(const std::string &Name);
  std::vector<char *> get_list(const std::string &Name,
                               bool UseBrackets = true) const;
  std::vector<char *> pop_list(const std::string &Name,
                               bool UseBrackets = true);
  std::unordered_map<std::string, std::string>
  get_dict(const std::string &Name) const;
  std::unordered_map<std::string, std::string>
  pop_dict(const std::string &Name);
  std::vector<std::string> keys() const;
};

enum class HTTPMethod { Get, Post, Put, Delete, Patch };

struct request {
  HTTPMethod method;
  std::string raw_url;
  std::string url;
  query_string url_params;
  ci_map headers;
  std::string body;
  const std::string &get_header_value(const std::string &Key) const;
  const query_string get_body_params() const;
  template <typename CompletionHandler> void post(CompletionHandler Handler) {}
};

namespace multipart {
struct header {
  std::string value;
  std::unordered_map<std::string, std::string> params;
};
using mph_map =
    std::unordered_multimap<std::string, header, ci_hash, ci_key_eq>;
struct part {
  mph_map headers;
  std::string body;
  operator int() const;
  operator double() const;
  const header &get_header_object(const std::string &Key) const;
};
using mp_map = std::unordered_multimap<std::string, part, ci_hash, ci_key_eq>;
struct message {
  ci_map headers;
  std::string boundary;
  std::vector<part> parts;
  mp_map part_map;
  message(const ci_map &Headers, const std::string &Boundary,
          const std::vector<part> &Sections);
  explicit message(const request &Request);
  const std::string &get_header_value(const std::string &Key) const;
  part get_part_by_name(const std::string &Name);
};
} // namespace multipart

struct response {
  response();
  response(int Code);
  response(int Code, std::string Body);
  response(std::string Body);
  response(const char *Body);
  int code;
  std::string body;
  void end();
  void write(const std::string &Text);
};

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
  std::function<void(response &)> &exception_handler();
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

constexpr crow::HTTPMethod operator""_method(const char *Name, std::size_t) {
  return Name[0] != 'P'   ? crow::HTTPMethod::Get
         : Name[1] == 'A' ? crow::HTTPMethod::Patch
         : Name[1] == 'U' ? crow::HTTPMethod::Put
                          : crow::HTTPMethod::Post;
}

#define CROW_ROUTE(app, url) app.template route<>(url)
#define CROW_BP_ROUTE(blueprint, url) blueprint.new_rule_tagged<>(url)
#define CROW_WEBSOCKET_ROUTE(app, url) app.websocket_route(url)
#define CROW_CATCHALL_ROUTE(app) app.catchall_route()
#endif
