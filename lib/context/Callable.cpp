//===-- Callable.cpp - What an argument will run --------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/context/Callable.h"
#include "clang/AST/DeclTemplate.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace asynctidy::catalog;

namespace asynctidy {

namespace {

bool isOfSystemHeader(const Decl *D) {
  return D->getASTContext().getSourceManager().isInSystemHeader(
      D->getLocation());
}

/// A functor of the project's own that is made here: what it is made from isn't
/// what runs.
bool makesFunctor(const Expr *E) {
  const CXXRecordDecl *RD = E->getType()->getAsCXXRecordDecl();
  return RD && !RD->isLambda() && !isOfSystemHeader(RD);
}

/// A copy, or a std::function made from a callable.
bool wrapsOneValue(const CXXConstructExpr *E) {
  if (E->getNumArgs() == 0 ||
      (E->getNumArgs() > 1 && !isa<CXXDefaultArgExpr>(E->getArg(1))))
    return false;
  return E->getConstructor()->isCopyOrMoveConstructor() || !makesFunctor(E);
}

/// Through what the language puts round a value when it is handed on.
const Expr *stripped(const Expr *E) {
  for (;;) {
    const Expr *Before = E;
    E = E->IgnoreUnlessSpelledInSource();
    if (const auto *Cast = dyn_cast<ExplicitCastExpr>(E);
        Cast && !makesFunctor(Cast))
      E = Cast->getSubExpr();
    else if (const auto *Construct = dyn_cast<CXXConstructExpr>(E);
             Construct && wrapsOneValue(Construct))
      E = Construct->getArg(0);
    else if (const auto *List = dyn_cast<InitListExpr>(E);
             List && List->getNumInits() == 1 && !makesFunctor(List))
      E = List->getInit(0);
    if (E == Before)
      return E;
  }
}

bool isAddressOf(const UnaryOperator *Op) {
  return Op->getOpcode() == UO_AddrOf || Op->getOpcode() == UO_Deref;
}

bool hasCallOperator(const CXXRecordDecl *RD) {
  if (!RD->hasDefinition())
    return false;
  RD = RD->getDefinition();
  if (!RD->lookup(
             RD->getASTContext().DeclarationNames.getCXXOperatorName(OO_Call))
           .empty())
    return true;
  return llvm::any_of(RD->bases(), [](const CXXBaseSpecifier &Base) {
    const CXXRecordDecl *Parent = Base.getType()->getAsCXXRecordDecl();
    return Parent && hasCallOperator(Parent);
  });
}

/// A std::function and its like has the signature among its arguments; a
/// comparator, hash or deleter hasn't.
bool hasSignature(const ClassTemplateSpecializationDecl *Spec) {
  return llvm::any_of(Spec->getTemplateArgs().asArray(),
                      [](const TemplateArgument &Arg) {
                        return Arg.getKind() == TemplateArgument::Type &&
                               Arg.getAsType()->isFunctionType();
                      });
}

bool holdsCallable(QualType T, unsigned Depth) {
  T = T.getNonReferenceType();
  while (T->isPointerType())
    T = T->getPointeeType();
  if (T->isFunctionType() || T->isMemberFunctionPointerType())
    return true;
  const CXXRecordDecl *RD = T->getAsCXXRecordDecl();
  if (!RD)
    return false;
  const auto *Spec = dyn_cast<ClassTemplateSpecializationDecl>(RD);
  bool Foreign = isOfSystemHeader(RD);
  if (hasCallOperator(RD) && (!Foreign || (Spec && hasSignature(Spec))))
    return true;
  // Containers, optionals, pairs, smart pointers.
  return Spec && Foreign && Depth > 0 &&
         llvm::any_of(Spec->getTemplateArgs().asArray(),
                      [&](const TemplateArgument &Arg) {
                        return Arg.getKind() == TemplateArgument::Type &&
                               holdsCallable(Arg.getAsType(), Depth - 1);
                      });
}

class Finder {
public:
  Finder(const UnitMatcher &Matcher, Callables &Out)
      : Matcher(Matcher), Out(Out) {}

