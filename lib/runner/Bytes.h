//===-- Bytes.h - Values in files of our own --------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_RUNNER_BYTES_H
#define ASYNC_TIDY_LIB_RUNNER_BYTES_H

#include "llvm/ADT/StringRef.h"
#include <cstdint>
#include <optional>
#include <string>

namespace asynctidy::runner {

/// Takes values off the front. Once something is missing it only gives zeros
/// and empty texts.
class ByteReader {
public:
  explicit ByteReader(llvm::StringRef Text) : Rest(Text) {}

  /// A ULEB128.
  uint64_t number();
  llvm::StringRef bytes(size_t Size);
  uint8_t byte();
  /// Length and bytes.
  llvm::StringRef text() { return bytes(number()); }

  size_t left() const { return Rest.size(); }
  bool failed() const { return Failed; }

private:
  llvm::StringRef Rest;
  bool Failed = false;
};

/// What \c ByteReader reads.
void appendNumber(std::string &Out, uint64_t Value);
void appendText(std::string &Out, llvm::StringRef Text);

/// \p Body between \p Magic and a hash of both.
std::string sealed(llvm::StringRef Magic, llvm::StringRef Body);

/// The body, when \p Text is what \c sealed made with \p Magic.
std::optional<llvm::StringRef> unsealed(llvm::StringRef Magic,
                                        llvm::StringRef Text);

} // namespace asynctidy::runner

#endif // ASYNC_TIDY_LIB_RUNNER_BYTES_H
