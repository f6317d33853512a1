//===-- UseReader.cpp - Data used before anybody looked at it -------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/program/requests/UseReader.h"
#include "lib/program/requests/Answers.h"
#include "lib/web/Expressions.h"
#include "lib/web/Guards.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;
using namespace asynctidy::catalog;

namespace asynctidy::program {

namespace {

/// A question about what a call gives.
ValueOrigin resultItself(const Expr *Call) {
  ValueOrigin Asked;
  Asked.What = ValueOrigin::Document;
  Asked.Read = Call;
  return Asked;
}

/// A question about what a variable has.
ValueOrigin variableItself(const VarDecl *Var) {
  ValueOrigin Asked;
  Asked.What = ValueOrigin::Field;
  Asked.Through.push_back(Var);
  return Asked;
}

bool isConversionOfText(const CallView &View) {
  return isOfStandard(View.Function) || !isa<CXXMethodDecl>(View.Function);
}

/// `optional.value()`
bool isValueOfOptional(const CallView &View) {
  const auto *Method = dyn_cast<CXXMethodDecl>(View.Function);
  return Method && View.Receiver && Method->getIdentifier() &&
         Method->getName() == "value" && isOfStandard(Method) &&
         Method->getParent()->getName() == "optional";
}

} // namespace

bool UseReader::isInTry(const Stmt *S) const {
  const Stmt *Child = S;
  for (const Stmt *P = Origins.around().parent(S); P;
       Child = P, P = Origins.around().parent(P))
    if (const auto *Try = dyn_cast<CXXTryStmt>(P);
        Try && Try->getTryBlock() == Child)
      return true;
  return false;
}

UseFact UseReader::fact(const UsedResult &Of, const Expr *Use, const Expr *Made,
                        std::string Target) const {
  UseFact Fact;
  Fact.What = Of.What;
  Fact.At = Names.place(Use->getExprLoc());
  Fact.Name = Of.Name;
  Fact.Target = std::move(Target);
  Fact.Made = Names.place(Made->getExprLoc());
  if (Of.From)
    Fact.From = Say.fact(Of.From);
  else
    Fact.From.What = OriginFact::Document; // a look-up: what of doesn't matter
  return Fact;
}

bool UseReader::isTaken(const Expr *E, UseFact::Kind What) const {
  const BodyTree &Tree = Origins.around();
  const Stmt *Child = E;
  const Stmt *P = Tree.parent(E);
  while (
      isa_and_nonnull<ImplicitCastExpr, ParenExpr, MaterializeTemporaryExpr,
                      CXXBindTemporaryExpr, ExprWithCleanups, CoawaitExpr>(P)) {
    Child = P;
    P = Tree.parent(P);
  }
  if (const auto *Op = dyn_cast_or_null<UnaryOperator>(P))
    return Op->getOpcode() == UO_Deref;
  if (const auto *Operator = dyn_cast_or_null<CXXOperatorCallExpr>(P)) {
    bool Accesses =
        Operator->getOperator() == OO_Arrow ||
        (Operator->getOperator() == OO_Star && Operator->getNumArgs() == 1);
    bool Indexes = Operator->getOperator() == OO_Subscript;
    if (Operator->getArg(0) != Child)
      return false;
    // `(*json)["name"]`; a value that is false when it is no document
    return Accesses ? What != UseFact::NoRows
                    : Indexes && (What == UseFact::NoRows ||
                                  What == UseFact::Unparsed);
  }
  const auto *Member = dyn_cast_or_null<MemberExpr>(P);
  if (!Member)
    return false;
  if (Member->isArrow() && E->getType()->isPointerType())
    return true;
  // `body.get("title", "")`
  if (const auto *Call = dyn_cast_or_null<CallExpr>(Tree.parent(Member));
      Call && What == UseFact::Unparsed) {
    std::optional<CallView> View = CallView::of(Call);
    const NamedEntry *Entry =
        View ? Origins.unit().matcher().find(*View, Section::Reads) : nullptr;
    return Entry && Entry->E->Read.Kind == ReadKind::Field;
  }
  // `rows.front()`
  return What == UseFact::NoRows &&
         llvm::is_contained({"front", "back", "at", "Front", "Back"},
                            Member->getMemberDecl()->getNameAsString());
}

std::optional<UseFact> UseReader::usedAtOnce(const CallExpr *Call,
                                             const FunctionDecl *By) const {
  if (!isTaken(Call, UseFact::Missing) && !isTaken(Call, UseFact::NoRows))
    return std::nullopt;
  std::optional<UsedResult> Given = Results.of(Call);
  if (!Given || !isTaken(Call, Given->What))
    return std::nullopt;
  if (isGuarded(Call, resultItself(Call), Origins))
    return std::nullopt;
  return fact(*Given, Call, Call, "");
}

/// A look-up's result, or a variable that has it, which nobody asked about.
bool UseReader::isMissing(const Expr *E) const {
  E = peelAll(E);
  const Expr *Use = E;
  ValueOrigin Asked = resultItself(E);
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E)) {
    const auto *Var = dyn_cast<VarDecl>(Ref->getDecl());
    if (!Var || !Var->isLocalVarDecl() || !Var->getInit())
      return false;
    Asked = variableItself(Var);
    E = peelAll(Var->getInit());
  }
  const auto *Call = dyn_cast<CallExpr>(E);
  std::optional<UsedResult> Given = Call ? Results.of(Call) : std::nullopt;
  return Given && Given->What == UseFact::Missing &&
         !isGuarded(Use, Asked, Origins);
}

