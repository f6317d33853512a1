//===-- CacheCommand.cpp - async-tidy cache -------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tools/async-tidy/CacheCommand.h"
#include "lib/frontend/SharedHeaders.h"
#include "lib/program/StoreFile.h"
#include "lib/runner/Project.h"
#include "tools/async-tidy/FactsCommands.h"
#include "tools/async-tidy/Messages.h"
#include "tools/async-tidy/RunCommand.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

namespace asynctidy {
namespace fs = llvm::sys::fs;
namespace path = llvm::sys::path;

std::string cacheFolder(const std::string &Named) {
  if (!Named.empty())
    return runner::absolutePath(Named);
  llvm::SmallString<256> Folder;
  if (!path::cache_directory(Folder))
    return "";
  path::append(Folder, "async-tidy");
  return Folder.str().str();
}

int clearCommand(const CacheClearOptions &Options) {
  int Status = NothingFound;
  auto Fail = [&](llvm::Error E) {
    error() << llvm::toString(std::move(E)) << '\n';
    Status = Misused;
  };
  std::string Folder = cacheFolder(Options.Dir);
  llvm::Expected<uint64_t> Bytes = frontend::SharedCache(Folder).clear();
  if (Bytes)
    llvm::outs() << "removed " << (*Bytes + 500000) / 1000000
                 << " MB of precompiled headers from " << Folder << '\n';
  else
    Fail(Bytes.takeError());

  std::string Store = storeFile(Options.Store);
  if (!fs::exists(Store))
    return Status;
  if (llvm::Error Foreign = program::checkReplaceable(Store)) {
    Fail(std::move(Foreign));
    return Status;
  }
  program::removeStore(Store);
  llvm::outs() << "removed " << Store << '\n';
  return Status;
}

} // namespace asynctidy
