//===-- IncludeScan.h - Which external headers units include ----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_FRONTEND_INCLUDESCAN_H
#define ASYNC_TIDY_LIB_FRONTEND_INCLUDESCAN_H

#include "lib/frontend/ExternalFiles.h"
#include "clang/Frontend/CompilerInstance.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/StringSet.h"
#include <map>
#include <string>
#include <vector>

namespace asynctidy::frontend {

/// How to write an include of the external header \p File, which the code
/// around it calls \p Name: so that it means the same file everywhere.
std::string externalInclude(llvm::StringRef Name, bool IsAngled,
                            clang::FileEntryRef File,
                            const clang::FileManager &Files);

/// Looks for the external headers that units include directly, by the
/// directives alone: what stands under a condition is left out.
class IncludeScan {
public:
  /// \p CI has its invocation, file manager, source manager and target, and
  /// gets a preprocessor.
  IncludeScan(clang::CompilerInstance &CI, const ExternalFiles &External);

  /// The includes of \p Path, a unit, and of the project's headers that it
  /// includes, in the order in which a parse would see them.
  std::vector<std::string> unit(llvm::StringRef Path);

  /// The same for a file that the command line includes.
  std::vector<std::string> forced(llvm::StringRef Path);

private:
  /// An include of a project's file, found.
  struct Found {
    std::string External; ///< as \c externalInclude has it, or empty
    clang::OptionalFileEntryRef Own;
  };

  const std::vector<Found> &file(clang::FileEntryRef File);
  std::optional<Found> resolve(llvm::StringRef Spelled,
                               clang::FileEntryRef From);
  void collect(clang::FileEntryRef File);

  clang::CompilerInstance &CI;
  const ExternalFiles &External;
  std::map<const clang::FileEntry *, std::vector<Found>> Files;
  llvm::DenseSet<const clang::FileEntry *> Entered;
  llvm::StringSet<> Seen;
  std::vector<std::string> Headers;
};

} // namespace asynctidy::frontend

#endif // ASYNC_TIDY_LIB_FRONTEND_INCLUDESCAN_H
