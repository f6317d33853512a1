//===-- AsyncTidyCheck.cpp - Base of every check --------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "checks/AsyncTidyCheck.h"
#include "clang/Tooling/Inclusions/HeaderIncludes.h"

using namespace clang;
using namespace clang::ast_matchers;

namespace asynctidy {

AsyncTidyCheck::AsyncTidyCheck(StringRef Name, tidy::ClangTidyContext *Context,
                               std::shared_ptr<Session> S)
    : ClangTidyCheck(Name, Context), Shared(std::move(S)),
      LevelOption(Options.get("Level", "default").str()),
      CatalogOption(Options.get("Catalog", "").str()),
      FactsOption(Options.get("Facts", "").str()),
      Strict(LevelOption == "strict") {
  if (!Strict && LevelOption != "default")
    configurationDiag("unknown level '%0' for check '%1'; expected 'default' "
                      "or 'strict'")
        << LevelOption << Name;
}

void AsyncTidyCheck::storeOptions(tidy::ClangTidyOptions::OptionMap &Opts) {
  Options.store(Opts, "Level", LevelOption);
  Options.store(Opts, "Catalog", CatalogOption);
  Options.store(Opts, "Facts", FactsOption);
}

void AsyncTidyCheck::registerMatchers(MatchFinder *Finder) {
  Finder->addMatcher(translationUnitDecl().bind("unit"), this);
}

void AsyncTidyCheck::onStartOfTranslationUnit() { Shared->forgetUnit(); }

void AsyncTidyCheck::onEndOfTranslationUnit() { Shared->forgetUnit(); }

std::shared_ptr<const catalog::Catalog>
AsyncTidyCheck::catalogFor(StringRef Directory) {
  std::vector<catalog::PackError> Errors;
  auto Catalog = Shared->catalogFor(CatalogOption, Directory, Errors);
  for (const catalog::PackError &E : Errors)
    configurationDiag("%0") << E.render();
  return Catalog;
}

void AsyncTidyCheck::check(const MatchFinder::MatchResult &Result) {
  ASTContext &Ctx = *Result.Context;
  SourceManager &SM = Ctx.getSourceManager();
  StringRef Directory;
  if (OptionalFileEntryRef Main = SM.getFileEntryRefForID(SM.getMainFileID()))
    Directory = Main->getDir().getName();
  auto Catalog = catalogFor(Directory);
  std::string Problem;
  const UnitAnalysis &Unit = Shared->unit(Ctx, Catalog, FactsOption, Problem);
  if (!Problem.empty())
    configurationDiag("%0") << Problem;
  SourcePlaces Places(SM, Unit.Root);
  checkProgram({*Unit.Linked, *Catalog, Places,
                [&](program::FunctionId F) { return Unit.Own.contains(F); },
                [&](llvm::ArrayRef<program::UnitId> SaidBy) {
                  return llvm::is_contained(SaidBy, Unit.Id);
                }});
}

void AsyncTidyCheck::noteStrict(SourceLocation Loc, StringRef Why) {
  diag(Loc, "level strict: %0", DiagnosticIDs::Note) << Why;
}

void AsyncTidyCheck::addEdits(const ProgramView &View,
                              const DiagnosticBuilder &Note,
                              llvm::ArrayRef<program::EditFact> Edits,
                              llvm::function_ref<std::string(StringRef)> Fill) {
  llvm::SmallVector<CharSourceRange, 4> Ranges;
  for (const program::EditFact &Edit : Edits) {
    StringRef File = View.Program.program().file(Edit.File);
    SourceLocation Begin = View.Places.atOffset(File, Edit.Offset);
    SourceLocation End = View.Places.atOffset(File, Edit.Offset + Edit.Length);
    if (Begin.isInvalid() || End.isInvalid())
      return; // the file has changed since the facts were made
    Ranges.push_back(CharSourceRange::getCharRange(Begin, End));
  }
  for (auto [Range, Edit] : llvm::zip_equal(Ranges, Edits))
    Note << FixItHint::CreateReplacement(Range,
                                         Fill ? Fill(Edit.Text) : Edit.Text);
}

std::optional<FixItHint> AsyncTidyCheck::includeHeader(const ProgramView &View,
                                                       StringRef File,
                                                       StringRef Header) {
  // As a user would write it: in angle brackets.
  std::string Path = View.Places.path(File);
  if (!areDiagsSelfContained() &&
      !Included.insert((Path + "\n" + Header).str()).second)
    return std::nullopt;
  tooling::HeaderIncludes Includes(Path, View.Places.text(File),
                                   tooling::IncludeStyle());
  std::optional<tooling::Replacement> Edit = Includes.insert(
      Header, /*IsAngled=*/true, tooling::IncludeDirective::Include);
  if (!Edit)
    return std::nullopt;
  SourceLocation At = View.Places.atOffset(File, Edit->getOffset());
  return FixItHint::CreateInsertion(At, Edit->getReplacementText());
}

} // namespace asynctidy
