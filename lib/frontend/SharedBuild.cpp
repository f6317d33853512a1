//===-- SharedBuild.cpp - Makes a set of shared headers -------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/frontend/SharedBuild.h"
#include "lib/frontend/IncludeScan.h"
#include "lib/frontend/Invocation.h"
#include "lib/frontend/SkippedBodies.h"
#include "lib/runner/Inputs.h"
#include "clang/Frontend/FrontendActions.h"
#include "clang/Frontend/MultiplexConsumer.h"
#include "clang/Lex/PPCallbacks.h"
#include "clang/Lex/PreprocessorOptions.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace clang;

namespace asynctidy::frontend {
namespace fs = llvm::sys::fs;
using llvm::StringRef;

namespace {

/// Which files include which.
class IncludeGraph : public PPCallbacks {
public:
  IncludeGraph(const SourceManager &SM, SharedHeaders &Set)
      : SM(SM), Set(Set) {}

  void InclusionDirective(SourceLocation HashLoc, const clang::Token &,
                          StringRef, bool, CharSourceRange,
                          OptionalFileEntryRef File, StringRef, StringRef,
                          const Module *, bool,
                          SrcMgr::CharacteristicKind) override {
    FileID Includer = SM.getFileID(HashLoc);
    if (!File || Includer == SM.getMainFileID()) {
      if (File)
        index(*File);
      return;
    }
    OptionalFileEntryRef From = SM.getFileEntryRefForID(Includer);
    if (!From)
      return;
    unsigned To = index(*File);
    std::vector<unsigned> &Includes = Set.Files[index(*From)].Includes;
    if (!llvm::is_contained(Includes, To))
      Includes.push_back(To);
  }

private:
  unsigned index(FileEntryRef File) {
    auto [It, New] = Indexes.try_emplace(File.getName(), Set.Files.size());
    if (New) {
      Set.Files.push_back({File.getName().str(), {}});
      Set.Bytes += File.getSize();
    }
    return It->second;
  }

  const SourceManager &SM;
  SharedHeaders &Set;
  llvm::StringMap<unsigned> Indexes;
};

/// Which lines of the set's own source lead to an error.
class Culprits : public DiagnosticConsumer {
public:
  void HandleDiagnostic(DiagnosticsEngine::Level Level,
                        const Diagnostic &Info) override {
    DiagnosticConsumer::HandleDiagnostic(Level, Info);
    if (Level < DiagnosticsEngine::Error)
      return;
    Failed = true;
    if (!Info.hasSourceManager() || Info.getLocation().isInvalid())
      return;
    const SourceManager &SM = Info.getSourceManager();
    SourceLocation At = SM.getExpansionLoc(Info.getLocation());
    while (SM.getFileID(At) != SM.getMainFileID()) {
      At = SM.getIncludeLoc(SM.getFileID(At));
      if (At.isInvalid())
        return;
    }
    Lines.insert(SM.getSpellingLineNumber(At));
  }

  bool Failed = false;
  llvm::SmallSetVector<unsigned, 4> Lines;
};

class SkippingConsumer : public MultiplexConsumer {
public:
  using MultiplexConsumer::MultiplexConsumer;

  bool shouldSkipFunctionBody(Decl *D) override { return isSkippedBody(D); }
};

class PrecompileAction : public GeneratePCHAction {
public:
  PrecompileAction(const ExternalFiles &External, SharedHeaders &Set)
      : External(External), Set(Set) {}

protected:
  bool BeginSourceFileAction(CompilerInstance &CI) override {
    External.markIn(CI.getPreprocessor());
    CI.getPreprocessor().addPPCallbacks(
        std::make_unique<IncludeGraph>(CI.getSourceManager(), Set));
    return GeneratePCHAction::BeginSourceFileAction(CI);
  }

  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &CI,
                                                 StringRef File) override {
    std::vector<std::unique_ptr<ASTConsumer>> Inner;
    Inner.push_back(GeneratePCHAction::CreateASTConsumer(CI, File));
    if (!Inner.front())
      return nullptr;
    return std::make_unique<SkippingConsumer>(std::move(Inner));
  }

private:
  const ExternalFiles &External;
  SharedHeaders &Set;
};

/// One set in the making.
class Builder {
public:
  Builder(const SharedRequest &Request, const ExternalFiles &External,
          StringRef Precompiled)
      : Request(Request), External(External), Precompiled(Precompiled) {}

