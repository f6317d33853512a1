//===-- IncludeScan.cpp - Which external headers units include ------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/frontend/IncludeScan.h"
#include "clang/Lex/DependencyDirectivesScanner.h"
#include "clang/Lex/HeaderSearch.h"
#include "clang/Lex/Preprocessor.h"

using namespace clang;
using namespace clang::dependency_directives_scan;

namespace asynctidy::frontend {
using llvm::StringRef;

namespace {

/// The includes of a file that no condition stands before, as spelled.
std::vector<std::string> unconditionalIncludes(StringRef Source) {
  llvm::SmallVector<dependency_directives_scan::Token> Tokens;
  llvm::SmallVector<Directive> Directives;
  std::vector<std::string> Result;
  if (scanSourceForDependencyDirectives(Source, Tokens, Directives))
    return Result;
  auto Spelling = [&](const dependency_directives_scan::Token &T) {
    return Source.substr(T.Offset, T.Length);
  };
  auto Name = [&](const Directive &D) {
    return D.Tokens.size() > 2 ? Spelling(D.Tokens[2]) : StringRef();
  };
  unsigned Depth = 0;
  for (const Directive &D : Directives) {
    switch (D.Kind) {
    case pp_ifndef: {
      // The guard of the whole file is no condition.
      const Directive *Next = &D + 1;
      bool IsGuard = Depth == 0 && Result.empty() && Next != Directives.end() &&
                     Next->Kind == pp_define && Name(*Next) == Name(D);
      Depth += !IsGuard;
      break;
    }
    case pp_if:
    case pp_ifdef:
      ++Depth;
      break;
    case pp_endif:
      Depth -= Depth != 0;
      break;
    case pp_include:
      if (Depth == 0 && !D.Tokens.empty())
        for (const auto &T : D.Tokens)
          if (StringRef S = Spelling(T);
              S.starts_with("<") || S.starts_with("\""))
            Result.push_back(S.str());
      break;
    default:
      break;
    }
  }
  return Result;
}

} // namespace

std::string externalInclude(StringRef Name, bool IsAngled, FileEntryRef File,
                            const FileManager &Files) {
  if (IsAngled)
    return ("<" + Name + ">").str();
  // Found beside the file that includes it, perhaps.
  llvm::SmallString<256> Path(File.getName());
  Files.makeAbsolutePath(Path);
  return ("\"" + Path + "\"").str();
}

IncludeScan::IncludeScan(CompilerInstance &CI, const ExternalFiles &External)
    : CI(CI), External(External) {
  CI.createPreprocessor(TU_Complete);
}

std::vector<std::string> IncludeScan::unit(StringRef Path) {
  Entered.clear();
  Seen.clear();
  Headers.clear();
  if (auto File = CI.getFileManager().getOptionalFileRef(Path))
    collect(*File);
  return std::move(Headers);
}

std::vector<std::string> IncludeScan::forced(StringRef Path) {
  auto File = CI.getFileManager().getOptionalFileRef(Path);
  if (File && External.isExternal(*File, CI.getFileManager()))
    return {
        externalInclude(Path, /*IsAngled=*/false, *File, CI.getFileManager())};
  return unit(Path);
}

void IncludeScan::collect(FileEntryRef File) {
  if (!Entered.insert(&File.getFileEntry()).second)
    return;
  for (const Found &F : file(File)) {
    if (F.Own)
      collect(*F.Own);
    else if (Seen.insert(F.External).second)
      Headers.push_back(F.External);
  }
}

const std::vector<IncludeScan::Found> &IncludeScan::file(FileEntryRef File) {
  auto [It, New] = Files.try_emplace(&File.getFileEntry());
  if (!New)
    return It->second;
  auto Buffer = CI.getFileManager().getBufferForFile(File);
  if (!Buffer)
    return It->second;
  for (const std::string &Spelled :
       unconditionalIncludes((*Buffer)->getBuffer()))
    if (std::optional<Found> F = resolve(Spelled, File))
      It->second.push_back(std::move(*F));
  return It->second;
}

std::optional<IncludeScan::Found> IncludeScan::resolve(StringRef Spelled,
                                                       FileEntryRef From) {
  bool IsAngled = Spelled.consume_front("<");
  if (!IsAngled)
    Spelled.consume_front("\"");
  Spelled = Spelled.drop_back();
  ConstSearchDirIterator Directory = nullptr;
  std::pair<OptionalFileEntryRef, DirectoryEntryRef> Includer = {From,
                                                                 From.getDir()};
  HeaderSearch &Search = CI.getPreprocessor().getHeaderSearchInfo();
  // Clang takes for granted that it knows the file that includes another.
  Search.getFileInfo(From);
  OptionalFileEntryRef File = Search.LookupFile(
      Spelled, SourceLocation(), IsAngled, /*FromDir=*/nullptr, &Directory,
      Includer, /*SearchPath=*/nullptr, /*RelativePath=*/nullptr,
      /*RequestingModule=*/nullptr, /*SuggestedModule=*/nullptr,
      /*IsMapped=*/nullptr, /*IsFrameworkFound=*/nullptr);
  if (!File)
    return std::nullopt;
  Found Result;
  // Found through a folder of system headers: Clang takes it for one.
  if (External.isExternal(*File, CI.getFileManager()) ||
      SrcMgr::isSystem(Search.getFileDirFlavor(*File)))
    Result.External =
        externalInclude(Spelled, IsAngled, *File, CI.getFileManager());
  else
    Result.Own = File;
  return Result;
}

} // namespace asynctidy::frontend
