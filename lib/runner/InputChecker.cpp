//===-- InputChecker.cpp - Would a parse see the same again? ------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/runner/InputFiles.h"
#include "lib/runner/Inputs.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/Support/MemoryBuffer.h"

namespace asynctidy::runner {
namespace fs = llvm::sys::fs;
namespace vfs = llvm::vfs;
using Kind = Input::Kind;

/// The hash is there only when \p I has one to compare it with.
const InputChecker::Now &InputChecker::look(const Input &I) {
  Now &N = Known[I.Path];
  if (!N.Is) {
    llvm::ErrorOr<vfs::Status> Status = FS->status(I.Path);
    N.Is = Status ? kindOf(*Status) : Kind::Missing;
    if (Status)
      N.ID = Status->getUniqueID();
  }
  if (N.Hash)
    return N;
  if (I.Is == Kind::Content && N.Is == Kind::File) {
    if (auto File = FS->openFileForRead(I.Path))
      if (auto Buffer = readBytes(**File, I.Path))
        N.Hash = digest((*Buffer)->getBuffer());
  } else if (I.Is == Kind::Listing && N.Is == Kind::Folder) {
    N.Hash = listing(*FS, I.Path);
  }
  return N;
}

bool InputChecker::current(const Inputs &Old) {
  llvm::DenseMap<fs::UniqueID, unsigned> Groups;
  llvm::DenseSet<unsigned> Begun;
  for (const Input &I : Old.All) {
    const Now &N = look(I);
    if (hasDigest(I.Is) ? N.Hash != I.Hash : N.Is != I.Is)
      return false;
    if (I.Is == Kind::Missing)
      continue;
    auto [Group, IsNew] = Groups.try_emplace(N.ID, I.Same);
    if (IsNew ? I.Same && !Begun.insert(I.Same).second
              : !I.Same || Group->second != I.Same)
      return false;
  }
  return true;
}

} // namespace asynctidy::runner
