// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DROGON_MULTIPART_H
#define DROGON_MULTIPART_H
#include <drogon/HttpRequest.h>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace drogon {

class HttpFile {
public:
  const std::string &getFileName() const noexcept;
  std::string_view fileContent() const noexcept;
  int save() const noexcept;
  int save(const std::string &Path) const noexcept;
  int saveAs(const std::string &FileName) const noexcept;
};

class MultiPartParser {
public:
  int parse(const HttpRequestPtr &Request);
  const std::vector<HttpFile> &getFiles() const;
  std::unordered_map<std::string, HttpFile> getFilesMap() const;
  const SafeStringMap<std::string> &getParameters() const;
  template <typename T>
  std::optional<T> getOptionalParameter(const std::string &Key);
  template <typename T> T getParameter(const std::string &Key);
};

using FileUpload = MultiPartParser;

} // namespace drogon
#endif
