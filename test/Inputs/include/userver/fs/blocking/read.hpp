// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef USERVER_FS_BLOCKING_READ_HPP
#define USERVER_FS_BLOCKING_READ_HPP
#include <string>

namespace userver::fs::blocking {

std::string ReadFileContents(const std::string &Path);
bool FileExists(const std::string &Path);

} // namespace userver::fs::blocking
#endif
