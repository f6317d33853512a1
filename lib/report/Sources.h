//===-- Sources.h - Lines of the files that are reported on -----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_REPORT_SOURCES_H
#define ASYNC_TIDY_LIB_REPORT_SOURCES_H

#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/MemoryBuffer.h"
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace asynctidy::report {

/// Reads each file once. A file that can't be read is an empty one.
class Sources {
public:
  /// Relative names are taken from \p Root.
  explicit Sources(llvm::StringRef Root) : Root(Root.str()) {}

  /// The text of a line without its end; empty when there is no such line.
  llvm::StringRef line(llvm::StringRef File, unsigned Line);

  /// Bytes of a file; none when it can't be read.
  std::optional<size_t> size(llvm::StringRef File);

  /// Line and column of a byte, from 1. An offset behind the end is the end.
  std::pair<unsigned, unsigned> position(llvm::StringRef File, unsigned Offset);

private:
  struct Text {
    std::unique_ptr<llvm::MemoryBuffer> Buffer;
    /// Where each line begins.
    std::vector<size_t> Starts;

    llvm::StringRef all() const { return Buffer ? Buffer->getBuffer() : ""; }
  };

  const Text &text(llvm::StringRef File);

  std::string Root;
  llvm::StringMap<Text> Texts;
};

} // namespace asynctidy::report

#endif // ASYNC_TIDY_LIB_REPORT_SOURCES_H
