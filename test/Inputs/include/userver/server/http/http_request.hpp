// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef USERVER_SERVER_HTTP_HTTP_REQUEST_HPP
#define USERVER_SERVER_HTTP_HTTP_REQUEST_HPP
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace userver::server::http {

enum class HttpMethod { kDelete, kGet, kHead, kPost, kPut, kPatch };

enum class HttpStatus { kOk = 200, kBadRequest = 400, kNotFound = 404 };
struct FormDataArg {
  std::string_view value;
  std::string_view content_disposition;
  std::optional<std::string> filename;
  std::optional<std::string_view> content_type;
};

class HttpRequest {
public:
  const HttpMethod &GetMethod() const;
  const std::string &RequestBody() const;
  const std::string &GetArg(std::string_view Name) const;
  const std::vector<std::string> &GetArgVector(std::string_view Name) const;
  bool HasArg(std::string_view Name) const;
  const FormDataArg &GetFormDataArg(std::string_view Name) const;
  const std::vector<FormDataArg> &
  GetFormDataArgVector(std::string_view Name) const;
  bool HasFormDataArg(std::string_view Name) const;
  const std::string &GetPathArg(std::string_view Name) const;
  const std::string &GetPathArg(std::size_t Index) const;
  bool HasPathArg(std::string_view Name) const;
  bool HasPathArg(std::size_t Index) const;
  const std::string &GetHeader(std::string_view Name) const;
  bool HasHeader(std::string_view Name) const;
  const std::string &GetCookie(const std::string &Name) const;
  bool HasCookie(const std::string &Name) const;
  void SetResponseStatus(HttpStatus Status) const;
};

} // namespace userver::server::http
#endif