  void visit(const Expr *E) {
    // A variable may be its own initializer's part.
    if (!E || ++Visited > 64)
      return;
    E = stripped(E);
    if (const auto *Lambda = dyn_cast<LambdaExpr>(E)) {
      addCallOperator(Lambda->getLambdaClass());
      return;
    }
    if (const auto *Op = dyn_cast<UnaryOperator>(E); Op && isAddressOf(Op))
      return visit(Op->getSubExpr());
    if (const auto *Choice = dyn_cast<ConditionalOperator>(E)) {
      visit(Choice->getTrueExpr());
      return visit(Choice->getFalseExpr());
    }
    if (const auto *Ref = dyn_cast<DeclRefExpr>(E))
      return visitName(Ref);
    if (std::optional<CallView> Call = CallView::of(E)) {
      if (visitCall(*Call, E))
        return;
    }
    // Of `*this` and `&functor` only the operand is left here.
    QualType T = E->getType();
    if (T.isNull())
      return; // a list in a template that nobody has instantiated
    if (T->isPointerType())
      T = T->getPointeeType();
    if (addCallOperator(T->getAsCXXRecordDecl()))
      return;
    if (const FunctionDecl *Maker = makerOf(E)) {
      Out.Slots.push_back(Maker);
      return;
    }
    if (const ValueDecl *Variable = callableVariable(E)) {
      Out.Slots.push_back(Variable);
      return;
    }
    // A struct of callbacks: `{.open = ..., .message = ...}`.
    if (const auto *List = dyn_cast<InitListExpr>(E))
      for (const Expr *Init : List->inits())
        visit(Init);
  }

private:
  /// The project's own function that returns the callable.
  static const FunctionDecl *makerOf(const Expr *E) {
    const auto *Call = dyn_cast<CallExpr>(E);
    const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
    return Callee && !isOfSystemHeader(Callee) &&
                   mayHoldCallable(Callee->getReturnType())
               ? Callee
               : nullptr;
  }

  void visitName(const DeclRefExpr *Ref) {
    if (const auto *FD = dyn_cast<FunctionDecl>(Ref->getDecl()))
      return add(FD);
    const auto *Var = dyn_cast<VarDecl>(Ref->getDecl());
    if (!Var)
      return;
    if ((isa<ParmVarDecl>(Var) ||
         (Var->hasGlobalStorage() && !isOfSystemHeader(Var))) &&
        mayHoldCallable(Var->getType()))
      Out.Slots.push_back(Var);
    if (const CXXRecordDecl *RD =
            Var->getType().getNonReferenceType()->getAsCXXRecordDecl();
        RD && addCallOperator(RD))
      return;
    if (!isa<ParmVarDecl>(Var) && Var->hasInit())
      visit(Var->getInit());
  }

  /// True when the call is understood.
  bool visitCall(const CallView &Call, const Expr *E) {
    if (const NamedEntry *Wrapper = Matcher.find(Call, Section::Wrappers)) {
      if (const Expr *Bound = Call.argument(Wrapper->E->Executor))
        Out.Executor = Bound;
      for (int Index : Wrapper->E->Arguments)
        visit(Call.argument(Index));
      return true;
    }
    const auto *Plain = dyn_cast<CallExpr>(E);
    if (!Plain || Call.Function->getReturnType()->isVoidType())
      return false;
    // A coroutine that is called so that somebody else starts it.
    if (Matcher.findType(Call.Function->getReturnType(), Section::Coroutines)) {
      add(Call.Function);
      Out.Spawned.push_back(Plain);
      return true;
    }
    return false;
  }

  bool addCallOperator(const CXXRecordDecl *RD) {
    if (!RD || !RD->hasDefinition())
      return false;
    // std::function's call operator is nobody's code.
    if (!RD->isLambda() && isOfSystemHeader(RD))
      return false;
    bool Any = false;
    for (const NamedDecl *D : RD->getDefinition()->lookup(
             RD->getASTContext().DeclarationNames.getCXXOperatorName(
                 OO_Call))) {
      if (const auto *Template = dyn_cast<FunctionTemplateDecl>(D))
        addTemplate(Template);
      else if (const auto *FD = dyn_cast<FunctionDecl>(D))
        add(FD);
      Any = true;
    }
    // A handler class may have it from a base of the project's.
    if (!Any)
      for (const CXXBaseSpecifier &Base : RD->getDefinition()->bases())
        Any |= addCallOperator(Base.getType()->getAsCXXRecordDecl());
    return Any;
  }

