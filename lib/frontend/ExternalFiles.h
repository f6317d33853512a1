//===-- ExternalFiles.h - Whose code a header is ----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_FRONTEND_EXTERNALFILES_H
#define ASYNC_TIDY_LIB_FRONTEND_EXTERNALFILES_H

#include "clang/Lex/Preprocessor.h"
#include "llvm/ADT/StringRef.h"
#include <string>

namespace asynctidy::frontend {

/// \p File as an absolute path without dots, however it was included: names of
/// precompiled files are so too.
std::string plainName(clang::FileEntryRef File,
                      const clang::FileManager &Files);

/// Tells the project's own headers from those of libraries: what lies outside
/// the project's root, in the build folder, or in a folder that by its name
/// holds other people's code (`third_party`, `_deps`, ...).
class ExternalFiles {
public:
  /// Both absolute. \p BuildFolder may be empty; one that has the whole project
  /// in it counts for nothing.
  ExternalFiles(std::string Root, std::string BuildFolder);

  /// \p Path is absolute.
  bool isExternal(llvm::StringRef Path) const;
  bool isExternal(clang::FileEntryRef File,
                  const clang::FileManager &Files) const;

  /// From now on every external header that \p PP enters is a system header,
  /// as are the headers that it includes.
  void markIn(clang::Preprocessor &PP) const;

  const std::string &root() const { return Root; }
  const std::string &buildFolder() const { return BuildFolder; }

private:
  std::string Root;
  std::string BuildFolder;
};

} // namespace asynctidy::frontend

#endif // ASYNC_TIDY_LIB_FRONTEND_EXTERNALFILES_H
