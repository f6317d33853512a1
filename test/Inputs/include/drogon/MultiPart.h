// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef DROGON_MULTIPART_H
#define DROGON_MULTIPART_H
#include <string>

namespace drogon {

class HttpFile {
public:
  int save() const noexcept;
  int save(const std::string &Path) const noexcept;
  int saveAs(const std::string &FileName) const noexcept;
};

} // namespace drogon
#endif
