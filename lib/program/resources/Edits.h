//===-- Edits.h - Changes of source text as facts ---------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_PROGRAM_RESOURCES_EDITS_H
#define ASYNC_TIDY_LIB_PROGRAM_RESOURCES_EDITS_H

#include "lib/program/Symbols.h"
#include "lib/program/UnitFacts.h"
#include "clang/AST/ASTContext.h"

namespace asynctidy::program {

/// Collects the changes of one fix. A change that can't be made, as in a macro,
/// spoils the fix as a whole.
class Edits {
public:
  Edits(const clang::ASTContext &Ctx, SymbolTable &Names)
      : Ctx(Ctx), Names(Names) {}

  void insertBefore(clang::SourceLocation Loc, std::string Text) {
    change(Loc, 0, std::move(Text));
  }
  /// Behind the token that begins at \p Loc.
  void insertAfter(clang::SourceLocation Loc, std::string Text);
  /// Both ends are the beginnings of tokens.
  void replace(clang::SourceRange Tokens, std::string Text);
  /// \p Length characters at \p Loc.
  void replace(clang::SourceLocation Loc, uint32_t Length, std::string Text) {
    change(Loc, Length, std::move(Text));
  }
  void spoil() { Spoilt = true; }

  /// The text of the tokens; empty in a macro.
  std::string text(clang::SourceRange Tokens) const;
  /// The white space in front of the line of \p Loc.
  std::string indentation(clang::SourceLocation Loc) const;
  /// Does nothing but white space or a comment stand behind the token at \p
  /// Loc?
  bool endsLine(clang::SourceLocation Loc) const;
  /// The token after the one at \p Loc, when it is a \p Punctuator: its place.
  clang::SourceLocation next(clang::SourceLocation Loc, char Punctuator) const;

  /// The changes; none when the fix is spoilt.
  std::vector<EditFact> take() {
    return Spoilt ? std::vector<EditFact>() : std::move(All);
  }

private:
  void change(clang::SourceLocation Loc, uint32_t Length, std::string Text);
  /// Where the file has a token that a macro was given; \p Loc otherwise.
  clang::SourceLocation written(clang::SourceLocation Loc) const;

  const clang::ASTContext &Ctx;
  SymbolTable &Names;
  std::vector<EditFact> All;
  bool Spoilt = false;
};

} // namespace asynctidy::program

#endif // ASYNC_TIDY_LIB_PROGRAM_RESOURCES_EDITS_H
