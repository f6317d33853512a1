//===-- DataExtract.cpp - The facts about data of requests ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/program/requests/DataExtract.h"
#include "lib/program/requests/DataFix.h"
#include "lib/program/requests/OriginWriter.h"
#include "lib/program/requests/SqlWrites.h"
#include "lib/program/requests/UseReader.h"
#include "lib/web/Entities.h"
#include "lib/web/Guards.h"
#include "clang/AST/DynamicRecursiveASTVisitor.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;
using namespace asynctidy::catalog;

namespace asynctidy::program {

namespace {

/// One function with the lambdas in it.
class FunctionReader : public ConstDynamicRecursiveASTVisitor {
public:
  FunctionReader(const FunctionDecl *FD, const UnitModel &Unit,
                 SymbolTable &Names, UnitFacts &Out,
                 llvm::DenseSet<const FunctionDecl *> &Concerned)
      : FD(FD), Unit(Unit), Names(Names), Out(Out), Concerned(Concerned),
        Around(FD, nullptr), Origins(Unit, Around), Say(Origins, Names),
        Uses(Origins, Say, Names) {}

  void run() {
    Functions.push_back(FD);
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
    Functions.push_back(Lambda->getCallOperator());
    Origins.addLambda(Lambda);
    TraverseStmt(Lambda->getBody());
    Functions.pop_back();
    return true;
  }

  bool VisitBinaryOperator(const BinaryOperator *Assign) override {
    if (Assign->getOpcode() == BO_Assign)
      assigned({Assign, Assign->getLHS(), Assign->getRHS()});
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
    if (std::optional<UseFact> Use = Uses.ofVariable(Var, Functions.back()))
      add(std::move(*Use));
    return true;
  }

  bool VisitCallExpr(const CallExpr *Call) override {
    if (std::optional<UseFact> Use = Uses.ofCall(Call, Functions.back()))
      add(std::move(*Use));
    if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(Call)) {
      if (Operator->getOperator() == OO_Equal && Operator->getNumArgs() == 2)
        assigned({Operator, Operator->getArg(0), Operator->getArg(1)});
      else if (Operator->getOperator() == OO_PlusEqual)
        appended(Operator->getArg(0), Operator);
      else if (Operator->getOperator() == OO_Call)
        called(Operator);
      else if (Operator->getNumArgs() == 2)
        columns(Operator);
      return true;
    }
    std::optional<CallView> View = CallView::of(Call);
    if (!View)
      return true;
    columns(Call);
    filled(*View, Call);
    if (View->Receiver && View->Callee->getIdentifier() &&
        View->Callee->getName() == "append")
      appended(View->Receiver, Call);
    if (!setter(*View, Call))
      stores(*View, Call);
    if (Origins.isOwn(View->Function))
      passes(*View, Call);
    return true;
  }

