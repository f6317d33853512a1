//===-- AsyncTidyCheck.h - Base of every check ------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_CHECKS_ASYNCTIDYCHECK_H
#define ASYNC_TIDY_CHECKS_ASYNCTIDYCHECK_H

#include "checks/Session.h"
#include "clang-tidy/ClangTidyCheck.h"
#include "clang-tidy/utils/IncludeInserter.h"

namespace asynctidy {

/// A check looks at a unit as a whole, once: it asks \c lib and writes
/// messages.
///
/// Options that every check has: `Level` (default, strict), `Catalog` (further
/// packs, separated by `;`).
class AsyncTidyCheck : public clang::tidy::ClangTidyCheck {
public:
  AsyncTidyCheck(llvm::StringRef Name, clang::tidy::ClangTidyContext *Context,
                 std::shared_ptr<Session> S);

  bool isLanguageVersionSupported(
      const clang::LangOptions &LangOpts) const override {
    return LangOpts.CPlusPlus;
  }
  void storeOptions(clang::tidy::ClangTidyOptions::OptionMap &Opts) override;
  void registerPPCallbacks(const clang::SourceManager &SM,
                           clang::Preprocessor *PP,
                           clang::Preprocessor *ModuleExpanderPP) override;
  void registerMatchers(clang::ast_matchers::MatchFinder *Finder) final;
  void check(const clang::ast_matchers::MatchFinder::MatchResult &Result) final;
  void onStartOfTranslationUnit() override;

protected:
  /// Reports what the check finds in \p Unit.
  virtual void checkUnit(const UnitModel &Unit) = 0;

  /// Are findings of level strict asked for?
  bool strict() const { return Strict; }

  /// Ends a strict finding: every frontend knows its level by this note.
  void noteStrict(clang::SourceLocation Loc, llvm::StringRef Why);

  /// The edit that makes the file of \p Loc include \p Header, when it doesn't.
  std::optional<clang::FixItHint> includeHeader(clang::SourceLocation Loc,
                                                llvm::StringRef Header);

private:
  std::shared_ptr<Session> Shared;
  const std::string LevelOption;
  const std::string CatalogOption;
  const bool Strict;
  clang::tidy::utils::IncludeInserter Inserter;
  const clang::SourceManager *Sources = nullptr;
};

} // namespace asynctidy

#endif // ASYNC_TIDY_CHECKS_ASYNCTIDYCHECK_H
