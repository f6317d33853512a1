//===-- ExternalFiles.cpp - Whose code a header is ------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/frontend/ExternalFiles.h"
#include "lib/runner/Project.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/HeaderSearch.h"
#include "clang/Lex/PPCallbacks.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Path.h"

using namespace clang;

namespace asynctidy::frontend {
namespace path = llvm::sys::path;
using llvm::StringRef;

namespace {

/// Folders below a project's root that hold other people's code, in lower
/// case: CMake's FetchContent, package managers, and what projects call theirs.
constexpr StringRef ForeignFolders[] = {
    ".conan",          ".conan2",     "3rd_party",    "3rd-party",
    "3rdparty",        "_deps",       "conan_libs",   "extern",
    "external",        "externals",   "node_modules", "subprojects",
    "third-party",     "third_party", "thirdparty",   "vcpkg",
    "vcpkg_installed", "vendor",      "vendored"};

/// Notes at the head of a file what `#pragma GCC system_header` would note.
class MarkExternal : public PPCallbacks {
public:
  MarkExternal(Preprocessor &PP, const ExternalFiles &Files)
      : PP(PP), Files(Files) {}

  void FileChanged(SourceLocation Loc, FileChangeReason Reason,
                   SrcMgr::CharacteristicKind Kind, FileID) override {
    if (Reason != EnterFile || SrcMgr::isSystem(Kind))
      return;
    SourceManager &SM = PP.getSourceManager();
    FileID ID = SM.getFileID(Loc);
    OptionalFileEntryRef File = SM.getFileEntryRefForID(ID);
    if (!File || ID == SM.getMainFileID())
      return;
    if (!Files.isExternal(*File, SM.getFileManager()))
      return;
    // What it includes takes this over.
    PP.getHeaderSearchInfo().MarkFileSystemHeader(*File);
    SM.AddLineNote(Loc, 1, SM.getLineTableFilenameID(File->getName()),
                   /*IsFileEntry=*/false, /*IsFileExit=*/false,
                   SrcMgr::C_System);
  }

private:
  Preprocessor &PP;
  const ExternalFiles &Files;
};

} // namespace

std::string plainName(FileEntryRef File, const FileManager &Files) {
  llvm::SmallString<256> Path(File.getName());
  Files.makeAbsolutePath(Path);
  path::remove_dots(Path, /*remove_dot_dot=*/true);
  return Path.str().str();
}

ExternalFiles::ExternalFiles(std::string Root, std::string BuildFolder)
    : Root(std::move(Root)), BuildFolder(std::move(BuildFolder)) {
  if (runner::isWithin(this->Root, this->BuildFolder))
    this->BuildFolder.clear();
}

bool ExternalFiles::isExternal(StringRef Path) const {
  if (!runner::isWithin(Path, Root))
    return true;
  if (!BuildFolder.empty() && runner::isWithin(Path, BuildFolder))
    return true;
  StringRef Folder = path::parent_path(Path.drop_front(Root.size()));
  return std::any_of(path::begin(Folder), path::end(Folder),
                     [](StringRef Name) {
                       return llvm::is_contained(ForeignFolders, Name.lower());
                     });
}

bool ExternalFiles::isExternal(FileEntryRef File,
                               const FileManager &Files) const {
  return isExternal(plainName(File, Files));
}

void ExternalFiles::markIn(Preprocessor &PP) const {
  PP.addPPCallbacks(std::make_unique<MarkExternal>(PP, *this));
}

} // namespace asynctidy::frontend