  void addTemplate(const FunctionTemplateDecl *Template) {
    bool Any = false;
    for (const FunctionDecl *FD : Template->specializations())
      if (FD->doesThisDeclarationHaveABody() || FD->isDefined()) {
        add(FD);
        Any = true;
      }
    if (!Any)
      add(Template->getTemplatedDecl());
  }

  void add(const FunctionDecl *FD) { Out.Functions.push_back(FD); }

  const UnitMatcher &Matcher;
  Callables &Out;
  unsigned Visited = 0;
};

} // namespace

bool mayHoldCallable(QualType T) {
  if (T.isNull())
    return false;                // of a binding in broken code
  constexpr unsigned Nested = 3; // map<string, vector<function<...>>>
  return holdsCallable(T, Nested);
}

const ValueDecl *callableVariable(const Expr *E) {
  constexpr unsigned Steps = 8;
  for (unsigned I = 0; E && I < Steps; ++I) {
    E = E->IgnoreUnlessSpelledInSource();
    if (const auto *Member = dyn_cast<MemberExpr>(E)) {
      const auto *Field = dyn_cast<FieldDecl>(Member->getMemberDecl());
      if (!Field)
        return nullptr;
      // `it->second` is a member of the library's; the container comes before.
      if (!isOfSystemHeader(Field))
        return mayHoldCallable(Field->getType()) ? Field : nullptr;
      E = Member->getBase();
    } else if (const auto *Ref = dyn_cast<DeclRefExpr>(E)) {
      const auto *Var = dyn_cast<VarDecl>(Ref->getDecl());
      if (const auto *Binding = dyn_cast<BindingDecl>(Ref->getDecl()))
        Var = dyn_cast_or_null<VarDecl>(Binding->getDecomposedDecl());
      if (!Var || isa<ParmVarDecl>(Var))
        return nullptr;
      if (Var->hasGlobalStorage() && !isOfSystemHeader(Var) &&
          mayHoldCallable(Var->getType()))
        return Var;
      if (!Var->hasInit())
        return nullptr;
      E = Var->getInit();
    } else if (const auto *Op = dyn_cast<UnaryOperator>(E);
               Op && isAddressOf(Op)) {
      E = Op->getSubExpr();
    } else if (const auto *Subscript = dyn_cast<ArraySubscriptExpr>(E)) {
      E = Subscript->getBase();
    } else if (const auto *Construct = dyn_cast<CXXConstructExpr>(E);
               Construct && Construct->getNumArgs() == 1) {
      E = Construct->getArg(0); // a copy
    } else if (const auto *Call = dyn_cast<CallExpr>(E);
               Call && Call->isCallToStdMove() && Call->getNumArgs() == 1) {
      E = Call->getArg(0);
    } else if (std::optional<CallView> View = CallView::of(E);
               View && View->Receiver && isOfSystemHeader(View->Function)) {
      E = View->Receiver; // at, find, begin, front, operator[], operator*, ->
    } else {
      return nullptr;
    }
  }
  return nullptr;
}

Callables callablesOf(const Expr *E, const UnitMatcher &Matcher) {
  Callables Out;
  Finder(Matcher, Out).visit(E);
  return Out;
}

/// Adds what the calls that make a handler are given.
static void addGiven(const Expr *E, const UnitMatcher &Matcher, Callables &Out,
                     unsigned Depth) {
  E = stripped(E);
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E)) {
    const auto *Var = dyn_cast<VarDecl>(Ref->getDecl());
    if (Var && Var->isLocalVarDecl() && Var->hasInit() && Depth > 0)
      addGiven(Var->getInit(), Matcher, Out, Depth - 1);
    return;
  }
  const auto *Call = dyn_cast<CallExpr>(E);
  std::optional<CallView> View = Call ? CallView::of(Call) : std::nullopt;
  if (!View || Depth == 0 || Matcher.find(*View, Section::Wrappers) ||
      Matcher.findType(View->Function->getReturnType(), Section::Coroutines) ||
      !mayHoldCallable(Call->getType()))
    return;
  for (unsigned I = 0; I < View->numWritten(); ++I) {
    Callables Given = callablesOf(View->Arguments[I], Matcher);
    Out.Functions.append(Given.Functions.begin(), Given.Functions.end());
    Out.Slots.append(Given.Slots.begin(), Given.Slots.end());
    addGiven(View->Arguments[I], Matcher, Out, Depth - 1);
  }
}

