//===-- UnitParser.cpp - Parses a unit for what the project wrote ---------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/frontend/UnitParser.h"
#include "lib/frontend/CostlyTypes.h"
#include "lib/frontend/HiddenCode.h"
#include "lib/frontend/IncludeScan.h"
#include "lib/frontend/Invocation.h"
#include "lib/frontend/SharedUse.h"
#include "lib/frontend/SkippedBodies.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendAction.h"
#include "clang/Lex/PPCallbacks.h"
#include "clang/Lex/PreprocessorOptions.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/Alignment.h"
#include "llvm/Support/MathExtras.h"
#include <cstdlib>
#include <malloc.h>
#include <sys/mman.h>

using namespace clang;

namespace asynctidy::frontend {
using llvm::StringRef;

namespace {

/// Notes the external headers of a unit.
class HeaderNotes : public PPCallbacks {
public:
  HeaderNotes(const SourceManager &SM, const ExternalFiles &External,
              ParseResult &Result)
      : SM(SM), External(External), Result(Result) {}

  void InclusionDirective(SourceLocation HashLoc, const clang::Token &,
                          StringRef Name, bool IsAngled, CharSourceRange,
                          OptionalFileEntryRef File, StringRef, StringRef,
                          const Module *, bool,
                          SrcMgr::CharacteristicKind Kind) override {
    if (!File || SM.isInSystemHeader(HashLoc) || !isExternal(*File, Kind))
      return;
    std::string Header =
        externalInclude(Name, IsAngled, *File, SM.getFileManager());
    if (Seen.insert(Header).second)
      Result.Headers.push_back(std::move(Header));
  }

  void FileChanged(SourceLocation Loc, FileChangeReason Reason,
                   SrcMgr::CharacteristicKind Kind, FileID) override {
    if (Reason != EnterFile)
      return;
    OptionalFileEntryRef File = SM.getFileEntryRefForID(SM.getFileID(Loc));
    if (File && SM.getFileID(Loc) != SM.getMainFileID() &&
        isExternal(*File, Kind))
      Result.LiveBytes += File->getSize();
  }

private:
  bool isExternal(FileEntryRef File, SrcMgr::CharacteristicKind Kind) {
    return SrcMgr::isSystem(Kind) ||
           External.isExternal(File, SM.getFileManager());
  }

  const SourceManager &SM;
  const ExternalFiles &External;
  ParseResult &Result;
  llvm::StringSet<> Seen;
};

/// One parse, shared by what takes part in it.
struct Job {
  const ExternalFiles &External;
  ParseMode Mode;
  const SharedHeaders *Set;
  llvm::function_ref<void(ASTContext &)> Analyse;
  ParseResult &Result;
  std::optional<SharedUse> Use;
};

class UnitConsumer : public ASTConsumer {
public:
  UnitConsumer(CompilerInstance &CI, Job &J) : CI(CI), J(J) {}

  bool shouldSkipFunctionBody(Decl *D) override { return isSkippedBody(D); }

  void HandleTranslationUnit(ASTContext &Ctx) override {
    bool Failed = CI.getDiagnostics().hasErrorOccurred();
    if (Failed && J.Mode != ParseMode::Full)
      return;
    if (J.Use) {
      // Without what the set has: it would be read for nothing.
      std::vector<Decl *> Own;
      for (Decl *D : Ctx.getTranslationUnitDecl()->noload_decls())
        Own.push_back(D);
      Ctx.setTraversalScope(Own);
      J.Result.Why = J.Use->misfit(Ctx);
      if (!J.Result.Why.empty()) {
        J.Result.Instead = ParseMode::Alone;
        return;
      }
    }
    if (!Failed)
      completeClasses(CI.getSema());
    if (J.Mode != ParseMode::Full && hasHiddenCalls(Ctx)) {
      J.Result.Instead = ParseMode::Full;
      J.Result.Why = "has generic code that only a library calls";
      return;
    }
    J.Analyse(Ctx);
  }

private:
  CompilerInstance &CI;
  Job &J;
};

class UnitAction : public ASTFrontendAction {
public:
  explicit UnitAction(Job &J) : J(J) {}

protected:
  bool BeginSourceFileAction(CompilerInstance &CI) override {
    Preprocessor &PP = CI.getPreprocessor();
    J.External.markIn(PP);
    PP.addPPCallbacks(std::make_unique<HeaderNotes>(CI.getSourceManager(),
                                                    J.External, J.Result));
    if (J.Set)
      J.Use.emplace(*J.Set, PP);
    return true;
  }

  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &CI,
                                                 StringRef) override {
    return std::make_unique<UnitConsumer>(CI, J);
  }

  void ExecuteAction() override {
    CompilerInstance &CI = getCompilerInstance();
    if (J.Set && !J.Set->TypesTried) {
      CI.createSema(getTranslationUnitKind(), nullptr);
      noteCostlyTypes(CI.getSema(), J.Result.CostlyTypes);
    }
    ASTFrontendAction::ExecuteAction();
  }

private:
  Job &J;
};

} // namespace

ParseResult parse(const runner::Unit &U, const ExternalFiles &External,
                  ParseMode Mode, const SharedHeaders *Set,
                  llvm::function_ref<void(ASTContext &)> Analyse) {
  ParseResult Result;
  if (Mode != ParseMode::Shared)
    Set = nullptr;
  FirstError Errors(External.root());
  auto Recorder = llvm::makeIntrusiveRefCnt<runner::RecordingFileSystem>();
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> FS = Recorder;
  if (Set)
    FS = withSharedHeaders(std::move(FS), *Set);
  std::unique_ptr<CompilerInvocation> Options = makeInvocation(U, FS, Errors);
  bool Ran = false;
  if (Options) {
    Options->getFrontendOpts().SkipFunctionBodies = Mode != ParseMode::Full;
    if (Set)
      Options->getPreprocessorOpts().ImplicitPCHInclude = Set->last();
    CompilerInstance CI(std::move(Options));
    CI.setVirtualFileSystem(std::move(FS));
    CI.createDiagnostics(&Errors, /*ShouldOwnClient=*/false);
    Job J{External, Mode, Set, Analyse, Result, std::nullopt};
    UnitAction Action(J);
    Ran = CI.ExecuteAction(Action);
  }
  Result.Error = Errors.text();
  if (Result.Error.empty() && !Ran)
    Result.Error = "Clang can't parse it";
  if (!Result.Error.empty() && Mode != ParseMode::Full) {
    Result.Instead =
        Mode == ParseMode::Shared ? ParseMode::Alone : ParseMode::Full;
    Result.Why = Result.Error;
  }
  if (!Result.Instead)
    Result.Inputs = Recorder->take();
  return Result;
}

void reserveMemory() {
  constexpr size_t Size = size_t(512) << 20;
  constexpr size_t Page = size_t(2) << 20;
  // From the heap, which is never given back then.
  mallopt(M_MMAP_THRESHOLD, 2 * Size);
  mallopt(M_TRIM_THRESHOLD, -1);
  if (void *Room = std::malloc(Size)) {
    // Only advice: a system without large pages goes on with small ones.
    size_t Before = llvm::offsetToAlignment(reinterpret_cast<uintptr_t>(Room),
                                            llvm::Align(Page));
    madvise(static_cast<char *>(Room) + Before,
            llvm::alignDown(Size - Before, Page), MADV_HUGEPAGE);
    std::free(Room);
  }
  // Large buffers grow by being copied, which would leave holes in the heap.
  mallopt(M_MMAP_THRESHOLD, 16 << 20);
}

} // namespace asynctidy::frontend
