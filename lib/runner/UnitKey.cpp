//===-- UnitKey.cpp - Keys, and which build this is ---------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/runner/InputFiles.h"
#include "lib/runner/Inputs.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Endian.h"
#include "llvm/Support/MathExtras.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Process.h"
#include <bit>
#include <chrono>
#include <cstring>
#include <link.h>

namespace asynctidy::runner {
using llvm::StringRef;
using llvm::Twine;
using Kind = Input::Kind;

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

std::string unitKey(llvm::ArrayRef<std::string> Parts) {
  return unitKey(std::vector<StringRef>(Parts.begin(), Parts.end()));
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
  if (Id.empty()) {
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
