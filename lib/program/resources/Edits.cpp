//===-- Edits.cpp - Changes of source text as facts -----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/program/resources/Edits.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace asynctidy::program {

void Edits::change(SourceLocation Loc, uint32_t Length, std::string Text) {
  const SourceManager &SM = Ctx.getSourceManager();
  if (Loc.isInvalid() || Loc.isMacroID() || SM.isInSystemHeader(Loc)) {
    Spoilt = true;
    return;
  }
  FileIndex File = Names.place(Loc).File;
  if (File == None) {
    Spoilt = true;
    return;
  }
  EditFact Edit{File, SM.getFileOffset(Loc), Length, std::move(Text)};
  // A macro may use an argument twice.
  if (!llvm::is_contained(All, Edit))
    All.push_back(std::move(Edit));
}

SourceLocation Edits::written(SourceLocation Loc) const {
  const SourceManager &SM = Ctx.getSourceManager();
  while (Loc.isMacroID() && SM.isMacroArgExpansion(Loc))
    Loc = SM.getImmediateSpellingLoc(Loc);
  return Loc;
}

void Edits::insertAfter(SourceLocation Loc, std::string Text) {
  change(Lexer::getLocForEndOfToken(written(Loc), 0, Ctx.getSourceManager(),
                                    Ctx.getLangOpts()),
         0, std::move(Text));
}

void Edits::replace(SourceRange Tokens, std::string Text) {
  const SourceManager &SM = Ctx.getSourceManager();
  SourceLocation End =
      Lexer::getLocForEndOfToken(Tokens.getEnd(), 0, SM, Ctx.getLangOpts());
  if (Tokens.getBegin().isMacroID() || End.isInvalid() ||
      SM.getFileID(End) != SM.getFileID(Tokens.getBegin())) {
    Spoilt = true;
    return;
  }
  change(Tokens.getBegin(),
         SM.getFileOffset(End) - SM.getFileOffset(Tokens.getBegin()),
         std::move(Text));
}

std::string Edits::text(SourceRange Tokens) const {
  if (Tokens.getBegin().isMacroID() || Tokens.getEnd().isMacroID())
    return "";
  return Lexer::getSourceText(CharSourceRange::getTokenRange(Tokens),
                              Ctx.getSourceManager(), Ctx.getLangOpts())
      .str();
}

std::string Edits::indentation(SourceLocation Loc) const {
  return Lexer::getIndentationForLine(Loc, Ctx.getSourceManager()).str();
}

bool Edits::endsLine(SourceLocation Loc) const {
  const SourceManager &SM = Ctx.getSourceManager();
  SourceLocation End =
      Lexer::getLocForEndOfToken(Loc, 0, SM, Ctx.getLangOpts());
  if (End.isInvalid() || End.isMacroID())
    return true;
  auto [File, Offset] = SM.getDecomposedLoc(End);
  llvm::StringRef Rest = SM.getBufferData(File).substr(Offset);
  Rest = Rest.take_until([](char C) { return C == '\n'; }).trim();
  return Rest.empty() || Rest.starts_with("//");
}

SourceLocation Edits::next(SourceLocation Loc, char Punctuator) const {
  std::optional<Token> Next =
      Lexer::findNextToken(Loc, Ctx.getSourceManager(), Ctx.getLangOpts());
  if (!Next)
    return {};
  tok::TokenKind Wanted = Punctuator == ';'   ? tok::semi
                          : Punctuator == ',' ? tok::comma
                          : Punctuator == '(' ? tok::l_paren
                          : Punctuator == ')' ? tok::r_paren
                                              : tok::unknown;
  return Next->is(Wanted) ? Next->getLocation() : SourceLocation();
}

} // namespace asynctidy::program
