//===-- Inputs.cpp - What the parse of a unit depends on ------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/runner/Inputs.h"
#include "lib/runner/Project.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Chrono.h"
#include "llvm/Support/Endian.h"
#include "llvm/Support/LEB128.h"
#include "llvm/Support/MathExtras.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/raw_ostream.h"
#include "llvm/Support/xxhash.h"
#include <algorithm>
#include <bit>
#include <chrono>
#include <cstring>
#include <link.h>
#include <utility>

namespace asynctidy::runner {
namespace fs = llvm::sys::fs;
namespace path = llvm::sys::path;
namespace vfs = llvm::vfs;
using llvm::StringRef;
using llvm::Twine;
using Kind = Input::Kind;

//===----------------------------------------------------------------------===//
// Looking at files
//===----------------------------------------------------------------------===//

namespace {

Digest digest(StringRef Bytes) {
  llvm::XXH128_hash_t Hash =
      llvm::xxh3_128bits(llvm::arrayRefFromStringRef(Bytes));
  Digest Result;
  llvm::support::endian::write64le(Result.data(), Hash.low64);
  llvm::support::endian::write64le(Result.data() + 8, Hash.high64);
  return Result;
}

Kind kindOf(const vfs::Status &S) {
  if (S.isRegularFile())
    return Kind::File;
  return S.isDirectory() ? Kind::Folder : Kind::Other;
}

/// Text is read, not mapped: mapped bytes change, or are cut off, with the
/// file.
llvm::ErrorOr<std::unique_ptr<llvm::MemoryBuffer>>
readBytes(vfs::File &File, const Twine &Name, int64_t Size = -1,
          bool RequiresNullTerminator = true) {
  return File.getBuffer(Name, Size, RequiresNullTerminator,
                        /*IsVolatile=*/true);
}

/// Of the names in \p Folder, as far as it can be read.
Digest listing(vfs::FileSystem &FS, const Twine &Folder) {
  std::vector<std::string> Names;
  std::error_code EC;
  for (vfs::directory_iterator I = FS.dir_begin(Folder, EC), End;
       !EC && I != End; I.increment(EC))
    Names.push_back(path::filename(I->path()).str());
  llvm::sort(Names);
  // No name has a slash.
  return digest(llvm::join(Names, "/"));
}

} // namespace

//===----------------------------------------------------------------------===//
// RecordingFileSystem
//===----------------------------------------------------------------------===//

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

//===----------------------------------------------------------------------===//
// The encoding
//===----------------------------------------------------------------------===//

// Magic; number of inputs; for each, sorted by path: length of what the path
// has in common with the one before, length of the rest, the rest, kind and
// HasSame, group, digest. At the end the hash of all that. Numbers are ULEB128.

namespace {

constexpr llvm::StringLiteral Magic("ATI1");
constexpr uint8_t HasSame = 0x80;
constexpr size_t ChecksumSize = 8;
/// Longer than any path that the system takes.
constexpr size_t LongestPath = 1 << 15;

bool hasDigest(Kind K) { return K == Kind::Content || K == Kind::Listing; }

/// Relative inside the root, which itself is the empty path. The others begin
/// with a slash.
StringRef storedPath(StringRef Path, StringRef Root) {
  return isWithin(Path, Root) ? Path.drop_front(Root.size()).ltrim('/') : Path;
}

std::string loadedPath(StringRef Stored, StringRef Root) {
  if (Stored.starts_with("/"))
    return Stored.str();
  return (Stored.empty() || Root.ends_with("/") ? Root + Stored
                                                : Root + "/" + Stored)
      .str();
}

void appendChecksum(std::string &Text) {
  char Sum[ChecksumSize];
  llvm::support::endian::write64le(Sum, llvm::xxh3_64bits(StringRef(Text)));
  Text.append(Sum, ChecksumSize);
}

/// Takes values off the front. Once something is missing it only gives zeros.
class Reader {
public:
  explicit Reader(StringRef Text) : Rest(Text) {}

  uint64_t number() {
    unsigned Length = 0;
    const char *Error = nullptr;
    uint64_t Value = llvm::decodeULEB128(Rest.bytes_begin(), &Length,
                                         Rest.bytes_end(), &Error);
    return bytes(Error ? Rest.size() + 1 : Length).empty() ? 0 : Value;
  }

  StringRef bytes(size_t Size) {
    if (Size > Rest.size()) {
      Rest = "";
      Failed = true;
      return "";
    }
    StringRef Result = Rest.take_front(Size);
    Rest = Rest.drop_front(Size);
    return Result;
  }