Callables handlersOf(const Expr *E, const UnitMatcher &Matcher) {
  constexpr unsigned Wrapped = 4; // logged(timed(authenticated(update)))
  Callables Out = callablesOf(E, Matcher);
  addGiven(E, Matcher, Out, Wrapped);
  return Out;
}

std::optional<Context> executorContext(const Expr *E,
                                       const UnitMatcher &Matcher) {
  for (unsigned Depth = 0; E && Depth < 8; ++Depth) {
    E = E->IgnoreUnlessSpelledInSource();
    std::optional<CallView> Call = CallView::of(E);
    if (Call)
      if (const NamedEntry *Returned = Matcher.find(*Call, Section::Executors))
        return Returned->E->Runs;
    if (const NamedEntry *Type =
            Matcher.findType(E->getType(), Section::Executors))
      return Type->E->Runs;
    if (!Call)
      break;
    const NamedEntry *Wrapper = Matcher.find(*Call, Section::Wrappers);
    if (Wrapper && Wrapper->E->Executor != NoArgument)
      E = Call->argument(Wrapper->E->Executor);
    else if (Wrapper && !Wrapper->E->Arguments.empty())
      E = Call->argument(Wrapper->E->Arguments.front());
    else
      E = Call->Receiver; // pool.get_executor()
  }
  // `auto ex = pool.get_executor();`
  if (E)
    if (const auto *Ref = dyn_cast<DeclRefExpr>(E))
      if (const auto *Var = dyn_cast<VarDecl>(Ref->getDecl()))
        if (Var->hasInit() && !isa<ParmVarDecl>(Var) &&
            Var->getInit()->IgnoreUnlessSpelledInSource() != E)
          return executorContext(Var->getInit(), Matcher);
  return std::nullopt;
}

Context placeOf(const NamedEntry &Entry, const CallView &Call,
                const Expr *BoundExecutor, const UnitMatcher &Matcher) {
  // What is bound to the callable itself decides before what the call names.
  if (BoundExecutor)
    if (std::optional<Context> Bound = executorContext(BoundExecutor, Matcher))
      return *Bound;
  if (const Expr *E = Call.argument(Entry.E->Executor))
    if (std::optional<Context> Named = executorContext(E, Matcher))
      return *Named;
  return Entry.E->Runs;
}

const ValueDecl *rootOf(const Expr *E) {
  while (E) {
    E = E->IgnoreUnlessSpelledInSource();
    if (const auto *Op = dyn_cast<UnaryOperator>(E); Op && isAddressOf(Op))
      E = Op->getSubExpr();
    else if (const auto *Member = dyn_cast<MemberExpr>(E))
      return Member->getMemberDecl();
    else if (const auto *Ref = dyn_cast<DeclRefExpr>(E))
      return Ref->getDecl();
    else if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(E);
             Operator && (Operator->getOperator() == OO_Arrow ||
                          Operator->getOperator() == OO_Star))
      E = Operator->getArg(0);
    else if (const auto *Call = dyn_cast<CallExpr>(E);
             Call && Call->getNumArgs() == 1 && Call->isCallToStdMove())
      E = Call->getArg(0);
    else if (const auto *Get = dyn_cast<CXXMemberCallExpr>(E);
             Get && Get->getNumArgs() == 0 && Get->getMethodDecl() &&
             Get->getMethodDecl()->getDeclName().isIdentifier() &&
             Get->getMethodDecl()->getName() == "get")
      E = Get->getImplicitObjectArgument(); // connection.get()
    else
      return nullptr;
  }
  return nullptr;
}

} // namespace asynctidy
