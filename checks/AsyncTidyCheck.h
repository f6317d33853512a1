//===-- AsyncTidyCheck.h - Base of every check ------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_CHECKS_ASYNCTIDYCHECK_H
#define ASYNC_TIDY_CHECKS_ASYNCTIDYCHECK_H

#include "checks/Session.h"
#include "clang-tidy/ClangTidyCheck.h"
#include "llvm/ADT/StringSet.h"

namespace asynctidy {

/// A check looks at a program, as far as it is known, and reports on the
/// functions of one unit: it asks \c lib and writes messages. In a compiler's
/// run over a unit the program is that unit, and the others that a fact store
/// has; `async-tidy run` asks checks without any AST.
///
/// Options that every check has: `Level` (default, strict), `Catalog` (further
/// packs, separated by `;`), `Facts` (the fact store; the project's own when
/// left out, `none` for no other unit's facts).
class AsyncTidyCheck : public clang::tidy::ClangTidyCheck {
public:
  AsyncTidyCheck(llvm::StringRef Name, clang::tidy::ClangTidyContext *Context,
                 std::shared_ptr<Session> S);

  bool isLanguageVersionSupported(
      const clang::LangOptions &LangOpts) const override {
    return LangOpts.CPlusPlus;
  }
  void storeOptions(clang::tidy::ClangTidyOptions::OptionMap &Opts) override;
  void registerMatchers(clang::ast_matchers::MatchFinder *Finder) final;
  void check(const clang::ast_matchers::MatchFinder::MatchResult &Result) final;
  void onStartOfTranslationUnit() override;
  void onEndOfTranslationUnit() override;

  /// The catalog that the options name, for code in \p Directory. Mistakes in
  /// packs are reported.
  std::shared_ptr<const catalog::Catalog> catalogFor(llvm::StringRef Directory);

  /// Reports what the check finds in \p View.
  virtual void checkProgram(const ProgramView &View) = 0;

protected:
  /// Are findings of level strict asked for?
  bool strict() const { return Strict; }

  /// Ends a strict finding: every frontend knows its level by this note.
  void noteStrict(clang::SourceLocation Loc, llvm::StringRef Why);

  /// The edit that makes \p File include \p Header, when it doesn't and no fix
  /// before this one does; an editor applies one fix alone, so that it always
  /// gets the edit.
  std::optional<clang::FixItHint> includeHeader(const ProgramView &View,
                                                llvm::StringRef File,
                                                llvm::StringRef Header);

  /// Adds the changes of a fix to \p Note, which needs a look. \p Fill writes
  /// a text's placeholders.
  void
  addEdits(const ProgramView &View, const clang::DiagnosticBuilder &Note,
           llvm::ArrayRef<program::EditFact> Edits,
           llvm::function_ref<std::string(llvm::StringRef)> Fill = nullptr);

private:
  std::shared_ptr<Session> Shared;
  const std::string LevelOption;
  const std::string CatalogOption;
  const std::string FactsOption;
  const bool Strict;
  /// Files and headers that are included by fixes already.
  llvm::StringSet<> Included;
};

} // namespace asynctidy

#endif // ASYNC_TIDY_CHECKS_ASYNCTIDYCHECK_H
