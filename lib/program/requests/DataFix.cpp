//===-- DataFix.cpp - Keeps what a request didn't send --------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/program/requests/DataFix.h"
#include "lib/catalog/Placeholders.h"
#include "lib/program/resources/Edits.h"
#include "lib/web/Expressions.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace asynctidy::catalog;

namespace asynctidy::program {

namespace {

/// Can it be written twice: names, members, what `*` and `->` lead to?
bool isRepeatable(const Expr *E) {
  E = E->IgnoreImplicit();
  if (isa<DeclRefExpr, CXXThisExpr>(E))
    return true;
  if (const auto *Member = dyn_cast<MemberExpr>(E))
    return isRepeatable(Member->getBase());
  if (const auto *Paren = dyn_cast<ParenExpr>(E))
    return isRepeatable(Paren->getSubExpr());
  if (const auto *Op = dyn_cast<UnaryOperator>(E))
    return Op->getOpcode() == UO_Deref && isRepeatable(Op->getSubExpr());
  const auto *Operator = dyn_cast<CXXOperatorCallExpr>(E);
  return Operator && Operator->getNumArgs() == 1 &&
         (Operator->getOperator() == OO_Star ||
          Operator->getOperator() == OO_Arrow) &&
         isRepeatable(Operator->getArg(0));
}

class CureWriter {
public:
  CureWriter(const ValueWrite &Write, const ValueOrigin &From,
             const Values &Origins, SymbolTable &Names, WriteFact &Fact)
      : Write(Write), From(From), Origins(Origins), Fact(Fact),
        Changes(Origins.unit().context(), Names) {}

  void run() {
    Fact.Test = test();
    if (Fact.What == WriteFact::Whole)
      return merge();
    if (keepCurrent() || ask())
      Fact.Edits = Changes.take();
    if (Fact.Edits.empty())
      Fact.How = WriteFact::NoCure;
  }

private:
  /// The tokens in the file: of `U("name")` the macro's call.
  SourceRange written(const Expr *E) const {
    const ASTContext &Ctx = Origins.unit().context();
    const SourceManager &SM = Ctx.getSourceManager();
    SourceRange Range = E->getSourceRange();
    if (!Range.getBegin().isMacroID() || !Range.getEnd().isMacroID())
      return Range;
    SourceLocation Begin, End;
    if (!Lexer::isAtStartOfMacroExpansion(Range.getBegin(), SM,
                                          Ctx.getLangOpts(), &Begin) &&
        !SM.isMacroArgExpansion(Range.getBegin()))
      return Range;
    Begin = SM.getExpansionLoc(Range.getBegin());
    End = SM.getExpansionRange(Range.getEnd()).getEnd();
    return {Begin, End};
  }

  std::string text(const Expr *E) const { return Changes.text(written(E)); }

  /// The current value instead of the constant.
  bool keepCurrent() {
    if (!From.Default || !Write.Target || !isRepeatable(Write.Target) ||
        isa<CXXDefaultArgExpr>(From.Default) || !isInValue(From.Default) ||
        !givesValue(From.Default) ||
        !fits(Write.Target->getType(),
              Write.Value->IgnoreImplicit()->getType()))
      return false;
    std::string Current = text(Write.Target);
    if (Current.empty())
      return false;
    Changes.replace(written(From.Default), Current);
    Fact.How = WriteFact::KeepsCurrent;
    return true;
  }

  /// Does the expression stand in what is written, and not before it?
  bool isInValue(const Expr *E) const {
    const Stmt *P = E;
    while (P && P != Write.Value)
      P = Origins.around().parent(P);
    return P != nullptr;
  }

