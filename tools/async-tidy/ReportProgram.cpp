//===-- ReportProgram.cpp - The checks over a whole program ---------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tools/async-tidy/ReportProgram.h"
#include "checks/AsyncTidyCheck.h"
#include "checks/Module.h"
#include "tools/async-tidy/Diagnostics.h"
#include "clang/Basic/DiagnosticIDs.h"
#include "clang/Basic/DiagnosticOptions.h"
#include "clang/Basic/FileManager.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/Path.h"

using namespace clang;

namespace asynctidy {

namespace {

/// What checks need to report without a parse.
class CheckRun {
public:
  explicit CheckRun(const LintOptions &Options)
      : Context(checkOptions(Options, Result.ConfigurationErrors)),
        Consumer(Context), Convert(Options.Root) {
    auto DiagOptions = std::make_unique<DiagnosticOptions>();
    Engine.emplace(DiagnosticIDs::create(), *DiagOptions, &Consumer,
                   /*ShouldOwnClient=*/false);
    Context.setDiagnosticsEngine(std::move(DiagOptions), &*Engine);
    SM.emplace(*Engine, Files);
    Context.setSourceManager(&*SM);
    Consumer.BeginSourceFile(LangOptions());
    AsyncTidyModule().addCheckFactories(Factories);
  }

  SourceManager &sources() { return *SM; }

  /// The checks with the options for \p File, absolute.
  std::vector<std::unique_ptr<tidy::ClangTidyCheck>>
  checksFor(llvm::StringRef File) {
    Context.setCurrentFile(File);
    return Factories.createChecks(&Context);
  }

  report::UnitResult take() {
    Consumer.EndSourceFile();
    for (const tidy::ClangTidyError &E : Consumer.take()) {
      if (E.DiagnosticName == "clang-tidy-config")
        Result.ConfigurationErrors.push_back(E.Message.Message);
      else
        Result.Findings.push_back(Convert.finding(E));
    }
    return std::move(Result);
  }

private:
  report::UnitResult Result;
  tidy::ClangTidyContext Context;
  tidy::ClangTidyDiagnosticConsumer Consumer;
  Converter Convert;
  std::optional<DiagnosticsEngine> Engine;
  FileManager Files{FileSystemOptions()};
  std::optional<SourceManager> SM;
  tidy::ClangTidyCheckFactories Factories;
};

} // namespace

report::UnitResult reportProgram(const program::Analysis &Program,
                                 llvm::ArrayRef<std::string> Units,
                                 const LintOptions &Options) {
  CheckRun Run(Options);
  SourcePlaces Places(Run.sources(), Options.Root);
  // A header's functions are in many units: the first reports on them.
  llvm::DenseSet<program::FunctionId> Reported;
  std::vector<size_t> Ranks(Program.program().numUnits(), Units.size());
  for (auto [Rank, Unit] : llvm::enumerate(Units))
    if (program::UnitId Id = Program.program().findUnit(Unit);
        Id != program::None)
      Ranks[Id] = std::min(Ranks[Id], Rank);
  for (const std::string &Unit : Units) {
    program::UnitId Id = Program.program().findUnit(Unit);
    if (Id == program::None)
      continue;
    llvm::DenseSet<program::FunctionId> Now;
    for (program::FunctionId F : Program.program().functionsOf(Id))
      if (Reported.insert(F).second)
        Now.insert(F);
    // So are its facts.
    auto IsFirst = [&](llvm::ArrayRef<program::UnitId> SaidBy) {
      return llvm::is_contained(SaidBy, Id) &&
             llvm::all_of(SaidBy, [&](program::UnitId Other) {
               return Ranks[Other] >= Ranks[Id];
             });
    };
    std::string File = Places.path(Unit);
    for (auto &Check : Run.checksFor(File)) {
      // The module makes no other checks.
      auto &Ours = static_cast<AsyncTidyCheck &>(*Check);
      auto Catalog = Ours.catalogFor(llvm::sys::path::parent_path(File));
      Ours.checkProgram({Program, *Catalog, Places,
                         [&](program::FunctionId F) { return Now.contains(F); },
                         IsFirst});
    }
  }
  return Run.take();
}

std::vector<std::string> mistakesInOptions(llvm::ArrayRef<std::string> Files,
                                           const LintOptions &Options) {
  CheckRun Run(Options);
  // Options differ between folders only.
  llvm::StringSet<> Seen;
  for (llvm::StringRef File : Files)
    if (Seen.insert(llvm::sys::path::parent_path(File)).second)
      Run.checksFor(File);
  return Run.take().ConfigurationErrors;
}

} // namespace asynctidy
