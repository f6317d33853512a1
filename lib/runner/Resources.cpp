//===-- Resources.cpp - Where Clang's own headers are ---------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/runner/Resources.h"
#include "clang/Basic/Version.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include <dlfcn.h>

namespace asynctidy::runner {

namespace {

/// The folder in which \p File, a program or library, lies; empty when that
/// can't be told.
std::string folderOf(const char *File) {
  llvm::SmallString<256> Real;
  if (llvm::sys::fs::real_path(File, Real))
    return "";
  return llvm::sys::path::parent_path(Real).str();
}

} // namespace

std::string resourceFlag() {
  static const std::string Flag = [] {
    std::string (*InClang)() = clang::getClangFullVersion;
    Dl_info Here;
    std::vector<std::string> Libraries = {
        folderOf("/proc/self/exe") + "/../lib", ASYNC_TIDY_LLVM_LIBRARIES};
    // Clang's shared library, or this program when Clang is part of it.
    if (dladdr(reinterpret_cast<void *>(InClang), &Here))
      Libraries.insert(Libraries.begin(), folderOf(Here.dli_fname));
    for (const std::string &Folder : Libraries) {
      llvm::SmallString<256> Resources(Folder);
      llvm::sys::path::append(Resources, "clang", CLANG_VERSION_MAJOR_STRING);
      llvm::SmallString<256> Real;
      if (!llvm::sys::fs::real_path(Resources, Real))
        return ("-resource-dir=" + Real).str();
    }
    return std::string();
  }();
  return Flag;
}

} // namespace asynctidy::runner