std::optional<UseFact> UseReader::thrown(const CallView &View,
                                         const CallExpr *Call,
                                         const FunctionDecl *By) {
  std::string Name = displayName(View.Callee, View.staticClass());
  if (isValueOfOptional(View))
    return isMissing(View.Receiver) && !isInTry(Call)
               ? std::optional(
                     fact({UseFact::NotThere, Name, {}, ""}, Call, Call, ""))
               : std::nullopt;
  const NamedEntry *Entry = Origins.unit().matcher().find(View, Section::Reads);
  if (!Entry)
    return std::nullopt;
  const ReadUse &Use = Entry->E->Read;
  if (Use.Kind == ReadKind::Entity) {
    CallView Asked = Results.askedBy(View);
    if (Use.Absent != Absence::Throws || isInTry(Call) ||
        !asksForSomething(Asked) || (hasSql(Asked) && !mayFindNothing(Asked)))
      return std::nullopt;
    return fact({UseFact::NotThere, Name, {}, ""}, Call, Call, "");
  }
  ValueOrigin From;
  UseFact::Kind What = UseFact::Throws;
  switch (Use.Kind) {
  case ReadKind::Document:
    if (Use.Invalid == Absence::Throws)
      From = Origins.documentOf(Call);
    break;
  case ReadKind::Value: {
    bool Guesses = Use.Invalid == Absence::Zero;
    if (!Guesses && Use.Absent != Absence::Throws &&
        Use.Invalid != Absence::Throws)
      break;
    if (Guesses)
      What = UseFact::Guesses;
    const Expr *Read = readFrom(View, Use);
    From = Read ? Origins.documentOf(Read) : ValueOrigin();
    if (!From && Read) {
      From = Origins.of(Read);
      // A text that a helper is given is its caller's.
      if (!Guesses && From.What != ValueOrigin::Field)
        From = {};
    }
    break;
  }
  case ReadKind::Field:
    // A parameter of the path is there, or the route isn't taken.
    if (Use.Absent == Absence::Throws && !isOfStandard(View.Function)) {
      const Expr *Read = readFrom(View, Use);
      From = Read ? Origins.documentOf(Read) : ValueOrigin();
    }
    break;
  default:
    break;
  }
  if (!From)
    return std::nullopt;
  // That a text is there doesn't make it a number.
  Question Asks = Use.Kind == ReadKind::Value && isConversionOfText(View)
                      ? Question::Content
                      : Question::Presence;
  ValueOrigin Read =
      Use.Kind == ReadKind::Document ? resultItself(Call) : Origins.of(Call);
  if (Read && isGuarded(Call, Read, Origins, Asks))
    return std::nullopt;
  if (What == UseFact::Throws && (isInTry(Call) || !Throwing.insert(By).second))
    return std::nullopt;
  return fact({What, Name, From, ""}, Call, Call, "");
}

/// The result of a parser that nobody listens to: what it filled is used.
std::optional<UseFact> UseReader::unheard(const CallView &View,
                                          const CallExpr *Call,
                                          const FunctionDecl *By) const {
  const NamedEntry *Entry = Origins.unit().matcher().find(View, Section::Reads);
  if (!Entry || Entry->E->Read.Kind != ReadKind::Document)
    return std::nullopt;
  const ReadUse &Use = Entry->E->Read;
  const Expr *Into = View.argument(Use.Into);
  // `document.Parse(text)`
  if (!Into && Use.Invalid == Absence::Error)
    Into = View.Receiver;
  const auto *Ref = Into ? dyn_cast<DeclRefExpr>(peelAll(Into)) : nullptr;
  const auto *Var = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  const Expr *Text = readFrom(View, Use);
  if (!Var || !Var->isLocalVarDecl() || !Text ||
      (Use.Invalid != Absence::False && Use.Invalid != Absence::Error) ||
      !isDropped(Call))
    return std::nullopt;
  UsedResult Given = {UseFact::Unparsed,
                      displayName(View.Callee, View.staticClass()),
                      Origins.documentOf(Text), ""};
  if (!Given.From)
    return std::nullopt;
  ValueOrigin Asked = variableItself(Var);
  // `if (!reader.good())`
  if (const auto *Reader = View.Receiver
                               ? dyn_cast<DeclRefExpr>(peelAll(View.Receiver))
                               : nullptr)
    if (const auto *Object = dyn_cast<VarDecl>(Reader->getDecl()))
      Asked.Through.push_back(Object);
  std::optional<UseFact> Fact = firstUse(Var, Asked, Given, Call, By);
  if (Fact)
    Fact->Edits.clear(); // what asks is the parser's result
  return Fact;
}

