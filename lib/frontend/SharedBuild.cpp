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

/// Which files include which, and which names they know.
class IncludeGraph : public PPCallbacks {
public:
  IncludeGraph(Preprocessor &PP, SharedHeaders &Set)
      : PP(PP), SM(PP.getSourceManager()), Set(Set) {}

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

  /// Clang doesn't keep the names that are only asked for.
  void EndOfMainFile() override {
    std::vector<llvm::StringRef> Names;
    for (const auto &Entry : PP.getIdentifierTable())
      Names.push_back(Entry.getKey());
    Set.setIdentifiers(Names);
  }

private:
  unsigned index(FileEntryRef File) {
    std::string Name = plainName(File, SM.getFileManager());
    auto [It, New] = Indexes.try_emplace(Name, Set.Files.size());
    if (New) {
      Set.Files.push_back({std::move(Name), {}});
      Set.Bytes += File.getSize();
    }
    return It->second;
  }

  Preprocessor &PP;
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
    if (First.empty()) {
      llvm::SmallString<128> Text;
      Info.FormatDiagnostic(Text);
      First = Text.str().str();
    }
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

  /// The text of the first error; empty without one.
  std::string First;
  llvm::SmallSetVector<unsigned, 4> Lines;
};

class SkippingConsumer : public MultiplexConsumer {
public:
  using MultiplexConsumer::MultiplexConsumer;

  bool shouldSkipFunctionBody(Decl *D) override { return isSkippedBody(D); }
};

class PrecompileAction : public GeneratePCHAction {
public:
  /// Is called for the preprocessor before anything is parsed.
  using Prepare = llvm::function_ref<void(CompilerInstance &)>;

  explicit PrecompileAction(Prepare Begin) : Begin(Begin) {}

  bool BeginSourceFileAction(CompilerInstance &CI) override {
    Begin(CI);
    return GeneratePCHAction::BeginSourceFileAction(CI);
  }

protected:
  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &CI,
                                                 StringRef File) override {
    std::vector<std::unique_ptr<ASTConsumer>> Inner;
    Inner.push_back(GeneratePCHAction::CreateASTConsumer(CI, File));
    if (!Inner.front())
      return nullptr;
    return std::make_unique<SkippingConsumer>(std::move(Inner));
  }

private:
  Prepare Begin;
};

/// A compiler for the options of \p U, without a file of its own yet.
std::unique_ptr<CompilerInstance>
compilerFor(const runner::Unit &U,
            llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> FS,
            DiagnosticConsumer &Errors) {
  auto Options = makeInvocation(U, FS, Errors);
  if (!Options)
    return nullptr;
  auto CI = std::make_unique<CompilerInstance>(std::move(Options));
  CI->setVirtualFileSystem(std::move(FS));
  CI->createDiagnostics(&Errors, /*ShouldOwnClient=*/false);
  return CI;
}

/// Precompiles \p Source into the file \p Output.
void precompile(CompilerInstance &CI, StringRef Source, StringRef Output,
                PrecompileAction::Prepare Begin) {
  FrontendOptions &Frontend = CI.getFrontendOpts();
  Frontend.Inputs = {FrontendInputFile(
      Source, InputKind(Frontend.Inputs.front().getKind().getLanguage()))};
  Frontend.ProgramAction = clang::frontend::GeneratePCH;
  Frontend.OutputFile = Output;
  Frontend.SkipFunctionBodies = true;
  CI.getPreprocessorOpts().Includes.clear();
  CI.getPreprocessorOpts().MacroIncludes.clear();
  CI.getLangOpts().CompilingPCH = true;
  // Once for all units; it takes less memory as well.
  CI.getLangOpts().PCHInstantiateTemplates = true;
  PrecompileAction Action(Begin);
  CI.ExecuteAction(Action);
}

/// How often what has errors is left out before it is given up.
constexpr unsigned MostAttempts = 3;

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
      if (llvm::Error Wrong = make(Set, Errors))
        return Wrong;
      if (Errors.First.empty())
        return Set;
      std::ignore = fs::remove(Precompiled);
      if (Errors.Lines.empty() || ++Attempts == MostAttempts)
        return llvm::createStringError(Errors.First);
      for (unsigned Line : Errors.Lines)
        if (Line <= Set.Headers.size() &&
            Unusable.insert(Set.Headers[Line - 1]).second)
          Failed.push_back(Set.Headers[Line - 1]);
    }
  }

private:
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
    auto CI = compilerFor(Request.Units.front(),
                          llvm::vfs::createPhysicalFileSystem(), Ignored);
    std::optional<IncludeScan> Scan;
    if (CI && CI->createTarget()) {
      CI->createFileManager();
      CI->createSourceManager();
      Scan.emplace(*CI, External);
      for (const std::string &Forced : CI->getPreprocessorOpts().Includes)
        Add(Scan->forced(Forced));
    }
    for (const auto &[U, Known] : llvm::zip(Request.Units, Request.Headers))
      Add(Known.empty() && Scan ? Scan->unit(U.File) : Known);
    return Result;
  }

  /// Errors of headers go to \p Errors, others are returned.
  llvm::Error make(SharedHeaders &Set, Culprits &Errors) const {
    auto Recorder = llvm::makeIntrusiveRefCnt<runner::RecordingFileSystem>();
    auto CI = compilerFor(Request.Units.front(),
                          withSharedHeaders(Recorder, Set), Errors);
    if (!CI)
      return llvm::createStringError("a command that Clang doesn't take");
    precompile(*CI, SharedHeadersPath, Precompiled, [&](CompilerInstance &C) {
      External.markIn(C.getPreprocessor());
      C.getPreprocessor().addPPCallbacks(
          std::make_unique<IncludeGraph>(C.getPreprocessor(), Set));
    });
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

llvm::Error addTypes(SharedHeaders &Set, llvm::ArrayRef<std::string> Types,
                     const runner::Unit &U, StringRef Precompiled) {
  SharedHeaders Next = Set;
  Next.PrecompiledTypes.clear();
  Next.Types = Types;
  for (unsigned Attempt = 0; Attempt < MostAttempts; ++Attempt) {
    Culprits Errors;
    auto CI = compilerFor(
        U, withSharedHeaders(llvm::vfs::createPhysicalFileSystem(), Next),
        Errors);
    if (!CI)
      return llvm::createStringError("a command that Clang doesn't take");
    CI->getPreprocessorOpts().ImplicitPCHInclude = Set.Precompiled;
    precompile(*CI, SharedTypesPath, Precompiled, [](CompilerInstance &) {});
    if (Errors.First.empty()) {
      Next.PrecompiledTypes = Precompiled;
      Set = std::move(Next);
      return llvm::Error::success();
    }
    std::ignore = fs::remove(Precompiled);
    std::vector<std::string> Good;
    for (auto [I, Type] : llvm::enumerate(Next.Types))
      if (!Errors.Lines.contains(I + 1))
        Good.push_back(Type);
    if (Good.size() == Next.Types.size())
      break;
    Next.Types = std::move(Good);
  }
  return llvm::createStringError("types that can't be named");
}

} // namespace asynctidy::frontend
