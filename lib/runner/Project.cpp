//===-- Project.cpp - Where a project and its database are ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/runner/Project.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

namespace asynctidy::runner {
namespace fs = llvm::sys::fs;
namespace path = llvm::sys::path;

namespace {

constexpr llvm::StringLiteral DatabaseName("compile_commands.json");

std::string inFolder(llvm::StringRef Folder, llvm::StringRef Name) {
  llvm::SmallString<256> Result(Folder);
  path::append(Result, Name);
  return Result.str().str();
}

/// The source folder that CMake noted in its build folder, or nothing.
std::string cmakeSource(llvm::StringRef Build) {
  auto Buffer = llvm::MemoryBuffer::getFile(inFolder(Build, "CMakeCache.txt"));
  if (!Buffer)
    return "";
  llvm::StringRef Rest = (*Buffer)->getBuffer();
  while (!Rest.empty()) {
    auto [Line, Next] = Rest.split('\n');
    if (Line.consume_front("CMAKE_HOME_DIRECTORY:INTERNAL="))
      return Line.trim().str();
    Rest = Next;
  }
  return "";
}

std::string closestHolding(llvm::StringRef Folder,
                           llvm::ArrayRef<std::string> Files) {
  for (; !Folder.empty(); Folder = path::parent_path(Folder))
    if (llvm::all_of(Files,
                     [&](const std::string &F) { return isWithin(F, Folder); }))
      break;
  return Folder.str();
}

/// The closest of \p Folder and its parents that is a project's own, or
/// nothing.
std::string closestMarked(llvm::StringRef Folder) {
  for (; !Folder.empty(); Folder = path::parent_path(Folder))
    for (llvm::StringRef Marker : {".git", ".async-tidy"})
      if (fs::exists(inFolder(Folder, Marker)))
        return Folder.str();
  return "";
}

} // namespace

std::string absolutePath(llvm::StringRef Path) {
  llvm::SmallString<256> Result(Path);
  // Fails only when the current folder is gone.
  if (fs::make_absolute(Result))
    return Path.str();
  path::remove_dots(Result, /*remove_dot_dot=*/true);
  // "folder/" is the folder.
  while (Result.size() > 1 && Result.back() == '/')
    Result.pop_back();
  return Result.str().str();
}

bool isWithin(llvm::StringRef Path, llvm::StringRef Folder) {
  if (!Path.consume_front(Folder))
    return false;
  return Path.empty() || Path.front() == '/' || Folder.ends_with("/");
}

llvm::Expected<std::string> findDatabase(llvm::StringRef Build,
                                         llvm::StringRef Start) {
  if (!Build.empty()) {
    std::string Given = absolutePath(Build);
    std::string File =
        fs::is_directory(Given) ? inFolder(Given, DatabaseName) : Given;
    if (fs::is_regular_file(File))
      return File;
    return llvm::createStringError("there is no compilation database " + File);
  }
  std::string From = absolutePath(Start);
  for (llvm::StringRef Folder = From; !Folder.empty();
       Folder = path::parent_path(Folder))
    for (const std::string &File :
         {inFolder(Folder, DatabaseName),
          inFolder(inFolder(Folder, "build"), DatabaseName)})
      if (fs::is_regular_file(File))
        return File;
  return llvm::createStringError("no compilation database found: looked for " +
                                 DatabaseName + " and build/" + DatabaseName +
                                 " in " + From + " and each of its parents");
}

std::string projectRoot(llvm::StringRef Database,
                        llvm::ArrayRef<std::string> Files) {
  llvm::StringRef Build = path::parent_path(Database);
  std::string Source = cmakeSource(Build);
  if (Source.empty() && !Files.empty())
    // The database may be anywhere else.
    Source =
        closestMarked(closestHolding(path::parent_path(Files.front()), Files));
  if (Source.empty())
    Source = closestHolding(Build, Files);
  std::string Marked = closestMarked(Source);
  return Marked.empty() ? Source : Marked;
}

std::string reportedPath(llvm::StringRef Path, llvm::StringRef Root) {
  std::string Absolute = absolutePath(Path);
  llvm::SmallString<256> Real, RealRoot;
  if (!isWithin(Absolute, Root) && !fs::real_path(Absolute, Real) &&
      !fs::real_path(Root, RealRoot) && isWithin(Real, RealRoot))
    Absolute = Root.str() + Real.substr(RealRoot.size()).str();
  if (Absolute == Root || !isWithin(Absolute, Root))
    return Absolute;
  return llvm::StringRef(Absolute).drop_front(Root.size()).ltrim('/').str();
}

} // namespace asynctidy::runner
