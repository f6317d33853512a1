//===-- Inputs.h - What the parse of a unit depends on ----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A result that was kept is used again only when a new parse would see the
/// same: the bytes of each file that was read, that there is nothing at each
/// path where something was looked for in vain, and which names are names of
/// one file (`#pragma once` goes by that). Times don't matter.
///
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_RUNNER_INPUTS_H
#define ASYNC_TIDY_LIB_RUNNER_INPUTS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/Allocator.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/FileSystem/UniqueID.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace asynctidy::runner {

/// A hash that is wide enough to stand for the bytes.
using Digest = std::array<uint8_t, 16>;

/// What a parse saw at one path.
struct Input {
  enum class Kind : uint8_t {
    /// Nothing, or nothing that can be reached.
    Missing,
    /// A regular file that was only asked for.
    File,
    /// A regular file with these bytes.
    Content,
    /// A folder.
    Folder,
    /// A folder with these names in it.
    Listing,
    /// A device, a pipe or a socket.
    Other,
  };

  /// Absolute. Has no `.`, but may have `..`, which goes through links.
  std::string Path;
  Kind Is = Kind::Missing;
  /// Of \c Content and \c Listing.
  Digest Hash = {};
  /// Paths with the same number, except 0, lead to one file or folder; all
  /// others lead to different ones.
  unsigned Same = 0;
};

/// All that one parse saw.
struct Inputs {
  std::vector<Input> All;

  /// The same for the same inputs wherever \p Root is: paths inside it are
  /// written relative to it. \p Root is absolute.
  std::string encode(llvm::StringRef Root) const;

  /// What \c encode made, for a project that is in \p Root now.
  static llvm::Expected<Inputs> decode(llvm::StringRef Text,
                                       llvm::StringRef Root);
};

/// Notes what is looked for and read through it. It goes directly around the
/// disk's file system: files in memory are no inputs. Each parse needs a
/// FileManager of its own, since what that remembers isn't asked for again. For
/// one thread.
class RecordingFileSystem : public llvm::vfs::ProxyFileSystem {
public:
  explicit RecordingFileSystem(llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem>
                                   FS = llvm::vfs::createPhysicalFileSystem());
  ~RecordingFileSystem() override;

  /// What was noted since the last call; none when something changed
  /// meanwhile, so that no later state can be compared with what was seen.
  std::optional<Inputs> take();

  llvm::ErrorOr<llvm::vfs::Status> status(const llvm::Twine &Path) override;
  bool exists(const llvm::Twine &Path) override;
  llvm::ErrorOr<std::unique_ptr<llvm::vfs::File>>
  openFileForRead(const llvm::Twine &Path) override;
  llvm::vfs::directory_iterator dir_begin(const llvm::Twine &Dir,
                                          std::error_code &EC) override;
  std::error_code getRealPath(const llvm::Twine &Path,
                              llvm::SmallVectorImpl<char> &Output) override;

private:
  struct Seen;
  struct Record;
  class RecordedFile;

  Seen *at(const llvm::Twine &Path);
  void complete(llvm::StringRef Path, Seen &S,
                const std::shared_ptr<Record> &R) const;

  /// Files that are still open hold it as well.
  std::shared_ptr<Record> Noted;
};

/// Compares inputs with what is there now. Looks at each path once, so it is
/// for one run. For one thread.
class InputChecker {
public:
  explicit InputChecker(llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> FS =
                            llvm::vfs::createPhysicalFileSystem())
      : FS(std::move(FS)) {}

  /// Would a parse see the same as the one that \p Old is of?
  bool current(const Inputs &Old);

private:
  /// What is at a path now.
  struct Now {
    /// Never \c Content or \c Listing; none before the first look.
    std::optional<Input::Kind> Is;
    llvm::sys::fs::UniqueID ID;
    /// Of the bytes or the names.
    std::optional<Digest> Hash;
  };

  const Now &look(const Input &I);

  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> FS;
  llvm::StringMap<Now, llvm::BumpPtrAllocator> Known;
};

/// A name for what \p Parts say together, in hexadecimal.
std::string unitKey(llvm::ArrayRef<llvm::StringRef> Parts);
std::string unitKey(llvm::ArrayRef<std::string> Parts);

/// Identifies this build of the running program and of the libraries that it
/// was started with, LLVM's among them. When that can't be told it is different
/// in every process.
std::string buildId();

} // namespace asynctidy::runner

#endif // ASYNC_TIDY_LIB_RUNNER_INPUTS_H