  /// Is what the default stands in for the value itself, or an object whose
  /// method gives that: `json.get("name", "").asString()`?
  bool givesValue(const Expr *Default) const {
    const Stmt *P = Origins.around().parent(Default);
    while (P && P != Write.Value && !isa<CallExpr, ConditionalOperator>(P))
      P = Origins.around().parent(P);
    const auto *Stands = dyn_cast_or_null<Expr>(P);
    for (const Expr *E = peelAll(Write.Value); Stands && E;) {
      if (E == Stands || E == peelAll(Stands))
        return true;
      const auto *Call = dyn_cast<CXXMemberCallExpr>(E);
      E = Call ? peelAll(Call->getImplicitObjectArgument()) : nullptr;
    }
    return false;
  }

  static bool fits(QualType To, QualType Given) {
    To = To.getNonReferenceType().getCanonicalType().getUnqualifiedType();
    Given = Given.getNonReferenceType().getCanonicalType().getUnqualifiedType();
    return To == Given || (To->isArithmeticType() && Given->isArithmeticType());
  }

  /// `(*json)` is said as `json->`; `pointer` and `object.` as they are.
  std::string filled(llvm::StringRef Template, const Expr *Object) const {
    std::string Text = Template.str();
    const Expr *Plain = Object->IgnoreParenImpCasts();
    std::string Name = text(Plain);
    const Expr *Pointer = nullptr;
    if (const auto *Op = dyn_cast<UnaryOperator>(Plain);
        Op && Op->getOpcode() == UO_Deref)
      Pointer = Op->getSubExpr();
    else if (const auto *Star = dyn_cast<CXXOperatorCallExpr>(Plain);
             Star && Star->getOperator() == OO_Star)
      Pointer = Star->getArg(0);
    else if (const auto *Arrow = dyn_cast<CXXOperatorCallExpr>(Plain);
             Arrow && Arrow->getOperator() == OO_Arrow)
      fillPlaceholder(Text, "{from}.", text(Arrow->getArg(0)) + "->");
    if (Plain->getType()->isPointerType())
      fillPlaceholder(Text, "{from}.", Name + "->");
    if (Pointer)
      fillPlaceholder(Text, "{from}.", text(Pointer) + "->");
    fillPlaceholder(Text, "{from}", Name);
    return Text;
  }

  std::string test() const {
    if (From.Member)
      return memberTest();
    if (From.What != ValueOrigin::Field || !From.Entry)
      return ""; // a function of the project's reads it
    const ReadUse &Use = From.Entry->E->Read;
    std::optional<CallView> View = CallView::of(From.Read);
    const Expr *Object = View ? readFrom(*View, Use) : nullptr;
    const Expr *Key = View ? View->argument(Use.Key) : nullptr;
    if (Use.Test.empty() || !Object || !Key)
      return "";
    if (text(Key).empty() || text(Object).empty())
      return "";
    std::string Text = filled(Use.Test, Object);
    fillPlaceholder(Text, "{key}", text(Key));
    fillPlaceholder(Text, "{read}", text(From.Read));
    return Text;
  }

  /// `dto->name`, `sent.has_name()`
  std::string memberTest() const {
    const Expr *Member = memberOf(Write.Value);
    if (const auto *Field = dyn_cast<FieldDecl>(From.Member))
      return Origins.isOptional(Field->getType()) && isRepeatable(Member)
                 ? text(Member)
                 : "";
    const auto *Call = dyn_cast<CXXMemberCallExpr>(Member);
    const CXXMethodDecl *Presence = presenceOf(From.Member);
    if (!Call || !Presence || !isRepeatable(Call->getImplicitObjectArgument()))
      return "";
    const auto *Access = dyn_cast<MemberExpr>(Call->getCallee());
    return text(Call->getImplicitObjectArgument()) +
           (Access && Access->isArrow() ? "->" : ".") +
           Presence->getNameAsString() + "()";
  }

