//===-- PackReader.h - Reads and checks a pack ------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_CATALOG_PACKREADER_H
#define ASYNC_TIDY_LIB_CATALOG_PACKREADER_H

#include "lib/catalog/Model.h"
#include "llvm/Support/Allocator.h"
#include <memory>
#include <string>
#include <vector>

namespace asynctidy::catalog {

/// A mistake in a pack. Lines and columns count from 1; 0 when the file as a
/// whole is meant.
struct PackError {
  std::string File;
  unsigned Line = 0;
  unsigned Column = 0;
  /// What is wrong and what was expected.
  std::string Message;

  /// `file:line:column: error: message`
  std::string render() const;
};

/// Limits of a pack's file, see docs/catalog.md.
inline constexpr size_t MaxPackBytes = 1 << 20;
inline constexpr unsigned MaxPackDepth = 16;
inline constexpr size_t MaxPackNames = 1 << 16;
/// Further mistakes of a pack are left out.
inline constexpr size_t MaxPackMistakes = 1000;

/// A pack read at run time and the memory behind its references.
class PackStorage {
public:
  Pack P;
  /// Place of the pack's name, for a mistake about it.
  unsigned NameLine = 0;
  unsigned NameColumn = 0;

  /// A copy of \p Text that lives as long as this.
  llvm::StringRef save(llvm::StringRef Text);
  /// A copy of \p Items that lives as long as this. Destructors don't run:
  /// for the aggregates of Model.h, which own nothing.
  template <typename T> llvm::ArrayRef<T> save(llvm::ArrayRef<T> Items) {
    return Items.copy(Allocator);
  }
  template <typename T> llvm::ArrayRef<T> save(const std::vector<T> &Items) {
    return save(llvm::ArrayRef<T>(Items));
  }

private:
  llvm::BumpPtrAllocator Allocator;
};

/// Reads \p Text as the pack in \p File. Returns null when \p Errors got any;
/// every mistake of the pack is reported in one go, in the order of the file.
/// Never throws.
std::unique_ptr<PackStorage> readPack(llvm::StringRef File,
                                      llvm::StringRef Text,
                                      std::vector<PackError> &Errors);

/// The same for a file; one that can't be opened is a mistake.
std::unique_ptr<PackStorage> readPackFile(llvm::StringRef File,
                                          std::vector<PackError> &Errors);

} // namespace asynctidy::catalog

#endif // ASYNC_TIDY_LIB_CATALOG_PACKREADER_H
