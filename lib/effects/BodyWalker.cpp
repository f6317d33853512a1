//===-- BodyWalker.cpp - Statements of a body -----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/effects/BodyWalker.h"
#include "lib/effects/SpinLoop.h"
#include "lib/effects/UnitCollector.h"
#include "llvm/Support/SaveAndRestore.h"

using namespace clang;
using namespace asynctidy::catalog;

namespace asynctidy {

namespace {

const Stmt *bodyOf(const Stmt *Loop) {
  if (const auto *While = dyn_cast<WhileStmt>(Loop))
    return While->getBody();
  if (const auto *Do = dyn_cast<DoStmt>(Loop))
    return Do->getBody();
  if (const auto *For = dyn_cast<ForStmt>(Loop))
    return For->getBody();
  return cast<CXXForRangeStmt>(Loop)->getBody();
}

} // namespace

void BodyWalker::walkFunction() {
  const FunctionDecl *FD = Facts.Function;
  if (const auto *Constructor = dyn_cast<CXXConstructorDecl>(FD))
    for (const CXXCtorInitializer *Init : Constructor->inits()) {
      if (Init->isMemberInitializer())
        store(Init->getMember(), Init->getInit());
      llvm::SaveAndRestore<const ValueDecl *> Member(Initializes,
                                                     Init->getAnyMember());
      walk(Init->getInit());
    }
  walk(FD->getBody());
  // A member's destructor runs at the end of its owner's.
  if (const auto *Destructor = dyn_cast<CXXDestructorDecl>(FD))
    for (const FieldDecl *Field : Destructor->getParent()->fields())
      destroy(Field->getType(), Destructor->getLocation(), nullptr);
  Locks.end();
  // The last first, so that the indices stay right.
  for (const Scoped &D : llvm::reverse(Destroyed)) {
    bool Elsewhere = llvm::any_of(Seen, [&](const CallView &Call) {
      return Call.Receiver && rootOf(Call.Receiver) == D.Var &&
             llvm::any_of(D.Entry->E->Unless.Names, [&](StringRef Name) {
               return Unit.matcher().isNamed(Call, Name);
             });
    });
    if (Elsewhere || Moved.contains(D.Var))
      Facts.Blocks.erase(Facts.Blocks.begin() +
                         static_cast<std::ptrdiff_t>(D.Block));
  }
}

void BodyWalker::walkInitializer(const VarDecl *Var, const Expr *Init) {
  Initializes = Var;
  store(Var, Init);
  walk(Init);
}

void BodyWalker::walkChildren(const Stmt *S) {
  for (const Stmt *Child : S->children())
    walk(Child);
}

void BodyWalker::walkStatement(const Stmt *S) {
  if (const auto *E = dyn_cast_or_null<Expr>(S))
    StatementExpr = E->IgnoreImplicit();
  walk(S);
}

void BodyWalker::walk(const Stmt *S) {
  if (!S)
    return;
  if (const auto *E = dyn_cast<Expr>(S)) {
    // Broken code, and code that is never run.
    if (isa<RecoveryExpr, UnaryExprOrTypeTraitExpr, CXXNoexceptExpr,
            RequiresExpr, TypeTraitExpr, OpaqueValueExpr>(E))
      return;
    if (const auto *Typeid = dyn_cast<CXXTypeidExpr>(E);
        Typeid && !Typeid->isPotentiallyEvaluated())
      return;
  }
  if (const auto *Coroutine = dyn_cast<CoroutineBodyStmt>(S))
    return walk(Coroutine->getBody());
  if (const auto *Lambda = dyn_cast<LambdaExpr>(S))
    return walkLambda(Lambda);
  if (const auto *Await = dyn_cast<CoawaitExpr>(S))
    return walkAwait(Await);
  if (const auto *Await = dyn_cast<DependentCoawaitExpr>(S)) {
    Awaited.insert(Await->getOperand()->IgnoreUnlessSpelledInSource());
    walk(Await->getOperand());
    return suspend(Await->getKeywordLoc());
  }
  if (const auto *Yield = dyn_cast<CoyieldExpr>(S)) {
    walk(Yield->getOperand());
    return suspend(Yield->getKeywordLoc());
  }
  if (const auto *Return = dyn_cast<CoreturnStmt>(S))
    return walk(Return->getOperand()); // the promise's call is not ours
  if (const auto *Return = dyn_cast<ReturnStmt>(S); Return && Facts.Function)
    give(Return);
  if (const auto *If = dyn_cast<IfStmt>(S))
    return walkIf(If);
  if (isa<WhileStmt, DoStmt, ForStmt, CXXForRangeStmt>(S))
    return walkLoop(S);
  if (const auto *Decls = dyn_cast<DeclStmt>(S))
    return walkDeclarations(Decls);
  if (const auto *Default = dyn_cast<CXXDefaultInitExpr>(S)) {
    llvm::SaveAndRestore<const ValueDecl *> Member(Initializes,
                                                   Default->getField());
    return walk(Default->getExpr());
  }
  if (const auto *Rewritten = dyn_cast<CXXRewrittenBinaryOperator>(S))
    return walk(Rewritten->getSemanticForm());
  if (const auto *Try = dyn_cast<CXXTryStmt>(S)) {
    {
      llvm::SaveAndRestore<unsigned> Inside(InTry, InTry + 1);
      walk(Try->getTryBlock());
    }
    for (unsigned I = 0; I < Try->getNumHandlers(); ++I)
      walk(Try->getHandler(I));
    return;
  }
  if (const auto *Catch = dyn_cast<CXXCatchStmt>(S)) {
    llvm::SaveAndRestore<unsigned> Inside(InCatch, InCatch + 1);
    return walk(Catch->getHandlerBlock());
  }
  if (isa<CompoundStmt>(S)) {
    size_t Mark = Locks.enter();
    for (const Stmt *Child : S->children())
      walkStatement(Child);
    Locks.leave(Mark);
    return;
  }
  if (const auto *List = dyn_cast<InitListExpr>(S))
    storeMembers(List);
  if (const auto *Assign = dyn_cast<BinaryOperator>(S);
      Assign && Assign->getOpcode() == BO_Assign)
    if (const ValueDecl *Variable = callableVariable(Assign->getLHS()))
      store(Variable, Assign->getRHS());
  resource(S);
  const auto *E = dyn_cast<Expr>(S);
  if (E) {
    call(E);
    route(E);
  }
  {
    llvm::SaveAndRestore<SourceLocation> Inside(
        SpawnedAt, Spawned.contains(E) ? E->getBeginLoc() : SpawnedAt);
    walkChildren(S);
  }
  if (const auto *Temporary = dyn_cast<CXXBindTemporaryExpr>(S))
    destroy(Temporary->getType(), Temporary->getExprLoc(), nullptr);
  if (const auto *Delete = dyn_cast<CXXDeleteExpr>(S))
    destroy(Delete->getDestroyedType(), Delete->getBeginLoc(), nullptr);
}

void BodyWalker::walkIf(const IfStmt *If) {
  walk(If->getInit());
  walk(If->getConditionVariableDeclStmt());
  if (If->isConsteval())
    return walkStatement(If->isNonNegatedConsteval() ? If->getElse()
                                                     : If->getThen());
  if (If->isConstexpr() && !If->getCond()->isValueDependent()) {
    if (auto Kept = If->getNondiscardedCase(Unit.context()))
      return walkStatement(*Kept);
  }
  walk(If->getCond());
  size_t Mark = Locks.enter();
  walkStatement(If->getThen());
  walkStatement(If->getElse());
  Locks.leave(Mark);
}

void BodyWalker::walkLoop(const Stmt *Loop) {
  if (const ValueDecl *Flag = spinsOn(Loop, Unit.matcher())) {
    BlockSite Site;
    Site.What = BlockSite::Spin;
    Site.Name = Flag->getNameAsString();
    Site.Loc = Loop->getBeginLoc();
    Site.Offloaded = Offloaded;
    Facts.Blocks.push_back(std::move(Site));
  }
  size_t Mark = Locks.enter();
  const Stmt *Body = bodyOf(Loop);
  for (const Stmt *Child : Loop->children()) {
    if (Child == Body)
      walkStatement(Child);
    else
      walk(Child);
  }
  Locks.leave(Mark);
}

void BodyWalker::walkDeclarations(const DeclStmt *Decls) {
  for (const Decl *D : Decls->decls()) {
    if (const auto *Var = dyn_cast<VarDecl>(D))
      walkVariable(Var);
    else if (const auto *RD = dyn_cast<CXXRecordDecl>(D);
             RD && RD->isThisDeclarationADefinition())
      Unit.addDeclarations(RD);
  }
}

void BodyWalker::walkVariable(const VarDecl *Var) {
  {
    llvm::SaveAndRestore<bool> Static(Once, Once || Var->isStaticLocal());
    size_t Before = Facts.Blocks.size();
    if (Var->isStaticLocal())
      Unit.addStatic(Var);
    if (Var->hasInit() && Var->isStaticLocal())
      store(Var, Var->getInit());
    if (Var->hasInit())
      walk(Var->getInit());
    if (Facts.Blocks.size() > Before)
      Streams.insert(Var); // what it opens is reported here
    if (const auto *Structured = dyn_cast<DecompositionDecl>(Var))
      for (const BindingDecl *Binding : Structured->bindings())
        if (const VarDecl *Holding = Binding->getHoldingVar())
          if (Holding->hasInit())
            walk(Holding->getInit());
  }
  Locks.declare(Var);
  if (Var->hasInit())
    noteDescriptor(Var, Var->getInit());
  if (Var->hasLocalStorage() && !Var->getType()->isReferenceType())
    destroy(Var->getType(), Var->getLocation(), Var);
}

void BodyWalker::walkLambda(const LambdaExpr *Lambda) {
  for (const Expr *Init : Lambda->capture_inits())
    walk(Init);
  if (const FunctionTemplateDecl *Generic =
          Lambda->getDependentCallOperator()) {
    bool Any = false;
    for (const FunctionDecl *FD : Generic->specializations())
      if (FD->isDefined()) {
        Unit.addFunction(FD);
        Any = true;
      }
    if (Any)
      return;
  }
  Unit.addFunction(Lambda->getCallOperator());
}

void BodyWalker::walkAwait(const CoawaitExpr *Await) {
  const Expr *Operand = Await->getOperand();
  const Expr *Spelled = Operand->IgnoreUnlessSpelledInSource();
  Awaited.insert(Spelled);
  walk(Operand);
  // The awaiter's own functions run here.
  walkAwaiter(Await->getReadyExpr(), Await->getKeywordLoc());
  walkAwaiter(Await->getSuspendExpr(), Await->getKeywordLoc());
  suspend(Await->getKeywordLoc());
  walkAwaiter(Await->getResumeExpr(), Await->getKeywordLoc());

  std::optional<CallView> View = CallView::of(Spelled);
  const NamedEntry *Switch =
      View ? Unit.matcher().find(*View, Section::Switches) : nullptr;
  if (!Switch)
    return;
  if (Switch->E->Executor == NoArgument) {
    Offloaded = Switch->E->Runs == Context::Offload;
    return;
  }
  if (auto Where =
          executorContext(View->argument(Switch->E->Executor), Unit.matcher()))
    Offloaded = *Where == Context::Offload;
}

void BodyWalker::walkAwaiter(const Stmt *S, SourceLocation AwaitLoc) {
  if (!S)
    return;
  if (const auto *Call = dyn_cast<CallExpr>(S))
    if (const FunctionDecl *FD = Call->getDirectCallee();
        FD && Unit.isOwn(FD) && !isCoroutine(FD))
      addCall(FD, AwaitLoc, /*Virtual=*/false);
  for (const Stmt *Child : S->children())
    walkAwaiter(Child, AwaitLoc);
}

void BodyWalker::suspend(SourceLocation Loc) { Locks.suspend(Loc); }

} // namespace asynctidy
