//===-- OutputFile.h - A file that is there whole or not --------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_RUNNER_OUTPUTFILE_H
#define ASYNC_TIDY_LIB_RUNNER_OUTPUTFILE_H

#include "llvm/Support/Error.h"
#include "llvm/Support/FileSystem.h"
#include <optional>
#include <string>

namespace asynctidy::runner {

/// Opened before the work, so that a wrong name is known at once; the old
/// content stays until \c write.
class OutputFile {
public:
  static llvm::Expected<OutputFile> create(llvm::StringRef Path);

  OutputFile(OutputFile &&) = default;
  OutputFile &operator=(OutputFile &&) = delete;
  ~OutputFile();

  /// Replaces the file by one with \p Text.
  llvm::Error write(llvm::StringRef Text);

private:
  explicit OutputFile(std::string Path) : Path(std::move(Path)) {}

  std::string Path;
  /// None when the path is a device or a pipe: that is written in place.
  std::optional<llvm::sys::fs::TempFile> Temporary;
};

} // namespace asynctidy::runner

#endif // ASYNC_TIDY_LIB_RUNNER_OUTPUTFILE_H
