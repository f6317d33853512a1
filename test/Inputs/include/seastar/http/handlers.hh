// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SEASTAR_HTTP_HANDLERS_HH
#define SEASTAR_HTTP_HANDLERS_HH
#include <memory>
#include <seastar/core/future.hh>
#include <seastar/core/sstring.hh>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace seastar {

template <typename CharType> class input_stream;

namespace httpd {
class parameters {
public:
  const sstring &path(const sstring &Key) const;
  sstring operator[](const sstring &Key) const;
  const sstring &at(const sstring &Key) const;
  sstring get_decoded_param(const sstring &Key) const;
  bool exists(const sstring &Key) const;
};
} // namespace httpd

namespace http {
struct request {
  sstring _method;
  sstring _url;
  std::unordered_map<sstring, sstring> query_parameters;
  httpd::parameters param;
  sstring content;
  input_stream<char> *content_stream;
  sstring get_header(const sstring &Name) const;
  bool has_query_param(std::string_view Key) const;
  sstring get_query_param(std::string_view Key,
                          std::string_view Default = "") const;
  const std::vector<sstring> &get_query_param_array(std::string_view Key) const;
  const std::unordered_map<sstring, std::vector<sstring>> &
  get_query_params() const;
  sstring get_path_param(const sstring &Key) const;
};
struct reply {
  void write_body(const sstring &ContentType, const sstring &Content);
};
} // namespace http

namespace httpd {
enum operation_type { GET, POST, PUT, DELETE, HEAD, OPTIONS, PATCH = 8 };

class handler_base {
public:
  virtual ~handler_base() = default;
  virtual future<std::unique_ptr<http::reply>>
  handle(const sstring &path, std::unique_ptr<http::request> req,
         std::unique_ptr<http::reply> rep) = 0;
};
} // namespace httpd

} // namespace seastar
#endif
