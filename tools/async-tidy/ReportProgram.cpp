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
#include "llvm/Support/Path.h"

using namespace clang;

namespace asynctidy {

report::UnitResult reportProgram(const program::Analysis &Program,
                                 llvm::ArrayRef<std::string> Units,
                                 const LintOptions &Options) {
  report::UnitResult Result;
  tidy::ClangTidyContext Context(
      checkOptions(Options, Result.ConfigurationErrors));
  tidy::ClangTidyDiagnosticConsumer Consumer(Context);
  auto DiagOptions = std::make_unique<DiagnosticOptions>();
  DiagnosticsEngine Engine(DiagnosticIDs::create(), *DiagOptions, &Consumer,
                           /*ShouldOwnClient=*/false);
  Context.setDiagnosticsEngine(std::move(DiagOptions), &Engine);
  FileManager Files{FileSystemOptions()};
  SourceManager SM(Engine, Files);
  Context.setSourceManager(&SM);
  Consumer.BeginSourceFile(LangOptions());

  tidy::ClangTidyCheckFactories Factories;
  AsyncTidyModule().addCheckFactories(Factories);
  SourcePlaces Places(SM, Options.Root);
  // A header's functions are in many units: the first reports on them.
  llvm::DenseSet<program::FunctionId> Reported;
  for (const std::string &Unit : Units) {
    program::UnitId Id = Program.program().findUnit(Unit);
    if (Id == program::None)
      continue;
    llvm::DenseSet<program::FunctionId> Now;
    for (program::FunctionId F : Program.program().functionsOf(Id))
      if (Reported.insert(F).second)
        Now.insert(F);
    std::string File = Places.path(Unit);
    Context.setCurrentFile(File);
    for (auto &Check : Factories.createChecks(&Context)) {
      // The module makes no other checks.
      auto &Ours = static_cast<AsyncTidyCheck &>(*Check);
      auto Catalog = Ours.catalogFor(llvm::sys::path::parent_path(File));
      Ours.checkProgram({Program, *Catalog, Places, [&](program::FunctionId F) {
                           return Now.contains(F);
                         }});
    }
  }
  Consumer.EndSourceFile();

  Converter Convert(Options.Root);
  for (const tidy::ClangTidyError &E : Consumer.take()) {
    if (E.DiagnosticName == "clang-tidy-config")
      Result.ConfigurationErrors.push_back(E.Message.Message);
    else
      Result.Findings.push_back(Convert.finding(E));
  }
  return Result;
}

} // namespace asynctidy
