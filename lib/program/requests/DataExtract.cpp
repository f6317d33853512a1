//===-- DataExtract.cpp - The facts about data of requests ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/program/requests/DataExtract.h"
#include "lib/context/Callable.h"
#include "lib/program/requests/UseReader.h"
#include "lib/program/requests/WriteReader.h"
#include "lib/web/Expressions.h"
#include "lib/web/FieldReads.h"
#include "lib/web/Guards.h"
#include "lib/web/Verbs.h"
#include "clang/AST/DynamicRecursiveASTVisitor.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace asynctidy::catalog;

namespace asynctidy::program {

namespace {

/// `user.name.assign(value)`, `item.CopyFrom(sent)` of protobuf
bool isAssignment(const CallView &View) {
  return View.Receiver && View.numWritten() == 1 &&
         View.Callee->getIdentifier() &&
         ((View.Callee->getName() == "assign" && isOfStandard(View.Function)) ||
          View.Callee->getName() == "CopyFrom");
}

/// One function with the lambdas in it.
class FunctionReader : public ConstDynamicRecursiveASTVisitor {
public:
  FunctionReader(const FunctionDecl *FD, const UnitModel &Unit,
                 SymbolTable &Names, UnitFacts &Out,
                 llvm::DenseSet<const FunctionDecl *> &Concerned)
      : FD(FD), Unit(Unit), Names(Names), Out(Out), Concerned(Concerned),
        Around(FD, nullptr), Origins(Unit, Around), Say(Origins, Names),
        Scope(Names, Concerned), Writes(Origins, Say, Names, Scope, Out),
        Uses(Origins, Say, Names) {}

  void run() {
    Scope.enter(FD);
    if (const auto *Constructor = dyn_cast<CXXConstructorDecl>(FD))
      for (const CXXCtorInitializer *Init : Constructor->inits())
        TraverseStmt(Init->getInit());
    TraverseStmt(FD->getBody());
    bool Defaults = FD->getNumParams() > 0 && readsWithDefaults(FD, Unit);
    if (!Defaults && Memberwise.empty() && Columns.isInvalid())
      return;
    Concerned.insert(FD->getCanonicalDecl());
    Out.Readers.push_back({Names.symbol(FD), Names.place(FD->getLocation()),
                           Defaults, std::move(Memberwise),
                           Names.place(Columns)});
  }

  bool TraverseLambdaExpr(const LambdaExpr *Lambda) override {
    for (const Expr *Init : Lambda->capture_inits())
      TraverseStmt(Init);
    Scope.enter(Lambda->getCallOperator());
    Origins.addLambda(Lambda);
    TraverseStmt(Lambda->getBody());
    Scope.leave();
    return true;
  }

  bool VisitBinaryOperator(const BinaryOperator *Assign) override {
    if (Assign->getOpcode() == BO_Assign)
      Writes.assigned({Assign, Assign->getLHS(), Assign->getRHS()});
    return true;
  }

  bool VisitMemberExpr(const MemberExpr *Member) override {
    const auto *Ref = dyn_cast<DeclRefExpr>(peelAll(Member->getBase()));
    const auto *Parameter =
        Ref ? dyn_cast<ParmVarDecl>(Ref->getDecl()) : nullptr;
    if (Parameter && Parameter->getDeclContext() == FD &&
        Origins.ownClass(Parameter->getType())) {
      unsigned Index = Parameter->getFunctionScopeIndex();
      if (!llvm::is_contained(Memberwise, Index))
        Memberwise.push_back(Index);
    }
    return true;
  }

  bool VisitVarDecl(const VarDecl *Var) override {
    add(Uses.ofVariable(Var, Scope.current()));
    return true;
  }

  bool VisitCallExpr(const CallExpr *Call) override {
    add(Uses.ofCall(Call, Scope.current()));
    if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(Call)) {
      if (Operator->getOperator() == OO_Equal && Operator->getNumArgs() == 2)
        Writes.assigned({Operator, Operator->getArg(0), Operator->getArg(1)});
      else if (Operator->getOperator() == OO_PlusEqual)
        appended(Operator->getArg(0), Operator);
      else if (Operator->getOperator() == OO_Call)
        called(Operator);
      else if (Operator->getNumArgs() == 2)
        Writes.columns(Operator);
      return true;
    }
    std::optional<CallView> View = CallView::of(Call);
    if (!View)
      return true;
    Writes.columns(Call);
    Writes.filled(*View, Call);
    if (View->Receiver && View->Callee->getIdentifier() &&
        View->Callee->getName() == "append")
      appended(View->Receiver, Call);
    if (isAssignment(*View))
      Writes.assigned({Call, View->Receiver, View->Arguments[0]});
    if (!Writes.setter(*View, Call))
      Writes.stores(*View, Call);
    if (Origins.isOwn(View->Function))
      passes(*View, Call);
    else
      continues(*View, Call);
    return true;
  }

  /// `repository.update({.id = 3, .name = body.value("name", "")})`
  bool VisitInitListExpr(const InitListExpr *List) override {
    Writes.made(List);
    return true;
  }

  bool VisitCXXConstructExpr(const CXXConstructExpr *Construct) override {
    std::optional<CallView> View = CallView::of(Construct);
    if (View && View->numWritten() > 0 && Origins.isOwn(View->Function) &&
        !Construct->getConstructor()->isCopyOrMoveConstructor())
      passes(*View, Construct);
    return true;
  }

private:
  void add(std::optional<UseFact> Use) {
    if (!Use)
      return;
    Scope.own(*Use);
    Out.Uses.push_back(std::move(*Use));
  }

