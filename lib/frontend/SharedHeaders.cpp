//===-- SharedHeaders.cpp - Libraries' headers, parsed once ---------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/frontend/SharedHeaders.h"
#include "lib/runner/Bytes.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Endian.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/xxhash.h"

namespace asynctidy::frontend {
namespace path = llvm::sys::path;
namespace vfs = llvm::vfs;
using llvm::StringRef;
using llvm::Twine;
using runner::appendNumber;
using runner::appendText;
using runner::ByteReader;

namespace {

constexpr llvm::StringLiteral Magic("ATS3");

void appendTexts(std::string &Out, llvm::ArrayRef<std::string> Texts) {
  appendNumber(Out, Texts.size());
  for (const std::string &T : Texts)
    appendText(Out, T);
}

/// Every element takes a byte at least.
bool readTexts(ByteReader &In, std::vector<std::string> &Texts) {
  uint64_t Count = In.number();
  if (Count > In.left())
    return false;
  while (Count--)
    Texts.push_back(In.text().str());
  return !In.failed();
}

bool readFile(ByteReader &In, SharedHeaders::File &F, uint64_t FileCount) {
  F.Name = In.text().str();
  uint64_t Count = In.number();
  if (Count > In.left())
    return false;
  while (Count--) {
    F.Includes.push_back(In.number());
    if (F.Includes.back() >= FileCount)
      return false;
  }
  return !In.failed();
}

/// Reads files of the cache, and everything else through another system.
class AroundCache : public vfs::ProxyFileSystem {
public:
  AroundCache(llvm::IntrusiveRefCntPtr<vfs::FileSystem> FS,
              std::vector<std::string> Files)
      : ProxyFileSystem(std::move(FS)), Files(std::move(Files)),
        Disk(vfs::createPhysicalFileSystem()) {}

  llvm::ErrorOr<vfs::Status> status(const Twine &Path) override {
    return at(Path).status(Path);
  }
  bool exists(const Twine &Path) override { return at(Path).exists(Path); }

  llvm::ErrorOr<std::unique_ptr<vfs::File>>
  openFileForRead(const Twine &Path) override;

private:
  vfs::FileSystem &at(const Twine &Path) {
    llvm::SmallString<256> Buffer;
    StringRef Asked = Path.toStringRef(Buffer);
    // Clang asks for the folder of a file as well.
    return llvm::any_of(Files,
                        [&](StringRef File) {
                          return Asked == File ||
                                 Asked == path::parent_path(File);
                        })
               ? *Disk
               : getUnderlyingFS();
  }

  std::vector<std::string> Files;
  llvm::IntrusiveRefCntPtr<vfs::FileSystem> Disk;
};

/// Clang would copy the file, for fear that somebody writes to it.
class MappedFile : public vfs::File {
public:
  MappedFile(std::unique_ptr<vfs::File> Inner) : Inner(std::move(Inner)) {}

