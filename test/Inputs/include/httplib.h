// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef CPPHTTPLIB_HTTPLIB_H
#define CPPHTTPLIB_HTTPLIB_H
#include <exception>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>
namespace httplib {
using Headers = std::multimap<std::string, std::string>;
using Params = std::multimap<std::string, std::string>;
struct FormData {
  std::string name;
  std::string content;
  std::string filename;
  std::string content_type;
};
struct FormField {
  std::string name;
  std::string content;
  Headers headers;
};
struct MultipartFormData {
  std::multimap<std::string, FormField> fields;
  std::multimap<std::string, FormData> files;
  std::string get_field(const std::string &key, size_t id = 0) const;
  std::vector<std::string> get_fields(const std::string &key) const;
  bool has_field(const std::string &key) const;
  size_t get_field_count(const std::string &key) const;
  FormData get_file(const std::string &key, size_t id = 0) const;
  std::vector<FormData> get_files(const std::string &key) const;
  bool has_file(const std::string &key) const;
  size_t get_file_count(const std::string &key) const;
};
struct Request {
  std::string method;
  std::string path;
  Params params;
  Headers headers;
  std::string body;
  std::string target;
  MultipartFormData form;
  std::unordered_map<std::string, std::string> path_params;
  bool has_header(const std::string &key) const;
  std::string get_header_value(const std::string &key, const char *def = "",
                               size_t id = 0) const;
  size_t get_header_value_u64(const std::string &key, size_t def = 0,
                              size_t id = 0) const;
  size_t get_header_value_count(const std::string &key) const;
  bool has_trailer(const std::string &key) const;
  std::string get_trailer_value(const std::string &key, size_t id = 0) const;
  size_t get_trailer_value_count(const std::string &key) const;
  bool has_param(const std::string &key) const;
  std::string get_param_value(const std::string &key, size_t id = 0) const;
  std::vector<std::string> get_param_values(const std::string &key) const;
  size_t get_param_value_count(const std::string &key) const;
  bool is_multipart_form_data() const;
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
  using ExceptionHandler =
      std::function<void(const Request &, Response &, std::exception_ptr)>;
  enum class HandlerResponse { Handled, Unhandled };
  using HandlerWithResponse =
      std::function<HandlerResponse(const Request &, Response &)>;
  using Logger = std::function<void(const Request &, const Response &)>;
  Server();
  virtual ~Server();
  Server &Get(const std::string &pattern, Handler handler);
  Server &Post(const std::string &pattern, Handler handler);
  Server &Put(const std::string &pattern, Handler handler);
  Server &Patch(const std::string &pattern, Handler handler);
  Server &Delete(const std::string &pattern, Handler handler);
  Server &set_error_handler(Handler handler);
  Server &set_exception_handler(ExceptionHandler handler);
  Server &set_pre_routing_handler(HandlerWithResponse handler);
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
