//===-- Units.cpp - The translation units of a project --------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/runner/Units.h"
#include "lib/runner/Project.h"
#include "clang/Driver/Types.h"
#include "clang/Tooling/JSONCompilationDatabase.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/TargetSelect.h"
#include "llvm/Support/VirtualFileSystem.h"

namespace asynctidy::runner {
namespace fs = llvm::sys::fs;
namespace path = llvm::sys::path;
namespace types = clang::driver::types;
using clang::tooling::CompileCommand;

namespace {

/// The language that -x or the file's extension gives.
types::ID language(const CompileCommand &C) {
  llvm::StringRef Spelled;
  llvm::ArrayRef<std::string> Args = C.CommandLine;
  for (size_t I = 1; I < Args.size(); ++I) {
    llvm::StringRef Arg = Args[I];
    if (Arg == "-x" && I + 1 < Args.size())
      Spelled = Args[++I];
    else if (Arg.consume_front("-x") || Arg.consume_front("--language="))
      Spelled = Arg;
  }
  if (!Spelled.empty() && Spelled != "none")
    return types::lookupTypeForTypeSpecifier(Spelled.str().c_str());
  types::ID Type =
      types::lookupTypeForExtension(path::extension(C.Filename).ltrim('.'));
  // g++ and clang++ take C files for C++.
  bool IsCxxDriver =
      !Args.empty() && path::filename(Args.front()).contains("++");
  return IsCxxDriver ? types::lookupCXXTypeForCType(Type) : Type;
}

bool isCxxUnit(const CompileCommand &C) {
  types::ID Type = language(C);
  return Type != types::TY_INVALID && types::isCXX(Type) &&
         !types::isCuda(Type) && !types::isHIP(Type) &&
         !types::onlyPrecompileType(Type);
}

std::string unitFile(const CompileCommand &C) {
  llvm::SmallString<256> File(C.Filename);
  path::make_absolute(C.Directory, File);
  return absolutePath(File);
}

std::string realPath(llvm::StringRef Path) {
  llvm::SmallString<256> Real;
  if (fs::real_path(Path, Real))
    return Path.str();
  return Real.str().str();
}

} // namespace

llvm::Expected<std::vector<Unit>> loadUnits(llvm::StringRef Database) {
  std::string Message;
  std::unique_ptr<clang::tooling::CompilationDatabase> Commands =
      clang::tooling::JSONCompilationDatabase::loadFromFile(
          Database, Message, clang::tooling::JSONCommandLineSyntax::AutoDetect);
  if (!Commands)
    return llvm::createStringError("can't read the compilation database " +
                                   Database + ": " + Message);
  Commands = clang::tooling::expandResponseFiles(
      std::move(Commands), llvm::vfs::getRealFileSystem());
  // A cross compiler's target is in its name; Clang must know all targets.
  llvm::InitializeAllTargetInfos();
  Commands = clang::tooling::inferTargetAndDriverMode(std::move(Commands));

  std::vector<Unit> Units;
  llvm::StringSet<> Seen;
  for (CompileCommand &C : Commands->getAllCompileCommands()) {
    if (!isCxxUnit(C))
      continue;
    std::string File = unitFile(C);
    if (Seen.insert(File).second)
      Units.push_back(
          {std::move(File), std::move(C.Directory), std::move(C.CommandLine)});
  }
  if (Units.empty())
    return llvm::createStringError("the compilation database " + Database +
                                   " has no C++ units");
  llvm::sort(Units,
             [](const Unit &A, const Unit &B) { return A.File < B.File; });
  return Units;
}

llvm::Expected<std::vector<Unit>>
selectUnits(std::vector<Unit> Units, llvm::ArrayRef<std::string> Paths) {
  if (Paths.empty())
    return Units;
  std::vector<std::string> Real;
  Real.reserve(Units.size());
  for (const Unit &U : Units)
    Real.push_back(realPath(U.File));
  std::vector<bool> Chosen(Units.size());
  for (const std::string &Path : Paths) {
    std::string Absolute = absolutePath(Path);
    std::string RealFolder = realPath(Absolute);
    bool Found = false;
    for (size_t I = 0; I < Units.size(); ++I) {
      if (!isWithin(Units[I].File, Absolute) && !isWithin(Real[I], RealFolder))
        continue;
      Chosen[I] = Found = true;
    }
    if (!Found)
      return llvm::createStringError(
          "the compilation database has no C++ unit in '" + Path + "'");
  }
  std::vector<Unit> Result;
  for (size_t I = 0; I < Units.size(); ++I)
    if (Chosen[I])
      Result.push_back(std::move(Units[I]));
  return Result;
}

} // namespace asynctidy::runner
