//===-- SourcePlaces.cpp - Facts' places in a SourceManager ---------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "checks/SourcePlaces.h"
#include "clang/Basic/FileManager.h"
#include "llvm/Support/Path.h"

using namespace clang;

namespace asynctidy {

std::string SourcePlaces::path(llvm::StringRef File) const {
  if (Root.empty() || llvm::sys::path::is_absolute(File))
    return File.str();
  return Root + "/" + File.str();
}

FileID SourcePlaces::file(llvm::StringRef Name) {
  auto [It, New] = Files.try_emplace(Name);
  if (!New)
    return It->second;
  OptionalFileEntryRef Entry =
      SM.getFileManager().getOptionalFileRef(path(Name));
  if (!Entry)
    return {};
  FileID ID = SM.translateFile(*Entry);
  if (ID.isInvalid())
    ID = SM.createFileID(*Entry, SourceLocation(), SrcMgr::C_User);
  return It->second = ID;
}

SourceLocation SourcePlaces::at(llvm::StringRef File, unsigned Line,
                                unsigned Column) {
  FileID ID = file(File);
  if (ID.isInvalid() || Line == 0)
    return {};
  return SM.translateLineCol(ID, Line, Column);
}

SourceLocation SourcePlaces::atOffset(llvm::StringRef File, unsigned Offset) {
  FileID ID = file(File);
  if (ID.isInvalid() || Offset > SM.getFileIDSize(ID))
    return {};
  return SM.getComposedLoc(ID, Offset);
}

llvm::StringRef SourcePlaces::text(llvm::StringRef File) {
  FileID ID = file(File);
  return ID.isInvalid() ? "" : SM.getBufferData(ID);
}

} // namespace asynctidy