  llvm::Expected<SharedHeaders> run() {
    llvm::StringSet<> Unusable;
    std::vector<std::string> Failed = Request.Unusable;
    Unusable.insert(Failed.begin(), Failed.end());
    std::vector<std::string> Wanted = wanted();
    // Each time at least one header goes.
    while (true) {
      SharedHeaders Set;
      Set.Unusable = Failed;
      for (const std::string &Header : Wanted)
        if (!Unusable.contains(Header))
          Set.Headers.push_back(Header);
      if (Set.Headers.empty())
        return Set;
      Culprits Errors;
      if (llvm::Error Wrong = precompile(Set, Errors))
        return Wrong;
      if (!Errors.Failed)
        return Set;
      fs::remove(Precompiled);
      if (Errors.Lines.empty() || ++Attempts == MostAttempts)
        return llvm::createStringError("libraries' headers have errors that "
                                       "can't be told from one another");
      for (unsigned Line : Errors.Lines)
        if (Line <= Set.Headers.size() &&
            Unusable.insert(Set.Headers[Line - 1]).second)
          Failed.push_back(Set.Headers[Line - 1]);
    }
  }

private:
  static constexpr unsigned MostAttempts = 3;

  /// A compiler for the request's options, without a file of its own yet.
  std::unique_ptr<CompilerInstance>
  compiler(llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> FS,
           DiagnosticConsumer &Errors) const {
    auto Options = makeInvocation(Request.Units.front(), FS, Errors);
    if (!Options)
      return nullptr;
    auto CI = std::make_unique<CompilerInstance>(std::move(Options));
    CI->setVirtualFileSystem(std::move(FS));
    CI->createDiagnostics(&Errors, /*ShouldOwnClient=*/false);
    return CI;
  }

  /// In the order in which the units first include them.
  std::vector<std::string> wanted() const {
    std::vector<std::string> Result;
    llvm::StringSet<> Seen;
    auto Add = [&](llvm::ArrayRef<std::string> Headers) {
      for (const std::string &Header : Headers)
        if (Seen.insert(Header).second)
          Result.push_back(Header);
    };
    Add(Request.Kept);
    IgnoringDiagConsumer Ignored;
    auto CI = compiler(llvm::vfs::createPhysicalFileSystem(), Ignored);
    std::optional<IncludeScan> Scan;
    if (CI && CI->createTarget()) {
      CI->createFileManager();
      CI->createSourceManager();
      Scan.emplace(*CI, External);
    }
    for (const auto &[U, Known] : llvm::zip(Request.Units, Request.Headers))
      Add(Known.empty() && Scan ? Scan->unit(U.File) : Known);
    return Result;
  }

  /// Errors of headers go to \p Errors, others are returned.
  llvm::Error precompile(SharedHeaders &Set, Culprits &Errors) const {
    auto Recorder = llvm::makeIntrusiveRefCnt<runner::RecordingFileSystem>();
    auto CI = compiler(withSharedHeaders(Recorder, Set.text(), ""), Errors);
    if (!CI)
      return llvm::createStringError("a command that Clang doesn't take");
    FrontendOptions &Frontend = CI->getFrontendOpts();
    Frontend.Inputs = {FrontendInputFile(
        SharedHeadersPath,
        InputKind(Frontend.Inputs.front().getKind().getLanguage()))};
    Frontend.ProgramAction = clang::frontend::GeneratePCH;
    Frontend.OutputFile = Precompiled;
    Frontend.SkipFunctionBodies = true;
    CI->getPreprocessorOpts().Includes.clear();
    CI->getPreprocessorOpts().MacroIncludes.clear();
    CI->getLangOpts().CompilingPCH = true;
    CI->getLangOpts().PCHInstantiateTemplates = true;
    PrecompileAction Action(External, Set);
    CI->ExecuteAction(Action);
    Set.Precompiled = Precompiled;
    std::optional<runner::Inputs> Inputs = Recorder->take();
    if (!Inputs)
      return llvm::createStringError("files changed meanwhile");
    Set.Inputs = Inputs->encode(External.root());
    return llvm::Error::success();
  }

  const SharedRequest &Request;
  const ExternalFiles &External;
  std::string Precompiled;
  unsigned Attempts = 0;
};

} // namespace

llvm::Expected<SharedHeaders> buildShared(const SharedRequest &Request,
                                          const ExternalFiles &External,
                                          StringRef Precompiled) {
  return Builder(Request, External, Precompiled).run();
}

} // namespace asynctidy::frontend
