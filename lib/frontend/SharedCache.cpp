//===-- SharedCache.cpp - Where sets of headers are kept ------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/frontend/SharedHeaders.h"
#include "llvm/Support/CachePruning.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

namespace asynctidy::frontend {
namespace fs = llvm::sys::fs;
namespace sys_path = llvm::sys::path;
using llvm::StringRef;

namespace {

/// What LLVM's pruning takes for its own.
constexpr llvm::StringLiteral Prefix("llvmcache-");

/// Reads a file and sets the time at which that happened, by which pruning
/// goes: file systems that don't keep it are common.
std::unique_ptr<llvm::MemoryBuffer> readUsed(const std::string &Path) {
  auto File = fs::openNativeFileForRead(Path, fs::OF_UpdateAtime);
  if (!File) {
    llvm::consumeError(File.takeError());
    return nullptr;
  }
  auto Buffer = llvm::MemoryBuffer::getOpenFile(
      *File, Path, /*FileSize=*/-1, /*RequiresNullTerminator=*/false);
  std::ignore = fs::closeFile(*File);
  return Buffer ? std::move(*Buffer) : nullptr;
}

} // namespace

std::string SharedCache::path(const llvm::Twine &Name) const {
  llvm::SmallString<256> Result(Folder);
  sys_path::append(Result, Name);
  return Result.str().str();
}

std::optional<SharedHeaders> SharedCache::find(StringRef Key) const {
  auto Text = readUsed(path(Prefix + Key + ".set"));
  if (!Text)
    return std::nullopt;
  std::optional<SharedHeaders> Set = SharedHeaders::decode(Text->getBuffer());
  if (!Set || Set->Headers.empty())
    return Set;
  Set->Precompiled = path(Set->Precompiled);
  auto Precompiled = readUsed(Set->Precompiled);
  if (!Precompiled || Precompiled->getBufferSize() != Set->PrecompiledSize)
    return std::nullopt;
  if (!Set->PrecompiledTypes.empty()) {
    Set->PrecompiledTypes = path(Set->PrecompiledTypes);
    // It does without.
    if (!readUsed(Set->PrecompiledTypes)) {
      Set->Types.clear();
      Set->PrecompiledTypes.clear();
      Set->TypesTried = false;
    }
  }
  return Set;
}

llvm::Expected<std::string> SharedCache::newFile() const {
  if (std::error_code Code = fs::create_directories(Folder))
    return llvm::createStringError(Code, "can't make the folder '" + Folder +
                                             "': " + Code.message());
  if (!fs::is_directory(Folder))
    return llvm::createStringError("'" + Folder + "' is not a directory");
  llvm::SmallString<256> Result;
  fs::createUniquePath(path(Prefix + "%%%%%%%%%%%%.pch"), Result,
                       /*MakeAbsolute=*/false);
  return Result.str().str();
}

void SharedCache::discard(StringRef File) const {
  std::ignore = fs::remove(File);
  // Clang writes beside it first.
  std::string Beside = (sys_path::stem(File) + "-").str();
  std::error_code Code;
  for (fs::directory_iterator Other(Folder, Code), End; !Code && Other != End;
       Other.increment(Code))
    if (sys_path::filename(Other->path()).starts_with(Beside))
      std::ignore = fs::remove(Other->path());
}

llvm::Error SharedCache::keep(StringRef Key, const SharedHeaders &Set) const {
  std::vector<std::string> Former;
  if (std::optional<SharedHeaders> Old = find(Key))
    Former = {Old->Precompiled, Old->PrecompiledTypes};
  auto Temporary = fs::TempFile::create(path(Prefix + Key + "-%%%%%%%%.tmp"));
  if (!Temporary)
    return Temporary.takeError();
  llvm::raw_fd_ostream OS(Temporary->FD, /*shouldClose=*/false);
  OS << Set.encode();
  OS.flush();
  if (std::error_code Code = OS.error()) {
    OS.clear_error();
    llvm::consumeError(Temporary->discard());
    return llvm::createStringError(Code, Code.message());
  }
  if (llvm::Error Failed = Temporary->keep(path(Prefix + Key + ".set")))
    return llvm::joinErrors(std::move(Failed), Temporary->discard());
  for (const std::string &File : Former)
    if (!File.empty() && File != Set.Precompiled &&
        File != Set.PrecompiledTypes)
      std::ignore = fs::remove(File);
  return llvm::Error::success();
}

void SharedCache::prune(uint64_t Limit) const {
  llvm::CachePruningPolicy Policy;
  Policy.Interval = std::chrono::seconds(0);
  Policy.Expiration = std::chrono::hours(24 * 30);
  Policy.MaxSizeBytes = Limit;
  llvm::pruneCache(Folder, Policy);
}

llvm::Expected<uint64_t> SharedCache::clear() const {
  uint64_t Bytes = 0;
  std::error_code Code;
  for (fs::directory_iterator File(Folder, Code), End; !Code && File != End;
       File.increment(Code)) {
    if (!sys_path::filename(File->path()).starts_with(Prefix))
      continue;
    if (auto Status = File->status())
      Bytes += Status->getSize();
    if (std::error_code Kept = fs::remove(File->path()))
      return llvm::createStringError(Kept, "can't remove '" + File->path() +
                                               "': " + Kept.message());
  }
  if (Code && Code != std::errc::no_such_file_or_directory)
    return llvm::createStringError(Code, "can't read '" + Folder +
                                             "': " + Code.message());
  // LLVM's note of when it pruned last, and folders with something else stay.
  std::ignore = fs::remove(path("llvmcache.timestamp"));
  if (fs::get_file_type(Folder, /*Follow=*/false) ==
      fs::file_type::directory_file)
    std::ignore = fs::remove(Folder);
  return Bytes;
}

} // namespace asynctidy::frontend
