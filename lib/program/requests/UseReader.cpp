//===-- UseReader.cpp - Data used before anybody looked at it -------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/program/requests/UseReader.h"
#include "lib/context/Callable.h"
#include "lib/program/requests/Answers.h"
#include "lib/web/Guards.h"
#include "lib/web/Registration.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;
using namespace asynctidy::catalog;

namespace asynctidy::program {

namespace {

/// `find`, `load_user`, `getById`
bool isLookupName(const NamedDecl *D, bool OfPointer) {
  if (!D->getIdentifier())
    return false;
  llvm::StringRef Name = D->getName();
  std::string First = firstWord(Name);
  if (OfPointer && (Name.contains("All") || Name.contains("List")))
    return false;
  if (llvm::is_contained({"find", "lookup", "load", "fetch", "select", "query"},
                         First) ||
      Name.contains("ById") || Name.contains("by_id"))
    return true;
  return !OfPointer &&
         llvm::is_contained({"get", "by", "read", "fetch", "select", "query"},
                            First);
}

/// What a query or a call of another service gives is there, whatever it says.
bool isAnswerClass(const CXXRecordDecl *RD) {
  llvm::StringRef Name = RD->getIdentifier() ? RD->getName() : "";
  return llvm::any_of(
      llvm::ArrayRef<llvm::StringRef>{"Result", "Results", "Set", "Rows",
                                      "Cursor", "Statement", "Query",
                                      "Response", "Reply", "Stream", "List"},
      [&](llvm::StringRef End) { return Name.ends_with(End); });
}

/// `users.emplace(id, user)` before a look-up in the same container.
bool isPutBefore(const CallView &View, const Expr *Lookup,
                 const BodyTree &Around) {
  const ValueDecl *Container = rootOf(View.Receiver);
  if (!Container)
    return false;
  return llvm::any_of(Around.usesOf(Container), [&](const DeclRefExpr *Use) {
    const auto *Member = dyn_cast_or_null<MemberExpr>(Around.parent(Use));
    return Member && Member->getMemberDecl()->getIdentifier() &&
           llvm::is_contained(
               {"emplace", "insert", "try_emplace", "insert_or_assign"},
               Member->getMemberDecl()->getName()) &&
           Around.mayPrecede(Use, Lookup);
  });
}

/// Has the call an argument that isn't known before?
bool asksForSomething(const CallView &View) {
  for (unsigned I = 0; I < View.numWritten(); ++I)
    if (!isConstant(View.Arguments[I]))
      return true;
  return false;
}

bool isIterator(QualType T) {
  const CXXRecordDecl *RD = T.getNonReferenceType()->getAsCXXRecordDecl();
  return RD && RD->getIdentifier() && RD->getName().contains("terator");
}

bool hasSql(const CallView &View) {
  for (unsigned I = 0; I < View.numWritten(); ++I)
    if (std::optional<llvm::StringRef> Sql = textIn(View.Arguments[I]))
      for (llvm::StringRef Verb : {"select ", "insert ", "update ", "delete "})
        if (Sql->ltrim().starts_with_insensitive(Verb))
          return true;
  return false;
}

/// `SELECT ... WHERE`, which may find nothing; `COUNT(*)` always does.
bool mayFindNothing(const CallView &View) {
  for (unsigned I = 0; I < View.numWritten(); ++I) {
    std::optional<llvm::StringRef> Sql = textIn(View.Arguments[I]);
    if (!Sql)
      continue;
    std::string Text = Sql->lower();
    llvm::StringRef Lower = Text;
    if (!Lower.ltrim().starts_with("select "))
      continue;
    llvm::SmallVector<llvm::StringRef, 16> Words;
    llvm::SplitString(Lower, Words);
    return llvm::is_contained(Words, "where") &&
           llvm::none_of(
               llvm::ArrayRef<llvm::StringRef>{"count(", "sum(", "max(", "min(",
                                               "avg(", "exists("},
               [&](llvm::StringRef Always) { return Lower.contains(Always); });
  }
  return false;
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

UseFact UseReader::fact(const Result &Of, const Expr *Use, const Expr *Made,
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

std::optional<UseReader::Result> UseReader::unparsed(const CallView &View,
                                                     const Expr *E,
                                                     const ReadUse &Use) const {
  if (Use.Invalid != Absence::Null && Use.Invalid != Absence::False)
    return std::nullopt;
  ValueOrigin From = Origins.documentOf(E);
  if (!From)
    return std::nullopt;
  return Result{UseFact::Unparsed, displayName(View.Callee, View.staticClass()),
                From, ""};
}

std::optional<UseReader::Result> UseReader::lookup(const CallView &View,
                                                   const Expr *E) const {
  if (!asksForSomething(View))
    return std::nullopt;
  std::string Name = displayName(View.Callee, View.staticClass());
  const NamedEntry *Entry = Origins.unit().matcher().find(View, Section::Reads);
  if (Entry && Entry->E->Read.Kind == ReadKind::Rows)
    return mayFindNothing(View)
               ? std::optional(Result{UseFact::NoRows, Name, {}, ""})
               : std::nullopt;
  QualType T = E->getType();
  if (Entry && Entry->E->Read.Kind == ReadKind::Entity) {
    if (Entry->E->Read.Absent == Absence::Null)
      return Result{UseFact::Missing, Name, {}, ""};
    return std::nullopt;
  }
  // `users.find(id)`
  if (View.Receiver && isIterator(T) && View.Callee->getIdentifier() &&
      View.Callee->getName() == "find" && isOfStandard(View.Function) &&
      !Origins.documentOf(View.Receiver) &&
      !isPutBefore(View, E, Origins.around())) {
    std::string Container = Say.text(View.Receiver);
    std::string Access =
        View.Receiver->getType()->isPointerType() ? "->end()" : ".end()";
    return Result{UseFact::Missing,
                  Name,
                  {},
                  Container.empty() ? "" : Container + Access};
  }
  // `std::find_if(all.begin(), all.end(), ...)`
  if (!View.Receiver && isIterator(T) && View.numWritten() >= 2 &&
      isOfStandard(View.Function) && View.Callee->getIdentifier() &&
      View.Callee->getName().starts_with("find"))
    return Result{UseFact::Missing, Name, {}, Say.text(View.Arguments[1])};
  if (!Origins.isOwn(View.Function))
    return std::nullopt;
  bool Optional = Origins.isOptional(T) && !T->isPointerType();
  bool Pointer = !Optional && Origins.ownClass(T) &&
                 (T->isPointerType() ||
                  !Origins.isOwn(T.getNonReferenceType()->getAsRecordDecl()));
  if (Pointer && isAnswerClass(Origins.ownClass(T)))
    return std::nullopt;
  if ((Optional || Pointer) && isLookupName(View.Callee, Pointer))
    return Result{UseFact::Missing, Name, {}, ""};
  return std::nullopt;
}

std::optional<UseReader::Result> UseReader::resultOf(const Expr *E) const {
  std::optional<CallView> View = CallView::of(E);
  if (!View)
    return std::nullopt;
  const NamedEntry *Entry =
      Origins.unit().matcher().find(*View, Section::Reads);
  if (Entry && Entry->E->Read.Kind == ReadKind::Document)
    return unparsed(*View, E, Entry->E->Read);
  return lookup(*View, E);
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
  // `rows.front()`
  return What == UseFact::NoRows &&
         llvm::is_contained({"front", "back", "at"},
                            Member->getMemberDecl()->getNameAsString());
}

std::optional<UseFact> UseReader::usedAtOnce(const CallExpr *Call,
                                             const FunctionDecl *By) const {
  if (!isTaken(Call, UseFact::Missing) && !isTaken(Call, UseFact::NoRows))
    return std::nullopt;
  std::optional<Result> Given = resultOf(Call);
  if (!Given || !isTaken(Call, Given->What))
    return std::nullopt;
  ValueOrigin Again;
  Again.What = ValueOrigin::Document;
  Again.Read = Call;
  if (isGuarded(Call, Again, Origins))
    return std::nullopt;
  return fact(*Given, Call, Call, "");
}

std::optional<UseFact> UseReader::thrown(const CallView &View,
                                         const CallExpr *Call,
                                         const FunctionDecl *By) {
  const NamedEntry *Entry = Origins.unit().matcher().find(View, Section::Reads);
  if (!Entry)
    return std::nullopt;
  const ReadUse &Use = Entry->E->Read;
  std::string Name = displayName(View.Callee, View.staticClass());
  if (Use.Kind == ReadKind::Entity) {
    if (Use.Absent != Absence::Throws || isInTry(Call) ||
        !asksForSomething(View) || (hasSql(View) && !mayFindNothing(View)))
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
    if (!From && Read && Guesses)
      From = Origins.of(Read);
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
  if (What == UseFact::Throws) {
    ValueOrigin Read = Origins.of(Call);
    if (isInTry(Call) ||
        (Use.Kind != ReadKind::Document && Read &&
         isGuarded(Call, Read, Origins)) ||
        !Throwing.insert(By).second)
      return std::nullopt;
  }
  return fact({What, Name, From, ""}, Call, Call, "");
}

std::optional<UseFact> UseReader::ofCall(const CallExpr *Call,
                                         const FunctionDecl *By) {
  std::optional<CallView> View = CallView::of(Call);
  if (!View)
    return std::nullopt;
  if (std::optional<UseFact> Thrown = thrown(*View, Call, By))
    return Thrown;
  return usedAtOnce(Call, By);
}

std::optional<UseFact> UseReader::ofVariable(const VarDecl *Var,
                                             const FunctionDecl *By) {
  if (!Var->isLocalVarDecl() || !Var->hasInit() || isa<ParmVarDecl>(Var) ||
      Var->isCXXForRangeDecl())
    return std::nullopt;
  const Expr *Init = Var->getInit(), *Call = Init;
  std::optional<Result> Given;
  // Copies, temporaries and `co_await` around the call.
  for (const Expr *E = Init; E && !Given; E = peel(E)) {
    if (isa<UnaryOperator>(E))
      return std::nullopt;
    if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(E);
        Operator && Operator->getOperator() != OO_Call)
      return std::nullopt;
    Given = resultOf(E);
    Call = E;
  }
  if (!Given)
    return std::nullopt;
  ValueOrigin Asked;
  Asked.What = ValueOrigin::Field;
  Asked.Through.push_back(Var);
  for (const DeclRefExpr *Use : Origins.around().usesOf(Var)) {
    if (isGuarded(Use, Asked, Origins))
      return std::nullopt;
    if (!isTaken(Use, Given->What))
      continue;
    std::string Name = Var->getNameAsString();
    UseFact Fact = fact(*Given, Use, Call, Name);
    std::string Condition = "!" + Name;
    if (Given->What == UseFact::NoRows)
      Condition = Name + ".empty()";
    else if (!Given->End.empty())
      Condition = Name + " == " + Given->End;
    else if (isIterator(Var->getType()))
      Condition.clear();
    AnswerKind Kind = Given->What == UseFact::Unparsed ? AnswerKind::BadRequest
                                                       : AnswerKind::NotFound;
    Fact.Edits = answerBefore(Use, Condition, Kind, By, Origins, Names);
    return Fact;
  }
  return std::nullopt;
}

} // namespace asynctidy::program