  llvm::ErrorOr<vfs::Status> status() override { return Inner->status(); }
  llvm::ErrorOr<std::string> getName() override { return Inner->getName(); }
  llvm::ErrorOr<std::unique_ptr<llvm::MemoryBuffer>>
  getBuffer(const Twine &Name, int64_t Size, bool RequiresNullTerminator,
            bool /*IsVolatile*/) override {
    return Inner->getBuffer(Name, Size, RequiresNullTerminator,
                            /*IsVolatile=*/false);
  }
  std::error_code close() override { return Inner->close(); }

private:
  std::unique_ptr<vfs::File> Inner;
};

llvm::ErrorOr<std::unique_ptr<vfs::File>>
AroundCache::openFileForRead(const Twine &Path) {
  vfs::FileSystem &FS = at(Path);
  auto Opened = FS.openFileForRead(Path);
  if (!Opened || &FS != Disk.get())
    return Opened;
  return std::make_unique<MappedFile>(std::move(*Opened));
}

} // namespace

std::string SharedHeaders::encode() const {
  std::string Body;
  appendTexts(Body, Headers);
  appendTexts(Body, Unusable);
  appendNumber(Body, Files.size());
  for (const File &F : Files) {
    appendText(Body, F.Name);
    appendNumber(Body, F.Includes.size());
    for (unsigned I : F.Includes)
      appendNumber(Body, I);
  }
  std::string Hashes;
  for (uint64_t Hash : Identifiers) {
    char Bytes[sizeof(Hash)];
    llvm::support::endian::write64le(Bytes, Hash);
    Hashes.append(Bytes, sizeof(Bytes));
  }
  appendText(Body, Hashes);
  appendText(Body, Inputs);
  appendNumber(Body, Bytes);
  appendText(Body, path::filename(Precompiled));
  appendNumber(Body, PrecompiledSize);
  appendTexts(Body, Types);
  appendText(Body, path::filename(PrecompiledTypes));
  appendNumber(Body, TypesTried);
  return runner::sealed(Magic, Body);
}

std::optional<SharedHeaders> SharedHeaders::decode(StringRef Text) {
  std::optional<StringRef> Body = runner::unsealed(Magic, Text);
  if (!Body)
    return std::nullopt;
  ByteReader In(*Body);
  SharedHeaders Result;
  if (!readTexts(In, Result.Headers) || !readTexts(In, Result.Unusable))
    return std::nullopt;
  uint64_t Count = In.number();
  if (Count > In.left())
    return std::nullopt;
  Result.Files.resize(Count);
  for (File &F : Result.Files)
    if (!readFile(In, F, Count))
      return std::nullopt;
  StringRef Hashes = In.text();
  Result.Identifiers.reserve(Hashes.size() / sizeof(uint64_t));
  for (; Hashes.size() >= sizeof(uint64_t);
       Hashes = Hashes.drop_front(sizeof(uint64_t)))
    Result.Identifiers.push_back(
        llvm::support::endian::read64le(Hashes.data()));
  if (!Hashes.empty())
    return std::nullopt;
  Result.Inputs = In.text().str();
  Result.Bytes = In.number();
  Result.Precompiled = In.text().str();
  Result.PrecompiledSize = In.number();
  if (!readTexts(In, Result.Types))
    return std::nullopt;
  Result.PrecompiledTypes = In.text().str();
  Result.TypesTried = In.number() != 0;
  if (In.failed() || In.left())
    return std::nullopt;
  return Result;
}

bool SharedHeaders::knows(StringRef Header) const {
  return llvm::is_contained(Headers, Header) ||
         llvm::is_contained(Unusable, Header);
}

void SharedHeaders::setIdentifiers(llvm::ArrayRef<StringRef> Names) {
  Identifiers.clear();
  Identifiers.reserve(Names.size());
  for (StringRef Name : Names)
    Identifiers.push_back(llvm::xxh3_64bits(Name));
  llvm::sort(Identifiers);
}

bool SharedHeaders::hasIdentifier(StringRef Name) const {
  return llvm::binary_search(Identifiers, llvm::xxh3_64bits(Name));
}

std::string SharedHeaders::text() const {
  std::string Result;
  for (const std::string &H : Headers)
    Result += "#include " + H + "\n";
  return Result;
}

/// Whatever makes a type complete has it instantiated.
std::string SharedHeaders::textOfTypes() const {
  std::string Result;
  for (const std::string &T : Types)
    Result += "static_assert(sizeof(" + T + "));\n";
  return Result;
}

llvm::IntrusiveRefCntPtr<vfs::FileSystem>
withSharedHeaders(llvm::IntrusiveRefCntPtr<vfs::FileSystem> Base,
                  const SharedHeaders &Set) {
  auto Memory = llvm::makeIntrusiveRefCnt<vfs::InMemoryFileSystem>();
  auto Add = [&](StringRef Path, StringRef Text) {
    Memory->addFile(Path, /*ModificationTime=*/0,
                    llvm::MemoryBuffer::getMemBufferCopy(Text));
  };
  Add(SharedHeadersPath, Set.text());
  Add(SharedTypesPath, Set.textOfTypes());
  auto Result =
      llvm::makeIntrusiveRefCnt<vfs::OverlayFileSystem>(std::move(Base));
  Result->pushOverlay(std::move(Memory));
  std::vector<std::string> Files;
  for (const std::string *File : {&Set.Precompiled, &Set.PrecompiledTypes})
    if (!File->empty())
      Files.push_back(*File);
  return llvm::makeIntrusiveRefCnt<AroundCache>(std::move(Result),
                                                std::move(Files));
}

} // namespace asynctidy::frontend