  /// `repository.update({.id = 3, .name = body.value("name", "")})`
  bool VisitInitListExpr(const InitListExpr *List) override {
    const CXXRecordDecl *Class = List->getType()->getAsCXXRecordDecl();
    if (List->isSemanticForm() && Class && Origins.isOwn(Class))
      made(List, Class->getDefinition());
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
  void add(UseFact Use) {
    addFunctions(Use);
    Out.Uses.push_back(std::move(Use));
  }

  template <typename Fact> void addFunctions(Fact &To) {
    To.By = Names.symbol(Functions.back());
    for (const FunctionDecl *Around : Functions)
      Concerned.insert(Around->getCanonicalDecl());
    for (const FunctionDecl *Outer :
         llvm::reverse(llvm::ArrayRef(Functions).drop_back()))
      To.Within.push_back(Names.symbol(Outer));
  }

  template <typename Fact> void place(Fact &To, const Expr *At) {
    addFunctions(To);
    To.At = Names.place(At->getExprLoc());
  }

  void write(WriteFact::Kind What, const ValueWrite &Write,
             const EntityEvidence &Kept, const ValueOrigin &From,
             std::string Target) {
    WriteFact Fact;
    place(Fact, Write.At);
    Fact.What = What;
    Fact.Target = std::move(Target);
    if (!Kept.Known)
      Fact.Entity = Names.slot(Kept.Given);
    Fact.From = Say.fact(From);
    if (Kept.Fresh)
      Fact.How = WriteFact::Loads;
    else
      addCure(Write, From, Origins, Names, Fact);
    Out.Writes.push_back(std::move(Fact));
  }

  void assigned(const ValueWrite &Write) {
    const Expr *Target = peelAll(Write.Target);
    ValueOrigin From = Origins.of(Write.Value);
    if (From.What == ValueOrigin::Document)
      return replaced(Write, Target, From);
    if (!isOpen(From))
      return;
    bool Whole = (From.What == ValueOrigin::Object ||
                  From.What == ValueOrigin::Parameter) &&
                 !From.Member && Origins.ownClass(Target->getType());
    const Expr *Object = nullptr;
    if (Whole) {
      Object = Write.Target;
      // `result = *parsed`: a local takes over what was made.
      if (const auto *Ref = dyn_cast<DeclRefExpr>(Target))
        if (const auto *Var = dyn_cast<VarDecl>(Ref->getDecl());
            Var && Var->getInit() == nullptr && !isa<ParmVarDecl>(Var))
          return;
    } else if (const auto *Member = dyn_cast<MemberExpr>(Target)) {
      const auto *Field = dyn_cast<FieldDecl>(Member->getMemberDecl());
      if (!Field || !Origins.isOwn(Field->getParent()) ||
          cast<CXXRecordDecl>(Field->getParent())->isLambda())
        return;
      Object = Member->getBase();
      // A setter's body; its call is what is said.
      if (isOfThis(Object) && From.What == ValueOrigin::Parameter)
        return;
    } else if (std::optional<CallView> View = CallView::of(Target);
               View && View->Receiver && View->numWritten() == 1 &&
               Origins.isDocument(View->Receiver->getType())) {
      Object = View->Receiver; // `user["name"] = ...`
    }
    if (!Object)
      return;
    EntityEvidence Kept = entityOf(Object, Origins);
    if (!Kept || isGuarded(Write.At, From, Origins))
      return;
    std::string Text = Say.text(Write.Target);
    if (Text.empty()) // in a macro
      if (const auto *Member = dyn_cast<MemberExpr>(Target))
        Text = Member->getMemberDecl()->getNameAsString();
    write(Whole ? WriteFact::Whole : WriteFact::Member, Write, Kept, From,
          std::move(Text));
  }

  /// `documents[id] = body`: an element that is kept, as a whole.
  void replaced(const ValueWrite &Write, const Expr *Target,
                const ValueOrigin &From) {
    const auto *Ref = dyn_cast<DeclRefExpr>(Target);
    bool IsElement = (isa<CallExpr, MemberExpr>(Target) &&
                      !isa<CXXThisExpr>(peelAll(baseOf(Target)))) ||
                     (Ref && Ref->getDecl()->getType()->isReferenceType());
    if (From.Keyed || !IsElement || !Origins.isDocument(Target->getType()))
      return;
    EntityEvidence Kept = entityOf(Write.Target, Origins);
    if (Kept && !Kept.Fresh)
      write(WriteFact::Whole, Write, Kept, From, Say.text(Write.Target));
  }

  static const Expr *baseOf(const Expr *E) {
    const auto *Member = dyn_cast<MemberExpr>(E);
    return Member ? Member->getBase() : E;
  }

  /// Members of an object that is made of values, and stored.
  void made(const InitListExpr *List, const CXXRecordDecl *Class) {
    if (!Class || Class->getNumBases() > 0 || !isStored(List, Origins))
      return;
    unsigned I = 0;
    for (const FieldDecl *Field : Class->fields()) {
      if (I >= List->getNumInits())
        return;
      const Expr *Value = List->getInit(I++);
      ValueOrigin From = Origins.of(Value);
      if (isOpen(From) && !isGuarded(Value, From, Origins))
        write(WriteFact::Member, {Value, nullptr, Value},
              {.Known = true, .Fresh = true}, From,
              (Class->getName() + "::" + Field->getName()).str());
    }
  }

  /// `this`, or a member of a member of it.
  static bool isOfThis(const Expr *E) {
    E = peelAll(E);
    while (const auto *Member = dyn_cast<MemberExpr>(E))
      E = peelAll(Member->getBase());
    return isa<CXXThisExpr>(E);
  }

  /// `user.setName(value)`
  bool setter(const CallView &View, const CallExpr *Call) {
    const auto *Method = dyn_cast<CXXMethodDecl>(View.Function);
    if (!Method || !Method->getIdentifier() || !View.Receiver ||
        View.numWritten() != 1 ||
        !Origins.ownClass(View.Receiver->IgnoreImplicit()->getType()))
      return false;
    StringRef Name = Method->getName();
    if (!Name.starts_with_insensitive("set") || Name.size() < 5 ||
        (llvm::isLower(Name[3]) && Name[3] != '_'))
      return false;
    ValueOrigin From = Origins.of(View.Arguments[0]);
    if (!isOpen(From))
      return true;
    EntityEvidence Kept = entityOf(View.Receiver, Origins);
    if (Kept && !isGuarded(Call, From, Origins))
      write(WriteFact::Setter, {Call, nullptr, View.Arguments[0]}, Kept, From,
            Say.text(Call->getCallee()));
    return true;
  }

  /// `body.get_to(user)`, whose reader sets what wasn't sent to a default.
  void filled(const CallView &View, const CallExpr *Call) {
    const NamedEntry *Entry = Unit.matcher().find(View, Section::Reads);
    const Expr *Into = Entry ? View.argument(Entry->E->Read.Into) : nullptr;
    if (!Into || Entry->E->Read.Absent == Absence::Keeps)
      return;
    ValueOrigin From = Origins.filledBy(View, Call, *Entry);
    if (From.What != ValueOrigin::Object || !From.Insists)
      return;
    EntityEvidence Kept = entityOf(Into, Origins);
    if (Kept && !Kept.Fresh && !isGuarded(Call, From, Origins))
      write(WriteFact::Whole, {Call, Into, Call}, Kept, From, Say.text(Into));
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

  void columns(const Expr *E) {
    for (const ColumnValue &Given : columnValues(E, Around)) {
      ValueOrigin From = Origins.of(Given.Value);
      if (isOpen(From) && !isGuarded(Given.Value, From, Origins))
        write(WriteFact::Column, {Given.Value, nullptr, Given.Value},
              {.Known = true}, From, Given.Column);
    }
  }

  /// A library, or an object itself, stores a whole that was sent.
  void stores(const CallView &View, const CallExpr *Call) {
    if (!storesByName(View.Callee))
      return;
    const NamedEntry *Entry = Unit.matcher().find(View, Section::Reads);
    if (Entry && Entry->E->Read.Kind == ReadKind::Merge)
      return;
    auto Stored = [&](const Expr *E) {
      ValueOrigin From = Origins.of(E);
      bool IsWhole = (From.What == ValueOrigin::Object ||
                      From.What == ValueOrigin::Parameter) &&
                     !From.Member;
      const CXXRecordDecl *Class = Origins.ownClass(E->getType());
      if (IsWhole && Class && !Say.isPartial(Class) && isData(Class) &&
          !isGuarded(Call, From, Origins))
        write(WriteFact::Whole, {Call, nullptr, E}, {.Known = true}, From,
              Say.text(E));
    };
    if (!Origins.isOwn(View.Function)) {
      for (const Expr *Argument :
           llvm::ArrayRef(View.Arguments.data(), View.numWritten()))
        Stored(Argument);
    } else if (View.Receiver && View.numWritten() == 0) {
      Stored(View.Receiver); // `user.save()`
    }
  }

  /// Has it members of its own, or a base that has?
  static bool isData(const CXXRecordDecl *Class) {
    Class = Class->getDefinition();
    if (!Class)
      return false;
    return !Class->field_empty() ||
           llvm::any_of(Class->bases(), [](const CXXBaseSpecifier &Base) {
             const CXXRecordDecl *Above = Base.getType()->getAsCXXRecordDecl();
             return Above && isData(Above);
           });
  }

  /// A lambda that is called by its name.
  void called(const CXXOperatorCallExpr *Call) {
    std::optional<CallView> View = CallView::of(Call);
    if (View && Origins.isOwn(View->Function))
      passes(*View, Call);
  }

  void passes(const CallView &View, const Expr *Call) {
    const auto *Method = dyn_cast<CXXMethodDecl>(View.Function);
    bool Stores = storesByName(View.Callee);
    for (unsigned I = 0; I < View.numWritten(); ++I) {
      if (I >= View.Function->getNumParams())
        break;
      const ParmVarDecl *Parameter = View.Function->getParamDecl(I);
      OriginFact From;
      if (!given(View.Arguments[I], Parameter, Call, From))
        continue;
      PassFact Fact;
      place(Fact, Call);
      Fact.To = Names.slot(Parameter);
      Fact.From = std::move(From);
      Fact.Virtual = Method && Method->isVirtual();
      Fact.Stores = Stores && Origins.ownClass(Parameter->getType()) &&
                    isData(Origins.ownClass(Parameter->getType()));
      if (Fact.To.Owner != None)
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
  UseReader Uses;
  /// The function, and the lambdas around the place that is visited.
  llvm::SmallVector<const FunctionDecl *, 4> Functions;
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
