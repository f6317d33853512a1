//===-- InputFiles.h - Looks at files for Inputs ------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_RUNNER_INPUTFILES_H
#define ASYNC_TIDY_LIB_RUNNER_INPUTFILES_H

#include "lib/runner/Inputs.h"

namespace asynctidy::runner {

Digest digest(llvm::StringRef Bytes);

Input::Kind kindOf(const llvm::vfs::Status &S);

/// Does an input of this kind have a hash?
bool hasDigest(Input::Kind Is);

/// Text is read, not mapped: mapped bytes change, or are cut off, with the
/// file.
llvm::ErrorOr<std::unique_ptr<llvm::MemoryBuffer>>
readBytes(llvm::vfs::File &File, const llvm::Twine &Name, int64_t Size = -1,
          bool RequiresNullTerminator = true);

/// Of the names in \p Folder, as far as it can be read.
Digest listing(llvm::vfs::FileSystem &FS, const llvm::Twine &Folder);

} // namespace asynctidy::runner

#endif // ASYNC_TIDY_LIB_RUNNER_INPUTFILES_H