/// Is nothing done with what a call gives, or only with a variable that nobody
/// asks?
bool UseReader::isDropped(const CallExpr *Call) const {
  const BodyTree &Tree = Origins.around();
  const Stmt *P = Tree.parent(Call);
  while (isa_and_nonnull<CastExpr, FullExpr>(P))
    P = Tree.parent(P);
  if (const auto *Decls = dyn_cast_or_null<DeclStmt>(P)) {
    const auto *Var = Decls->isSingleDecl()
                          ? dyn_cast<VarDecl>(Decls->getSingleDecl())
                          : nullptr;
    return Var && llvm::all_of(Tree.usesOf(Var), [&](const DeclRefExpr *Use) {
             const auto *Cast =
                 dyn_cast_or_null<ExplicitCastExpr>(Tree.parent(Use));
             return Cast && Cast->getType()->isVoidType();
           });
  }
  return isa_and_nonnull<CompoundStmt>(P);
}

/// A library runs a lambda with the rows: `execSqlAsync(sql, [](auto &rows) {
/// ... }, ...)`.
std::optional<UseFact> UseReader::givenRows(const CallView &View,
                                            const CallExpr *Call,
                                            const FunctionDecl *By) const {
  const NamedEntry *Entry = Origins.unit().matcher().find(View, Section::Reads);
  if (!Entry || Entry->E->Read.Kind != ReadKind::Rows ||
      !Call->getType()->isVoidType() || !mayHaveNoRows(Entry->E->Read, View))
    return std::nullopt;
  for (unsigned I = 0; I < View.numWritten(); ++I) {
    const Expr *Argument = View.Arguments[I]->IgnoreUnlessSpelledInSource();
    while (const Expr *Inner =
               isa<LambdaExpr>(Argument) ? nullptr : peel(Argument))
      Argument = Inner;
    if (const auto *Made = dyn_cast<CXXConstructExpr>(Argument);
        Made && Made->getNumArgs() == 1)
      Argument = peelAll(Made->getArg(0));
    const auto *Lambda = dyn_cast<LambdaExpr>(Argument);
    if (!Lambda || Lambda->getCallOperator()->getNumParams() == 0)
      continue;
    // What failed comes another way.
    const ParmVarDecl *Rows = Lambda->getCallOperator()->getParamDecl(0);
    return firstUse(
        Rows, variableItself(Rows),
        {UseFact::NoRows, displayName(View.Callee, View.staticClass()), {}, ""},
        Call, By);
  }
  return std::nullopt;
}

std::optional<UseFact> UseReader::ofCall(const CallExpr *Call,
                                         const FunctionDecl *By) {
  std::optional<CallView> View = CallView::of(Call);
  if (!View)
    return std::nullopt;
  if (std::optional<UseFact> Thrown = thrown(*View, Call, By))
    return Thrown;
  if (std::optional<UseFact> Unheard = unheard(*View, Call, By))
    return Unheard;
  if (std::optional<UseFact> Given = givenRows(*View, Call, By))
    return Given;
  return usedAtOnce(Call, By);
}

std::optional<UseFact> UseReader::ofVariable(const VarDecl *Var,
                                             const FunctionDecl *By) {
  if (!Var->isLocalVarDecl() || !Var->hasInit() || isa<ParmVarDecl>(Var) ||
      Var->isCXXForRangeDecl())
    return std::nullopt;
  const Expr *Init = Var->getInit(), *Call = Init;
  std::optional<UsedResult> Given;
  // Copies, temporaries and `co_await` around the call.
  for (const Expr *E = Init; E && !Given; E = peel(E)) {
    if (isa<UnaryOperator>(E))
      return std::nullopt;
    if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(E);
        Operator && Operator->getOperator() != OO_Call)
      return std::nullopt;
    Given = Results.of(E);
    Call = E;
  }
  if (!Given)
    return std::nullopt;
  return firstUse(Var, variableItself(Var), *Given, Call, By);
}

std::optional<UseFact> UseReader::firstUse(const VarDecl *Var,
                                           const ValueOrigin &Asked,
                                           const UsedResult &Given,
                                           const Expr *Made,
                                           const FunctionDecl *By) const {
  for (const DeclRefExpr *Use : Origins.around().usesOf(Var)) {
    if (isGuarded(Use, Asked, Origins))
      return std::nullopt;
    if (!isTaken(Use, Given.What))
      continue;
    std::string Name = Var->getNameAsString();
    UseFact Fact = fact(Given, Use, Made, Name);
    std::string Condition = "!" + Name;
    if (Given.What == UseFact::NoRows)
      Condition = Name + ".empty()";
    else if (!Given.End.empty())
      Condition = Name + " == " + Given.End;
    else if (isIterator(Var->getType()))
      Condition.clear();
    AnswerKind Kind = Given.What == UseFact::Unparsed ? AnswerKind::BadRequest
                                                      : AnswerKind::NotFound;
    Fact.Edits = answerBefore(Use, Condition, Kind, By, Origins, Names);
    return Fact;
  }
  return std::nullopt;
}

} // namespace asynctidy::program
