//===-- WriteFile.cpp - A file that is there whole or not -----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/program/WriteFile.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/raw_ostream.h"
#include <tuple>

namespace asynctidy::program {
namespace fs = llvm::sys::fs;

std::string pathBeside(llvm::StringRef Path) {
  std::string Result;
  do {
    unsigned Random = llvm::sys::Process::GetRandomNumber();
    Result = llvm::formatv("{0}.new-{1:x-8}", Path, Random);
  } while (fs::exists(Result));
  return Result;
}

llvm::Error writeFile(llvm::StringRef Path, llvm::StringRef Text) {
  auto Failed = [&](std::error_code EC) {
    return llvm::createStringError("can't write '" + Path +
                                   "': " + EC.message());
  };
  llvm::StringRef Folder = llvm::sys::path::parent_path(Path);
  if (std::error_code EC = fs::create_directories(Folder))
    return Failed(EC);
  std::string Beside = pathBeside(Path);
  std::error_code EC;
  {
    llvm::raw_fd_ostream OS(Beside, EC, fs::CD_CreateNew);
    if (EC)
      return Failed(EC);
    OS << Text;
    OS.close();
    EC = OS.error();
    OS.clear_error();
  }
  if (!EC)
    EC = fs::rename(Beside, Path);
  if (!EC)
    return llvm::Error::success();
  std::ignore = fs::remove(Beside);
  return Failed(EC);
}

} // namespace asynctidy::program
