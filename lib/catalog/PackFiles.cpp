//===-- PackFiles.cpp - Finds the packs of a project and installation -----===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/catalog/Catalog.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include <dlfcn.h>

namespace fs = llvm::sys::fs;
namespace path = llvm::sys::path;

namespace asynctidy::catalog {

namespace {

std::vector<std::string> packsIn(llvm::StringRef Directory) {
  std::vector<std::string> Files;
  std::error_code Code;
  for (fs::directory_iterator It(Directory, Code), End; !Code && It != End;
       It.increment(Code))
    if (path::extension(It->path()) == ".yaml")
      Files.push_back(It->path());
  llvm::sort(Files);
  return Files;
}

/// The executable or plugin that this code is linked into.
std::string ownFile() {
  static char Anchor;
  Dl_info Info;
  llvm::SmallString<256> Real;
  // For an executable that was found in PATH the loader knows only its name.
  if (dladdr(&Anchor, &Info) && Info.dli_fname &&
      llvm::StringRef(Info.dli_fname).contains('/') &&
      !fs::real_path(Info.dli_fname, Real))
    return Real.str().str();
  return fs::getMainExecutable(nullptr, &Anchor);
}

} // namespace

std::vector<std::string> projectPacks(llvm::StringRef Directory) {
  llvm::SmallString<256> Parent(Directory);
  if (fs::make_absolute(Parent))
    return {};
  path::remove_dots(Parent, /*remove_dot_dot=*/true);
  for (; !Parent.empty(); Parent = path::parent_path(Parent).str()) {
    llvm::SmallString<256> Packs = Parent;
    path::append(Packs, ".async-tidy", "packs");
    if (fs::is_directory(Packs))
      return packsIn(Packs);
  }
  return {};
}

std::vector<std::string> installedPacks() {
  llvm::SmallString<256> Packs = path::parent_path(ownFile());
  if (Packs.empty())
    return {};
  path::append(Packs, "..", "share", "async-tidy", "packs");
  path::remove_dots(Packs, /*remove_dot_dot=*/true);
  return packsIn(Packs);
}

} // namespace asynctidy::catalog
