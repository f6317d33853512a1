//===-- Project.h - Where a project and its database are --------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_RUNNER_PROJECT_H
#define ASYNC_TIDY_LIB_RUNNER_PROJECT_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <string>

namespace asynctidy::runner {

/// \p Path made absolute, without `.` and `..`; links stay as they are.
std::string absolutePath(llvm::StringRef Path);

/// Is \p Path the folder \p Folder or inside it? Both absolute.
bool isWithin(llvm::StringRef Path, llvm::StringRef Folder);

/// The compilation database: the file in \p Build (a folder, or the file
/// itself), or, when that is empty, the closest `compile_commands.json` in the
/// parents of \p Start and in their folders `build`. The error says where it
/// was looked for.
llvm::Expected<std::string> findDatabase(llvm::StringRef Build,
                                         llvm::StringRef Start);

/// The folder that reported paths are relative to: the closest parent of the
/// sources that has a `.git` or `.async-tidy`. Without one it is the folder
/// that CMake was configured for, else the closest parent of the database that
/// holds all \p Files.
std::string projectRoot(llvm::StringRef Database,
                        llvm::ArrayRef<std::string> Files);

/// \p Path as it is reported: relative to \p Root when it is inside.
std::string reportedPath(llvm::StringRef Path, llvm::StringRef Root);

} // namespace asynctidy::runner

#endif // ASYNC_TIDY_LIB_RUNNER_PROJECT_H
