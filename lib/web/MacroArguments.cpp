//===-- MacroArguments.cpp - What a macro was given -----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/web/MacroArguments.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace asynctidy {

std::string MacroArguments::text(int Index) const {
  if (Index < 0 || static_cast<size_t>(Index) >= Arguments.size())
    return "";
  llvm::StringRef Text = Arguments[Index];
  bool Quoted = Text.consume_front("\"") && Text.consume_back("\"");
  return Quoted ? Text.str() : "";
}

namespace {

/// The arguments in the parentheses after the macro's name.
std::vector<std::string> readArguments(Lexer &Lex, llvm::StringRef Buffer,
                                       SourceLocation Start) {
  constexpr unsigned MaxTokens = 4096;
  std::vector<std::string> Arguments;
  unsigned Depth = 0;
  unsigned Begin = 0;
  Token Tok;
  for (unsigned I = 0; I < MaxTokens; ++I) {
    bool End = Lex.LexFromRawLexer(Tok);
    unsigned At = Tok.getLocation().getRawEncoding() - Start.getRawEncoding();
    auto Add = [&] {
      Arguments.push_back(Buffer.slice(Begin, At).trim().str());
      Begin = At + Tok.getLength();
    };
    if (Tok.isOneOf(tok::l_paren, tok::l_brace, tok::l_square) && ++Depth == 1)
      Begin = At + Tok.getLength();
    else if (Tok.is(tok::comma) && Depth == 1)
      Add();
    else if (Tok.isOneOf(tok::r_paren, tok::r_brace, tok::r_square) &&
             --Depth == 0) {
      Add();
      return Arguments;
    }
    if (End || Depth == 0)
      break;
  }
  return {};
}

} // namespace

std::optional<MacroArguments> macroArguments(SourceLocation Loc,
                                             llvm::ArrayRef<StringRef> Names,
                                             const ASTContext &Ctx) {
  const SourceManager &SM = Ctx.getSourceManager();
  SourceLocation At = SM.getExpansionLoc(Loc);
  auto [File, Offset] = SM.getDecomposedLoc(At);
  bool Invalid = false;
  llvm::StringRef Buffer = SM.getBufferData(File, &Invalid);
  if (!Loc.isMacroID() || Invalid)
    return std::nullopt;
  MacroArguments Found;
  Found.Loc = At;
  llvm::SmallString<32> Storage;
  Found.Name = Lexer::getSpelling(At, Storage, SM, Ctx.getLangOpts()).str();
  if (!llvm::is_contained(Names, llvm::StringRef(Found.Name)))
    return std::nullopt;
  SourceLocation Start = SM.getLocForStartOfFile(File);
  Lexer Lex(Start, Ctx.getLangOpts(), Buffer.begin(),
            Buffer.begin() + Offset + Found.Name.size(), Buffer.end());
  Found.Arguments = readArguments(Lex, Buffer, Start);
  return Found;
}

} // namespace asynctidy
