//===-- SharedHeaders.h - Libraries' headers, parsed once -------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The external headers of units whose options agree are precompiled together,
/// without the bodies of their functions. A unit that begins with the result
/// finds its own includes of them done. Later the types that units were seen to
/// instantiate are added, in a second precompiled file on top of the first.
/// Files of the cache: `.set` has what is known of the set, two `.pch` what
/// Clang made of it.
///
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_FRONTEND_SHAREDHEADERS_H
#define ASYNC_TIDY_LIB_FRONTEND_SHAREDHEADERS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/IntrusiveRefCntPtr.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace asynctidy::frontend {

struct SharedHeaders {
  /// A file behind the set, and which others it includes.
  struct File {
    /// As Clang named it.
    std::string Name;
    /// Indexes of \c Files.
    std::vector<unsigned> Includes;
  };

  /// As they stand between `#include` and the end of the line, in the order in
  /// which they were included.
  std::vector<std::string> Headers;
  /// Those that were asked for and can't be in it: errors, or not found.
  std::vector<std::string> Unusable;
  std::vector<File> Files;
  /// Hashes of all names in the files, sorted.
  std::vector<uint64_t> Identifiers;
  /// What the parse read, see runner::Inputs.
  std::string Inputs;
  /// Of all files together.
  uint64_t Bytes = 0;
  /// Absolute; the file has names in its own folder.
  std::string Precompiled;
  /// In bytes: a file of another size is not the one.
  uint64_t PrecompiledSize = 0;
  /// Types that take long to instantiate, and what Clang made of them, on top
  /// of \c Precompiled; empty when there is none.
  std::vector<std::string> Types;
  std::string PrecompiledTypes;
  /// Types were asked for, whatever came of it.
  bool TypesTried = false;

  std::string encode() const;
  static std::optional<SharedHeaders> decode(llvm::StringRef Text);

  /// Is \p Header in the set, or known not to fit in?
  bool knows(llvm::StringRef Header) const;

  void setIdentifiers(llvm::ArrayRef<llvm::StringRef> Names);
  /// Does any of the files have the name?
  bool hasIdentifier(llvm::StringRef Name) const;

  /// The sources that were precompiled.
  std::string text() const;
  std::string textOfTypes() const;

  /// What a unit begins with: the last of the precompiled files.
  const std::string &last() const {
    return PrecompiledTypes.empty() ? Precompiled : PrecompiledTypes;
  }
};

/// Where Clang finds the sources: nowhere on the disk.
constexpr llvm::StringLiteral SharedHeadersPath("/async-tidy/headers.hpp");
constexpr llvm::StringLiteral SharedTypesPath("/async-tidy/types.hpp");

/// \p Base with the sources of \p Set, and with its precompiled files read
/// around \p Base: the cache is no input of a unit.
llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem>
withSharedHeaders(llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Base,
                  const SharedHeaders &Set);

/// The folder of sets, one for each project and group of options. Several
/// processes may use it at once: files appear whole, and one that is removed
/// while it is used stays readable.
class SharedCache {
public:
  explicit SharedCache(std::string Folder) : Folder(std::move(Folder)) {}

  /// The set that was kept last under \p Key, whether or not it is up to date.
  /// It counts as used.
  std::optional<SharedHeaders> find(llvm::StringRef Key) const;

  /// A name in the folder, which is made, that nothing else has. The file is
  /// not made.
  llvm::Expected<std::string> newFile() const;

  /// Removes what is left of making a file of \c newFile.
  void discard(llvm::StringRef File) const;

  /// Takes \p Set over, whose precompiled files are of \c newFile; those of the
  /// former set under \p Key go, as far as they are others.
  llvm::Error keep(llvm::StringRef Key, const SharedHeaders &Set) const;

  /// Removes what was not used for longest until the rest has at most \p Limit
  /// bytes, 0 for no limit.
  void prune(uint64_t Limit) const;

  /// Removes all sets, and the folder when nothing else is in it. Returns how
  /// many bytes that were.
  llvm::Expected<uint64_t> clear() const;

private:
  std::string path(const llvm::Twine &Name) const;

  std::string Folder;
};

} // namespace asynctidy::frontend

#endif // ASYNC_TIDY_LIB_FRONTEND_SHAREDHEADERS_H
