//===-- RecordingFileSystem.cpp - Notes what a parse reads --------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/runner/InputFiles.h"
#include "lib/runner/Inputs.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/Chrono.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include <algorithm>
#include <utility>

namespace asynctidy::runner {
namespace fs = llvm::sys::fs;
namespace path = llvm::sys::path;
namespace vfs = llvm::vfs;
using llvm::StringRef;
using llvm::Twine;
using Kind = Input::Kind;

/// What is known of a path.
struct RecordingFileSystem::Seen {
  /// None before the first answer.
  std::optional<Kind> Is;
  /// Was more asked than whether it exists? A status has the file's size.
  bool BytesMatter = false;
  std::optional<Digest> Hash;
  fs::UniqueID ID;
  uint64_t Size = 0;
  llvm::sys::TimePoint<> Modified;
};

struct RecordingFileSystem::Record {
  llvm::StringMap<Seen, llvm::BumpPtrAllocator> Paths;
  /// Something was seen in two states.
  bool Changed = false;

  void missing(Seen &S) {
    Changed |= S.Is.value_or(Kind::Missing) != Kind::Missing;
    S.Is = Kind::Missing;
  }

  void found(Seen &S, const vfs::Status &Status) {
    Kind Is = kindOf(Status);
    if (S.Is) {
      Changed |= *S.Is != Is || S.ID != Status.getUniqueID();
      if (Is == Kind::File)
        Changed |= S.Size != Status.getSize() ||
                   S.Modified != Status.getLastModificationTime();
      return;
    }
    S.Is = Is;
    S.ID = Status.getUniqueID();
    S.Size = Status.getSize();
    S.Modified = Status.getLastModificationTime();
  }

  void answered(Seen &S, const llvm::ErrorOr<vfs::Status> &Answer) {
    if (Answer)
      found(S, *Answer);
    else
      missing(S);
  }

  void hashed(Seen &S, const Digest &Hash) {
    Changed |= S.Hash && *S.Hash != Hash;
    S.Hash = Hash;
  }

  Inputs result(vfs::FileSystem &FS);

private:
  bool isMissing(vfs::FileSystem &FS, StringRef Folder);
  StringRef outermostMissing(vfs::FileSystem &FS, StringRef Path);

  /// Folders that weren't looked for.
  llvm::StringMap<bool> OtherFolders;
};

bool RecordingFileSystem::Record::isMissing(vfs::FileSystem &FS,
                                            StringRef Folder) {
  auto Known = Paths.find(Folder);
  if (Known != Paths.end() && Known->second.Is)
    return Known->second.Is == Kind::Missing;
  auto [Other, IsNew] = OtherFolders.try_emplace(Folder);
  if (IsNew)
    Other->second = !FS.exists(Folder);
  return Other->second;
}

/// Without a folder nothing in it needs a note.
StringRef RecordingFileSystem::Record::outermostMissing(vfs::FileSystem &FS,
                                                        StringRef Path) {
  while (true) {
    StringRef Parent = path::parent_path(Path);
    if (Parent.empty() || !isMissing(FS, Parent))
      return Path;
    Path = Parent;
  }
}

Inputs RecordingFileSystem::Record::result(vfs::FileSystem &FS) {
  std::vector<std::pair<StringRef, const Seen *>> Sorted;
  for (const auto &Entry : Paths) {
    StringRef Path = Entry.getKey();
    if (Entry.second.Is == Kind::Missing)
      Path = outermostMissing(FS, Path);
    Sorted.emplace_back(Path, &Entry.second);
  }
  llvm::sort(Sorted, llvm::less_first());
  Sorted.erase(
      llvm::unique(Sorted, [](const auto &A,
                              const auto &B) { return A.first == B.first; }),
      Sorted.end());

  Inputs Result;
  Result.All.reserve(Sorted.size());
  llvm::DenseMap<fs::UniqueID, size_t> Firsts;
  unsigned Groups = 0;
  for (auto [Path, S] : Sorted) {
    Input I;
    I.Path = Path.str();
    I.Is = *S->Is;
    if (S->Hash) {
      I.Is = I.Is == Kind::Folder ? Kind::Listing : Kind::Content;
      I.Hash = *S->Hash;
    }
    if (I.Is != Kind::Missing) {
      auto [First, IsNew] = Firsts.try_emplace(S->ID, Result.All.size());
      if (!IsNew) {
        unsigned &Same = Result.All[First->second].Same;
        if (!Same)
          Same = ++Groups;
        I.Same = Same;
      }
    }
    Result.All.push_back(std::move(I));
  }
  return Result;
}

/// Hashes what is read.
class RecordingFileSystem::RecordedFile : public vfs::File {
public:
  RecordedFile(std::unique_ptr<vfs::File> Inner, std::shared_ptr<Record> R,
               Seen &S)
      : Inner(std::move(Inner)), R(std::move(R)), S(S) {}

  llvm::ErrorOr<vfs::Status> status() override {
    llvm::ErrorOr<vfs::Status> Result = Inner->status();
    if (Result)
      R->found(S, *Result);
    return Result;
  }

  llvm::ErrorOr<std::string> getName() override { return Inner->getName(); }

