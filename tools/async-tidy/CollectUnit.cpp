//===-- CollectUnit.cpp - A unit's facts into the store -------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tools/async-tidy/CollectUnit.h"
#include "checks/Session.h"
#include "clang-tidy/ClangTidy.h"
#include "lib/program/Store.h"
#include "lib/runner/Arguments.h"
#include "lib/runner/Inputs.h"
#include "lib/runner/Project.h"
#include "lib/runner/Resources.h"
#include "tools/async-tidy/Diagnostics.h"
#include "clang/Tooling/CompilationDatabase.h"
#include "llvm/Support/Base64.h"
#include "llvm/Support/TargetSelect.h"

namespace asynctidy {
namespace tidy = clang::tidy;
using llvm::StringRef;

namespace {

/// The one command of one unit.
class UnitDatabase : public clang::tooling::CompilationDatabase {
public:
  explicit UnitDatabase(const runner::Unit &U)
      : Command(U.Directory, U.File,
                runner::parsingCommand(U.CommandLine, U.File), "") {
    if (std::string Resources = runner::resourceFlag(); !Resources.empty())
      Command.CommandLine.push_back(std::move(Resources));
  }

  std::vector<clang::tooling::CompileCommand>
  getCompileCommands(StringRef) const override {
    return {Command};
  }

private:
  clang::tooling::CompileCommand Command;
};

void initializeTargets() {
  llvm::InitializeAllTargetInfos();
  llvm::InitializeAllTargets();
  llvm::InitializeAllTargetMCs();
  llvm::InitializeAllAsmParsers();
}

} // namespace

report::UnitResult collectUnit(const runner::Unit &U,
                               const LintOptions &Options,
                               const std::string &StoreFile,
                               const std::string &Key) {
  initializeTargets();
  report::UnitResult Result;
  program::UnitFacts Facts;
  Session::collectInto(
      [&Facts](program::UnitFacts Taken) { Facts = std::move(Taken); },
      Options.Root);
  tidy::ClangTidyContext Context(
      checkOptions(Options, Result.ConfigurationErrors));
  auto Recorder = llvm::makeIntrusiveRefCnt<runner::RecordingFileSystem>();
  auto FileSystem =
      llvm::makeIntrusiveRefCnt<llvm::vfs::OverlayFileSystem>(Recorder);
  std::vector<tidy::ClangTidyError> Errors =
      tidy::runClangTidy(Context, UnitDatabase(U), {U.File}, FileSystem,
                         /*ApplyAnyFix=*/false);

  Converter Convert(Options.Root);
  std::string Name = runner::reportedPath(U.File, Options.Root);
  for (const tidy::ClangTidyError &E : Errors) {
    if (E.DiagnosticName == "clang-tidy-config")
      Result.ConfigurationErrors.push_back(E.Message.Message);
    else if (E.DiagLevel == tidy::ClangTidyError::Error &&
             Result.Failures.empty())
      Result.Failures.push_back({Name, Convert.message(E)});
  }
  Facts.Unit = Name;
  program::UnitRecord Record;
  Record.Unit = Name;
  std::optional<runner::Inputs> Inputs = Recorder->take();
  if (Inputs && Result.Failures.empty() && Result.ConfigurationErrors.empty()) {
    Record.Key = Key;
    // Text, so that it goes through files of facts as well.
    Record.Inputs = llvm::encodeBase64(Inputs->encode(Options.Root));
  }
  std::string Word;
  llvm::Expected<program::Store> Store = program::Store::open(StoreFile, Word);
  llvm::Error Problem =
      Store ? Store->replace(Facts, Record) : Store.takeError();
  if (Problem)
    Result.Failures.push_back({Name, llvm::toString(std::move(Problem))});
  return Result;
}

} // namespace asynctidy