  /// The text of an UPDATE grows by a column for each turn of a loop.
  void appended(const Expr *To, const Expr *At) {
    const auto *Ref = dyn_cast<DeclRefExpr>(peelAll(To));
    const auto *Var = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
    if (!Var || !Var->getInit() || !startsUpdate(Var->getInit()))
      return;
    for (const Stmt *P = Around.parent(At); P; P = Around.parent(P))
      if (isa<ForStmt, CXXForRangeStmt, WhileStmt, LambdaExpr>(P))
        Columns = At->getExprLoc();
  }

  static bool startsUpdate(const Stmt *S) {
    if (const auto *Text = dyn_cast_or_null<StringLiteral>(S))
      return Text->getCharByteWidth() == 1 &&
             Text->getString().ltrim().starts_with_insensitive("update ");
    return S && llvm::any_of(S->children(), startsUpdate);
  }

  /// A lambda that is called by its name.
  void called(const CXXOperatorCallExpr *Call) {
    std::optional<CallView> View = CallView::of(Call);
    if (View && Origins.isOwn(View->Function))
      passes(*View, Call);
  }

  void passes(const CallView &View, const Expr *Call) {
    const auto *Method = dyn_cast<CXXMethodDecl>(View.Function);
    bool Stores = does(View.Callee, Verb::Stores);
    for (unsigned I = 0; I < View.numWritten(); ++I) {
      if (I >= View.Function->getNumParams())
        break;
      const ParmVarDecl *Parameter = View.Function->getParamDecl(I);
      OriginFact From;
      if (!given(View.Arguments[I], Parameter, Call, From))
        continue;
      PassFact Fact;
      Scope.place(Fact, Call);
      Fact.To = Names.slot(Parameter);
      Fact.From = std::move(From);
      Fact.Virtual = Method && Method->isVirtual();
      Fact.Stores = Stores && Origins.ownClass(Parameter->getType()) &&
                    isData(Origins.ownClass(Parameter->getType()));
      if (Fact.To.Owner != None)
        Out.Passes.push_back(std::move(Fact));
    }
  }

  /// `readBodyToDtoAsync(...).callbackTo(&Patch::onBody)`: who reads on gets
  /// what was read.
  void continues(const CallView &View, const CallExpr *Call) {
    if (!View.Receiver || !Origins.readsRequest(View.Receiver))
      return;
    for (unsigned I = 0; I < View.numWritten(); ++I)
      for (const FunctionDecl *Next :
           callablesOf(View.Arguments[I], Unit.matcher()).Functions) {
        const auto *Method = dyn_cast<CXXMethodDecl>(Next);
        if (Next->getNumParams() == 0 ||
            (Method && Method->getParent()->isLambda()))
          continue;
        const ParmVarDecl *Parameter = Next->getParamDecl(0);
        ValueOrigin From;
        From.What = ValueOrigin::Document;
        From.Read = View.Receiver;
        if ((From.Class = Origins.ownClass(Parameter->getType())))
          From.What = ValueOrigin::Object;
        PassFact Fact;
        Scope.place(Fact, Call);
        Fact.To = Names.slot(Parameter);
        Fact.From = Say.fact(From);
        Out.Passes.push_back(std::move(Fact));
      }
  }

  /// What an argument has to do with requests; false when nothing.
  bool given(const Expr *Argument, const ParmVarDecl *To, const Expr *Call,
             OriginFact &Out) {
    ValueOrigin From = Origins.of(Argument);
    if (From) {
      if (From.mayBeAbsent() && !isOpen(From))
        return false;
      bool Single = From.mayBeAbsent() ||
                    !To->getType().getNonReferenceType()->isRecordType();
      bool Whole = From.What == ValueOrigin::Object && !From.Member;
      if ((Single || Whole) && isGuarded(Call, From, Origins))
        return false;
      Out = Say.fact(From);
      return true;
    }
    QualType T = To->getType();
    if (!T.getNonReferenceType()->isRecordType() && !T->isPointerType())
      return false;
    if (ValueOrigin Document = Origins.documentOf(Argument)) {
      Out = Say.fact(Document);
      return true;
    }
    bool Changes = (T->isLValueReferenceType() || T->isPointerType() ||
                    Origins.ownClass(T)) &&
                   !T.getNonReferenceType().isConstQualified();
    if (Changes && entityOf(Argument, Origins).Known) {
      Out.What = OriginFact::Entity;
      Out.At = Names.place(Argument->getExprLoc());
      return true;
    }
    return false;
  }

  const FunctionDecl *FD;
  const UnitModel &Unit;
  SymbolTable &Names;
  UnitFacts &Out;
  llvm::DenseSet<const FunctionDecl *> &Concerned;
  const BodyTree Around;
  Values Origins;
  const OriginWriter Say;
  FunctionScope Scope;
  WriteReader Writes;
  UseReader Uses;
  std::vector<uint32_t> Memberwise;
  /// Where columns of an UPDATE are put together in a loop.
  SourceLocation Columns;
};

/// Is it said with the function around it? A generic lambda's instantiation
/// isn't.
bool isInFunction(const FunctionDecl *FD) {
  const auto *Method = dyn_cast<CXXMethodDecl>(FD);
  return Method && Method->getParent()->isLambda() &&
         !Method->getParent()->isGenericLambda() &&
         Method->getParent()->getDeclContext()->isFunctionOrMethod();
}

} // namespace

void extractData(const UnitModel &Unit, SymbolTable &Names, UnitFacts &Out,
                 llvm::DenseSet<const FunctionDecl *> &Concerned) {
  for (const FunctionFacts &F : Unit.functions())
    if (F.Function->getBody() && !isInFunction(F.Function))
      FunctionReader(F.Function, Unit, Names, Out, Concerned).run();
}

} // namespace asynctidy::program
