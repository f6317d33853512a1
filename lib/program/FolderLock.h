//===-- FolderLock.h - One process at a time in a folder --------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_PROGRAM_FOLDERLOCK_H
#define ASYNC_TIDY_LIB_PROGRAM_FOLDERLOCK_H

#include "llvm/ADT/StringRef.h"

namespace asynctidy::program {

/// Keeps others who use it out of a folder until the end of the scope; the
/// system lets go of it when the process dies. Waits some seconds at most, and
/// does nothing where folders can't be locked: it makes rare races rarer, and
/// must not be what keeps a run from working.
class FolderLock {
public:
  explicit FolderLock(llvm::StringRef Folder);
  FolderLock(const FolderLock &) = delete;
  FolderLock &operator=(const FolderLock &) = delete;
  ~FolderLock();

private:
  int Descriptor = -1;
};

} // namespace asynctidy::program

#endif // ASYNC_TIDY_LIB_PROGRAM_FOLDERLOCK_H
