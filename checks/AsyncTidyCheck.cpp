//===-- AsyncTidyCheck.cpp - Base of every check --------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "checks/AsyncTidyCheck.h"
#include "llvm/Support/Path.h"

using namespace clang;
using namespace clang::ast_matchers;

namespace asynctidy {

AsyncTidyCheck::AsyncTidyCheck(StringRef Name, tidy::ClangTidyContext *Context,
                               std::shared_ptr<Session> S)
    : ClangTidyCheck(Name, Context), Shared(std::move(S)),
      LevelOption(Options.get("Level", "default").str()),
      CatalogOption(Options.get("Catalog", "").str()),
      Strict(LevelOption == "strict"),
      Inserter(tidy::utils::IncludeSorter::IS_LLVM, areDiagsSelfContained()) {
  if (!Strict && LevelOption != "default")
    configurationDiag("unknown level '%0' for check '%1'; expected 'default' "
                      "or 'strict'")
        << LevelOption << Name;
}

void AsyncTidyCheck::storeOptions(tidy::ClangTidyOptions::OptionMap &Opts) {
  Options.store(Opts, "Level", LevelOption);
  Options.store(Opts, "Catalog", CatalogOption);
}

void AsyncTidyCheck::registerPPCallbacks(const SourceManager &SM,
                                         Preprocessor *PP,
                                         Preprocessor *ModuleExpanderPP) {
  Inserter.registerPreprocessor(PP);
  Sources = &SM;
}

void AsyncTidyCheck::registerMatchers(MatchFinder *Finder) {
  Finder->addMatcher(translationUnitDecl().bind("unit"), this);
}

void AsyncTidyCheck::onStartOfTranslationUnit() { Shared->startUnit(); }

void AsyncTidyCheck::check(const MatchFinder::MatchResult &Result) {
  ASTContext &Ctx = *Result.Context;
  const SourceManager &SM = Ctx.getSourceManager();
  StringRef Directory;
  if (OptionalFileEntryRef Main = SM.getFileEntryRefForID(SM.getMainFileID()))
    Directory = Main->getDir().getName();
  std::vector<catalog::PackError> Errors;
  auto Catalog = Shared->catalogFor(CatalogOption, Directory, Errors);
  for (const catalog::PackError &E : Errors)
    configurationDiag("%0") << E.render();
  checkUnit(Shared->unit(Ctx, std::move(Catalog)));
}

void AsyncTidyCheck::noteStrict(SourceLocation Loc, StringRef Why) {
  diag(Loc, "level strict: %0", DiagnosticIDs::Note) << Why;
}

std::optional<FixItHint> AsyncTidyCheck::includeHeader(SourceLocation Loc,
                                                       StringRef Header) {
  // As a user would write it: in angle brackets.
  return Inserter.createIncludeInsertion(
      Sources->getFileID(Sources->getExpansionLoc(Loc)),
      ("<" + Header + ">").str());
}

} // namespace asynctidy
