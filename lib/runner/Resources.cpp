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

std::string resourceFlag() {
  std::string (*InClang)() = clang::getClangFullVersion;
  Dl_info Library;
  llvm::SmallString<256> Real;
  if (!dladdr(reinterpret_cast<void *>(InClang), &Library) ||
      llvm::sys::fs::real_path(Library.dli_fname, Real))
    return "";
  llvm::sys::path::remove_filename(Real);
  llvm::sys::path::append(Real, "clang", CLANG_VERSION_MAJOR_STRING);
  return llvm::sys::fs::is_directory(Real) ? ("-resource-dir=" + Real).str()
                                           : "";
}

} // namespace asynctidy::runner
