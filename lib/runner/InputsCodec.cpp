//===-- InputsCodec.cpp - Inputs as text, wherever the root is ----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/runner/Bytes.h"
#include "lib/runner/InputFiles.h"
#include "lib/runner/Inputs.h"
#include "lib/runner/Project.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/LEB128.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

namespace asynctidy::runner {
using llvm::StringRef;
using llvm::Twine;
using Kind = Input::Kind;

// Magic; number of inputs; for each, sorted by path: length of what the path
// has in common with the one before, length of the rest, the rest, kind and
// HasSame, group, digest. At the end the hash of all that. Numbers are ULEB128.

namespace {

/// Relative inside the root, which itself is the empty path. The others begin
/// with a slash.
StringRef storedPath(StringRef Path, StringRef Root) {
  return isWithin(Path, Root) ? Path.drop_front(Root.size()).ltrim('/') : Path;
}

constexpr llvm::StringLiteral Magic("ATI1");
constexpr uint8_t HasSame = 0x80;
/// Longer than any path that the system takes.
constexpr size_t LongestPath = 1 << 15;

std::string loadedPath(StringRef Stored, StringRef Root) {
  if (Stored.starts_with("/"))
    return Stored.str();
  return (Stored.empty() || Root.ends_with("/") ? Root + Stored
                                                : Root + "/" + Stored)
      .str();
}

llvm::Error broken(const char *Why) {
  return llvm::createStringError(Twine("broken list of inputs: ") + Why);
}

/// Reads one input; \p Path is the stored path of the one before it.
llvm::Error readInput(ByteReader &In, std::string &Path, bool IsFirst,
                      unsigned &Groups, Input &Result) {
  uint64_t Shared = In.number();
  StringRef Rest = In.bytes(In.number());
  if (Shared > Path.size() || Shared + Rest.size() > LongestPath)
    return broken("a path is too long");
  std::string Before = Path;
  Path.resize(Shared);
  Path += Rest;
  if (!IsFirst && Path <= Before)
    return broken("paths aren't sorted");
  uint8_t Flags = In.byte();
  uint8_t KindByte = Flags & ~HasSame;
  if (KindByte > uint8_t(Kind::Other))
    return broken("an unknown kind");
  Result.Is = Kind(KindByte);
  if (Flags & HasSame) {
    uint64_t Same = In.number();
    if (!Same || Same > Groups + 1 || Result.Is == Kind::Missing)
      return broken("a wrong group");
    Result.Same = Same;
    Groups = std::max(Groups, Result.Same);
  }
  if (hasDigest(Result.Is)) {
    StringRef Hash = In.bytes(Result.Hash.size());
    llvm::copy(Hash.bytes(), Result.Hash.begin());
  }
  return In.failed() ? broken("it ends too early") : llvm::Error::success();
}

} // namespace

std::string Inputs::encode(StringRef Root) const {
  std::vector<std::pair<StringRef, const Input *>> Sorted;
  Sorted.reserve(All.size());
  for (const Input &I : All)
    Sorted.emplace_back(storedPath(I.Path, Root), &I);
  llvm::sort(Sorted, llvm::less_first());

  std::string Result;
  llvm::raw_string_ostream OS(Result);
  llvm::encodeULEB128(Sorted.size(), OS);
  // Groups are numbered anew: their order depends on the root.
  llvm::DenseMap<unsigned, unsigned> Groups;
  StringRef Before;
  for (auto [Path, I] : Sorted) {
    auto [End, Other] =
        std::mismatch(Path.begin(), Path.end(), Before.begin(), Before.end());
    size_t Shared = End - Path.begin();
    llvm::encodeULEB128(Shared, OS);
    llvm::encodeULEB128(Path.size() - Shared, OS);
    OS << Path.drop_front(Shared);
    OS << char(uint8_t(I->Is) | (I->Same ? HasSame : 0));
    if (I->Same)
      llvm::encodeULEB128(
          Groups.try_emplace(I->Same, Groups.size() + 1).first->second, OS);
    if (hasDigest(I->Is))
      OS << llvm::toStringRef(I->Hash);
    Before = Path;
  }
  return sealed(Magic, Result);
}

llvm::Expected<Inputs> Inputs::decode(StringRef Text, StringRef Root) {
  std::optional<StringRef> Body = unsealed(Magic, Text);
  if (!Body)
    return broken("it has another format, or its checksum is wrong");
  ByteReader In(*Body);
  uint64_t Count = In.number();
  // Each takes three bytes at least.
  if (In.failed() || Count > In.left() / 3)
    return broken("it ends too early");
  Inputs Result;
  Result.All.resize(Count);
  std::string Path;
  unsigned Groups = 0;
  for (Input &I : Result.All) {
    bool IsFirst = &I == &Result.All.front();
    if (llvm::Error E = readInput(In, Path, IsFirst, Groups, I))
      return E;
    I.Path = loadedPath(Path, Root);
  }
  if (In.left())
    return broken("something follows");
  return Result;
}

} // namespace asynctidy::runner