  llvm::ErrorOr<std::unique_ptr<llvm::MemoryBuffer>>
  getBuffer(const Twine &Name, int64_t FileSize, bool RequiresNullTerminator,
            bool /*IsVolatile*/) override {
    auto Buffer = readBytes(*Inner, Name, FileSize, RequiresNullTerminator);
    llvm::ErrorOr<vfs::Status> Status = this->status();
    if (!Status || (!Buffer && !Status->isDirectory())) {
      R->Changed = true;
    } else if (Buffer) {
      size_t Size = (*Buffer)->getBufferSize();
      // A part was asked for: the whole file is hashed later.
      if (Status->isRegularFile() && Size == Status->getSize())
        R->hashed(S, digest((*Buffer)->getBuffer()));
      else if (!Status->isRegularFile() && Size)
        R->Changed = true; // from a pipe, say: it can't be read again
    }
    return Buffer;
  }

  std::error_code close() override { return Inner->close(); }

protected:
  void setPath(const Twine &Path) override {
    Inner = std::move(*getWithPath(std::move(Inner), Path));
  }

private:
  std::unique_ptr<vfs::File> Inner;
  std::shared_ptr<Record> R;
  Seen &S;
};

RecordingFileSystem::RecordingFileSystem(
    llvm::IntrusiveRefCntPtr<vfs::FileSystem> FS)
    : ProxyFileSystem(std::move(FS)), Noted(std::make_shared<Record>()) {}

RecordingFileSystem::~RecordingFileSystem() = default;

/// Null for the empty path, which names nothing.
RecordingFileSystem::Seen *RecordingFileSystem::at(const Twine &Path) {
  llvm::SmallString<256> Key;
  Path.toVector(Key);
  if (Key.empty())
    return nullptr;
  if (!path::is_absolute(Key))
    Noted->Changed |= getUnderlyingFS().makeAbsolute(Key) ||
                      !path::is_absolute(Key); // without a current folder
  StringRef Text = Key;
  if (Text.contains("/.") || Text.contains("//") || Text.ends_with("/"))
    path::remove_dots(Key, /*remove_dot_dot=*/false);
  return &Noted->Paths[Key];
}

llvm::ErrorOr<vfs::Status> RecordingFileSystem::status(const Twine &Path) {
  llvm::ErrorOr<vfs::Status> Result = getUnderlyingFS().status(Path);
  if (Seen *S = at(Path)) {
    Noted->answered(*S, Result);
    S->BytesMatter = true;
  }
  return Result;
}

bool RecordingFileSystem::exists(const Twine &Path) {
  llvm::ErrorOr<vfs::Status> Result = getUnderlyingFS().status(Path);
  if (Seen *S = at(Path))
    Noted->answered(*S, Result);
  return Result && Result->exists();
}

llvm::ErrorOr<std::unique_ptr<vfs::File>>
RecordingFileSystem::openFileForRead(const Twine &Path) {
  auto Result = getUnderlyingFS().openFileForRead(Path);
  Seen *S = at(Path);
  if (!S)
    return Result;
  S->BytesMatter = true;
  if (Result) {
    auto File = std::make_unique<RecordedFile>(std::move(*Result), Noted, *S);
    // Asked for next anyway.
    Noted->Changed |= !File->status();
    return File;
  }
  if (Result.getError() == std::errc::no_such_file_or_directory) {
    Noted->missing(*S);
    return Result;
  }
  llvm::ErrorOr<vfs::Status> Status = getUnderlyingFS().status(Path);
  Noted->answered(*S, Status);
  // It may be readable the next time without any other change.
  Noted->Changed |= Status && !Status->isDirectory();
  return Result;
}

vfs::directory_iterator RecordingFileSystem::dir_begin(const Twine &Dir,
                                                       std::error_code &EC) {
  if (Seen *S = at(Dir)) {
    Noted->answered(*S, getUnderlyingFS().status(Dir));
    if (S->Is == Kind::Folder)
      Noted->hashed(*S, listing(getUnderlyingFS(), Dir));
  }
  return getUnderlyingFS().dir_begin(Dir, EC);
}

std::error_code
RecordingFileSystem::getRealPath(const Twine &Path,
                                 llvm::SmallVectorImpl<char> &Output) {
  std::error_code EC = getUnderlyingFS().getRealPath(Path, Output);
  // Noted as two names of one file: a link that leads elsewhere later is seen.
  exists(Path);
  if (!EC)
    exists(Output);
  return EC;
}

/// Looks at what was opened or asked for but not read.
void RecordingFileSystem::complete(StringRef Path, Seen &S,
                                   const std::shared_ptr<Record> &R) const {
  if (S.Is != Kind::File || !S.BytesMatter || S.Hash)
    return;
  auto File = getUnderlyingFS().openFileForRead(Path);
  // What can't be read was not read by the parse either.
  if (!File)
    return;
  RecordedFile(std::move(*File), R, S)
      .getBuffer(Path, -1, /*RequiresNullTerminator=*/true, true);
  R->Changed |= !S.Hash;
}

std::optional<Inputs> RecordingFileSystem::take() {
  std::shared_ptr<Record> R = std::exchange(Noted, std::make_shared<Record>());
  for (auto &Entry : R->Paths)
    complete(Entry.getKey(), Entry.second, R);
  if (R->Changed)
    return std::nullopt;
  return R->result(getUnderlyingFS());
}

} // namespace asynctidy::runner
