// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef CPPHTTPLIB_HTTPLIB_H
#define CPPHTTPLIB_HTTPLIB_H
#include <functional>
#include <map>
#include <memory>
#include <string>
namespace httplib {
using Headers = std::multimap<std::string, std::string>;
struct Request {
  std::string method;
  std::string path;
  std::string body;
  bool has_param(const std::string &key) const;
  std::string get_param_value(const std::string &key, size_t id = 0) const;
};
struct Response {
  int status = -1;
  std::string body;
  void set_content(const std::string &s, const std::string &content_type);
};
enum class Error { Success = 0, Unknown, Connection };

class Result {
public:
  operator bool() const;
  const Response &value() const;
  const Response *operator->() const;
  Error error() const;
};

class Server {
public:
  using Handler = std::function<void(const Request &, Response &)>;
  using Logger = std::function<void(const Request &, const Response &)>;
  Server();
  virtual ~Server();
  Server &Get(const std::string &pattern, Handler handler);
  Server &Post(const std::string &pattern, Handler handler);
  Server &Put(const std::string &pattern, Handler handler);
  Server &Patch(const std::string &pattern, Handler handler);
  Server &Delete(const std::string &pattern, Handler handler);
  Server &set_logger(Logger logger);
  bool bind_to_port(const std::string &host, int port, int socket_flags = 0);
  bool listen_after_bind();
  bool listen(const std::string &host, int port, int socket_flags = 0);
  void stop();
};

class Client {
public:
  explicit Client(const std::string &scheme_host_port);
  explicit Client(const std::string &host, int port);
  ~Client();
  Result Get(const std::string &path);
  Result Get(const std::string &path, const Headers &headers);
  Result Post(const std::string &path);
  Result Post(const std::string &path, const std::string &body,
              const std::string &content_type);
  Result Put(const std::string &path, const std::string &body,
             const std::string &content_type);
  Result Patch(const std::string &path, const std::string &body,
               const std::string &content_type);
  Result Delete(const std::string &path);
  void set_connection_timeout(time_t sec, time_t usec = 0);
  void set_keep_alive(bool on);
};
} // namespace httplib
#endif
