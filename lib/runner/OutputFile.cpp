//===-- OutputFile.cpp - A file that is there whole or not ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/runner/OutputFile.h"
#include "llvm/Support/raw_ostream.h"

namespace asynctidy::runner {
namespace fs = llvm::sys::fs;

namespace {

llvm::Error failed(llvm::StringRef Path, const std::string &Why) {
  return llvm::createStringError("can't write '" + Path + "': " + Why);
}

} // namespace

llvm::Expected<OutputFile> OutputFile::create(llvm::StringRef Path) {
  if (fs::is_directory(Path))
    return failed(Path, "it is a folder");
  OutputFile Result(Path.str());
  if (fs::exists(Path) && !fs::is_regular_file(Path))
    return Result;
  auto Temporary = fs::TempFile::create(Path + ".tmp-%%%%%%%%",
                                        fs::all_read | fs::owner_write);
  if (!Temporary)
    return failed(Path, llvm::toString(Temporary.takeError()));
  Result.Temporary.emplace(std::move(*Temporary));
  return Result;
}

OutputFile::~OutputFile() {
  if (Temporary)
    llvm::consumeError(Temporary->discard());
}

llvm::Error OutputFile::write(llvm::StringRef Text) {
  std::error_code EC;
  auto Put = [&](llvm::raw_fd_ostream &OS) {
    OS << Text;
    OS.flush();
    EC = OS.error();
    OS.clear_error();
  };
  if (!Temporary) {
    llvm::raw_fd_ostream OS(Path, EC);
    if (!EC)
      Put(OS);
    return EC ? failed(Path, EC.message()) : llvm::Error::success();
  }
  {
    llvm::raw_fd_ostream OS(Temporary->FD, /*shouldClose=*/false);
    Put(OS);
  }
  if (EC)
    return failed(Path, EC.message());
  llvm::Error Kept = Temporary->keep(Path);
  Temporary.reset();
  return Kept ? failed(Path, llvm::toString(std::move(Kept)))
              : llvm::Error::success();
}

} // namespace asynctidy::runner
