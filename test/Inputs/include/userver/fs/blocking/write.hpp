// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef USERVER_FS_BLOCKING_WRITE_HPP
#define USERVER_FS_BLOCKING_WRITE_HPP
#include <string>
#include <string_view>

namespace userver::fs::blocking {

void CreateDirectories(std::string_view Path);
void RewriteFileContents(const std::string &Path, std::string_view Contents);
void Rename(const std::string &Source, const std::string &Destination);
bool RemoveSingleFile(const std::string &Path);

} // namespace userver::fs::blocking
#endif