  /// The member of the request's object in `dto->name.value_or("")`.
  const Expr *memberOf(const Expr *E) const {
    const Expr *Inner = E;
    while (Inner) {
      const auto *Member = dyn_cast<MemberExpr>(Inner);
      if (Member && Member->getMemberDecl() == From.Member)
        return Member;
      if (const auto *Call = dyn_cast<CXXMemberCallExpr>(Inner);
          Call && Call->getMethodDecl() == From.Member)
        return Call;
      if (const Expr *Next = peel(Inner)) {
        Inner = Next;
        continue;
      }
      std::optional<CallView> View = CallView::of(Inner);
      if (!View)
        break;
      Inner = View->Receiver ? View->Receiver : View->argument(0);
    }
    return E;
  }

  /// Is the value read where it is written, or from a variable that is there
  /// too?
  bool canAsk() const {
    if (From.Member)
      return true;
    std::optional<CallView> View = CallView::of(From.Read);
    const Expr *Object =
        View && From.Entry ? readFrom(*View, From.Entry->E->Read) : nullptr;
    return Object && isRepeatable(Object);
  }

  /// `if (body.contains("name"))` before the statement.
  bool ask() {
    const Stmt *S = Origins.around().statementOf(Write.At);
    const auto *Whole = dyn_cast_or_null<Expr>(S);
    if (Fact.Test.empty() || !Whole || !canAsk() ||
        peelCleanups(Whole) != Write.At || From.Chosen)
      return false;
    SourceLocation Begin = Whole->getBeginLoc();
    if (Begin.isMacroID())
      return false;
    Changes.insertBefore(Begin, "if (" + Fact.Test + ")\n" +
                                    Changes.indentation(Begin) + "  ");
    Fact.How = WriteFact::Asks;
    return true;
  }

  static const Expr *peelCleanups(const Expr *E) {
    while (isa<FullExpr, CXXBindTemporaryExpr, MaterializeTemporaryExpr,
               ImplicitCastExpr>(E)) {
      const Expr *Inner = peel(E);
      if (!Inner)
        break;
      E = Inner;
    }
    return E;
  }

  /// The library's own merge in place of the assignment.
  void merge() {
    if (!From.Entry || From.Entry->E->Read.Merge.empty() || !Write.Target ||
        !isRepeatable(Write.Target) || !From.Through.empty())
      return;
    const Stmt *S = Origins.around().statementOf(Write.At);
    const auto *Statement = dyn_cast_or_null<Expr>(S);
    std::optional<CallView> View = CallView::of(From.Read);
    const Expr *Object = View ? readFrom(*View, From.Entry->E->Read) : nullptr;
    if (!Statement || peelCleanups(Statement) != Write.At || !Object ||
        !isRepeatable(Object))
      return;
    std::string Text = filled(From.Entry->E->Read.Merge, Object);
    fillPlaceholder(Text, "{target}", text(Write.Target));
    fillPlaceholder(Text, "{type}",
                    From.Class->isInAnonymousNamespace()
                        ? From.Class->getNameAsString()
                        : From.Class->getQualifiedNameAsString());
    // A block ends without the statement's own semicolon.
    SourceRange Range = Statement->getSourceRange();
    SourceLocation Semicolon = Changes.next(Range.getEnd(), ';');
    if (Semicolon.isInvalid())
      return;
    Range.setEnd(Semicolon);
    if (!llvm::StringRef(Text).ends_with("}"))
      Text = llvm::StringRef(Text).rtrim("; ").str() + ";";
    Changes.replace(Range, Text);
    Fact.Edits = Changes.take();
    if (!Fact.Edits.empty())
      Fact.How = WriteFact::Merges;
  }

  const ValueWrite &Write;
  const ValueOrigin &From;
  const Values &Origins;
  WriteFact &Fact;
  Edits Changes;
};

} // namespace

void addCure(const ValueWrite &Write, const ValueOrigin &From,
             const Values &Origins, SymbolTable &Names, WriteFact &Fact) {
  CureWriter(Write, From, Origins, Names, Fact).run();
}

} // namespace asynctidy::program