  uint8_t byte() {
    StringRef One = bytes(1);
    return One.empty() ? 0 : One.front();
  }

  size_t left() const { return Rest.size(); }
  bool failed() const { return Failed; }

private:
  StringRef Rest;
  bool Failed = false;
};

llvm::Error broken(const char *Why) {
  return llvm::createStringError(Twine("broken list of inputs: ") + Why);
}

/// Reads one input; \p Path is the stored path of the one before it.
llvm::Error readInput(Reader &In, std::string &Path, bool IsFirst,
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
  OS << Magic;
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
  appendChecksum(Result);
  return Result;
}

llvm::Expected<Inputs> Inputs::decode(StringRef Text, StringRef Root) {
  if (!Text.starts_with(Magic) || Text.size() < Magic.size() + ChecksumSize)
    return broken("it has another format");
  StringRef Body = Text.drop_back(ChecksumSize);
  if (llvm::support::endian::read64le(Text.take_back(ChecksumSize).data()) !=
      llvm::xxh3_64bits(Body))
    return broken("its checksum is wrong");
  Reader In(Body.drop_front(Magic.size()));
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

//===----------------------------------------------------------------------===//
// InputChecker
//===----------------------------------------------------------------------===//

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

//===----------------------------------------------------------------------===//
// Keys
//===----------------------------------------------------------------------===//

std::string unitKey(llvm::ArrayRef<StringRef> Parts) {
  std::string Text;
  for (StringRef Part : Parts) {
    char Length[8];
    llvm::support::endian::write64le(Length, Part.size());
    Text.append(Length, sizeof(Length));
    Text += Part;
  }
  return llvm::toHex(digest(Text), /*LowerCase=*/true);
}

namespace {

std::optional<Digest> fileDigest(const Twine &Path) {
  auto Buffer = llvm::MemoryBuffer::getFile(Path, /*IsText=*/false,
                                            /*RequiresNullTerminator=*/false);
  if (!Buffer)
    return std::nullopt;
  return digest((*Buffer)->getBuffer());
}

/// The linker's hash of a loaded program or library, empty without one.
StringRef linkersId(const dl_phdr_info &Object) {
  for (const ElfW(Phdr) &Segment :
       llvm::ArrayRef(Object.dlpi_phdr, Object.dlpi_phnum)) {
    if (Segment.p_type != PT_NOTE)
      continue;
    auto Start =
        std::bit_cast<const char *>(Object.dlpi_addr + Segment.p_vaddr);
    StringRef Notes(Start, Segment.p_memsz);
    size_t Align = Segment.p_align == 8 ? 8 : 4;
    while (Notes.size() >= sizeof(ElfW(Nhdr))) {
      ElfW(Nhdr) Header;
      std::memcpy(&Header, Notes.data(), sizeof(Header));
      size_t Name = sizeof(Header);
      size_t Text = llvm::alignTo(Name + Header.n_namesz, Align);
      if (Header.n_type == NT_GNU_BUILD_ID &&
          Notes.substr(Name, Header.n_namesz) == StringRef("GNU", 4))
        return Notes.substr(Text, Header.n_descsz);
      Notes = Notes.substr(llvm::alignTo(Text + Header.n_descsz, Align));
    }
  }
  return "";
}

/// Adds what identifies a loaded object to the string \p Ids.
int addObject(dl_phdr_info *Object, size_t /*Size*/, void *Ids) {
  StringRef Name = Object->dlpi_name;
  bool IsProgram = Name.empty();
  // The kernel's own has no file.
  if (!IsProgram && !Name.contains('/'))
    return 0;
  std::string Id = linkersId(*Object).str();
  if (IsProgram || Id.empty()) {
    auto Hash = fileDigest(IsProgram ? "/proc/self/exe" : Name);
    if (Hash)
      Id = llvm::toStringRef(*Hash).str();
  }
  std::string &Result = *static_cast<std::string *>(Ids);
  if (Id.empty()) {
    // Not to be told from another build: nothing else has this number.
    auto Time = std::chrono::system_clock::now().time_since_epoch().count();
    Id = std::to_string(llvm::sys::Process::getProcessId()) + " " +
         std::to_string(Time);
  }
  Result += unitKey(StringRef(Id));
  return 0;
}

} // namespace

std::string buildId() {
  static const std::string Result = [] {
    std::string Ids;
    dl_iterate_phdr(addObject, &Ids);
    return unitKey(StringRef(Ids));
  }();
  return Result;
}

} // namespace asynctidy::runner
