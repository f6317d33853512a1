//===-- Constants.cpp - Texts and numbers that are written out ------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/program/resources/Constants.h"
#include "lib/catalog/Conditions.h"
#include "clang/AST/ASTContext.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;
using asynctidy::catalog::TextSyntax;

namespace asynctidy::program {

namespace {

/// The initializer of a variable that nobody changes afterwards.
const Expr *lastingInit(const VarDecl *Var, const Surroundings &Around) {
  const VarDecl *Definition = nullptr;
  const Expr *Init = Var->getAnyInitializer(Definition);
  if (!Init || isa<ParmVarDecl>(Var))
    return nullptr;
  QualType T = Var->getType();
  bool Constant = T.isConstQualified() || Var->isConstexpr();
  // A local that is used once isn't changed in between.
  if (!Constant && Var->hasLocalStorage())
    Constant = Around.usesOf(Var).size() == 1;
  return Constant ? Init : nullptr;
}

} // namespace

const StringLiteral *constantText(const Expr *E, const Surroundings &Around) {
  constexpr unsigned MaxSteps = 16;
  for (unsigned Step = 0; E && Step < MaxSteps; ++Step) {
    E = E->IgnoreUnlessSpelledInSource();
    if (const auto *Text = dyn_cast<StringLiteral>(E))
      return Text->getCharByteWidth() == 1 ? Text : nullptr;
    if (const auto *Construct = dyn_cast<CXXConstructExpr>(E)) {
      E = Construct->getNumArgs() > 0 ? Construct->getArg(0) : nullptr;
      if (Construct->getNumArgs() > 1 &&
          !isa<CXXDefaultArgExpr>(Construct->getArg(1)))
        return nullptr;
    } else if (const auto *Cast = dyn_cast<ExplicitCastExpr>(E)) {
      E = Cast->getSubExpr();
    } else if (const auto *List = dyn_cast<InitListExpr>(E)) {
      E = List->getNumInits() == 1 ? List->getInit(0) : nullptr;
    } else if (const auto *Literal = dyn_cast<UserDefinedLiteral>(E)) {
      E = Literal->getLiteralOperatorKind() == UserDefinedLiteral::LOK_String
              ? Literal->getArg(0)
              : nullptr;
    } else if (const auto *Ref = dyn_cast<DeclRefExpr>(E)) {
      const auto *Var = dyn_cast<VarDecl>(Ref->getDecl());
      E = Var ? lastingInit(Var, Around) : nullptr;
    } else {
      return nullptr;
    }
  }
  return nullptr;
}

bool isOneOf(const Expr *E, llvm::ArrayRef<llvm::StringRef> Numbers,
             const ASTContext &Ctx) {
  if (Numbers.empty())
    return false;
  std::optional<APValue> Value = catalog::constantCount(E, Ctx);
  if (!Value)
    return false;
  std::string Text;
  if (Value->isInt())
    Text = llvm::toString(Value->getInt(), 10);
  else if (Value->isFloat() && Value->getFloat().isInteger())
    Text = std::to_string(
        static_cast<long long>(Value->getFloat().convertToDouble()));
  else
    return false;
  return llvm::is_contained(Numbers, llvm::StringRef(Text));
}

namespace {

/// libpq takes both: `host=a dbname=b` and `postgresql://a/b`.
TextSyntax actual(llvm::StringRef Text, TextSyntax Syntax) {
  return Syntax == TextSyntax::KeyValue && Text.contains("://")
             ? TextSyntax::Uri
             : Syntax;
}

llvm::StringRef separators(TextSyntax Syntax) {
  switch (Syntax) {
  case TextSyntax::Uri:
  case TextSyntax::UriPath:
    return "?&";
  case TextSyntax::KeyValue:
    return " \t\n";
  case TextSyntax::Semicolon:
    return ";";
  }
  llvm_unreachable("unknown syntax");
}

} // namespace

std::optional<llvm::StringRef> valueOf(llvm::StringRef Text,
                                       llvm::StringRef Key, TextSyntax Syntax) {
  Syntax = actual(Text, Syntax);
  for (size_t At = Text.find_insensitive(Key); At != llvm::StringRef::npos;
       At = Text.find_insensitive(Key, At + 1)) {
    bool Begins = At == 0 || separators(Syntax).contains(Text[At - 1]) ||
                  Text[At - 1] == ' ';
    llvm::StringRef Rest = Text.substr(At + Key.size()).ltrim();
    if (Begins && Rest.consume_front("="))
      return Rest.ltrim().take_until(
          [&](char C) { return separators(Syntax).contains(C); });
  }
  return std::nullopt;
}

std::string addition(llvm::StringRef Text, llvm::StringRef Key,
                     llvm::StringRef Value, TextSyntax Syntax) {
  Syntax = actual(Text, Syntax);
  std::string Pair = (Key + "=" + Value).str();
  if (Syntax == TextSyntax::KeyValue)
    return (Text.empty() || Text.ends_with(" ") ? "" : " ") + Pair;
  if (Syntax == TextSyntax::Semicolon)
    return (Text.empty() || Text.ends_with(";") ? "" : ";") + Pair;
  if (Text.contains('?'))
    return (Text.ends_with("?") || Text.ends_with("&") ? "" : "&") + Pair;
  if (Syntax == TextSyntax::Uri)
    return "?" + Pair;
  size_t Host = Text.find("://");
  bool HasPath = Host != llvm::StringRef::npos &&
                 Text.find('/', Host + 3) != llvm::StringRef::npos;
  return (HasPath ? "?" : "/?") + Pair;
}

} // namespace asynctidy::program
