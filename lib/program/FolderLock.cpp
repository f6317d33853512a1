//===-- FolderLock.cpp - One process at a time in a folder ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/program/FolderLock.h"
#include <cerrno>
#include <fcntl.h>
#include <string>
#include <sys/file.h>
#include <unistd.h>

namespace asynctidy::program {

namespace {
constexpr unsigned WaitMicroseconds = 2'000;
constexpr unsigned MostWaits = 5'000;
} // namespace

FolderLock::FolderLock(llvm::StringRef Folder) {
  Descriptor = ::open(Folder.empty() ? "." : Folder.str().c_str(),
                      O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (Descriptor < 0)
    return;
  for (unsigned Waits = 0; Waits != MostWaits; ++Waits) {
    if (::flock(Descriptor, LOCK_EX | LOCK_NB) == 0 ||
        (errno != EWOULDBLOCK && errno != EINTR))
      return;
    ::usleep(WaitMicroseconds);
  }
}

FolderLock::~FolderLock() {
  if (Descriptor >= 0)
    ::close(Descriptor);
}

} // namespace asynctidy::program
