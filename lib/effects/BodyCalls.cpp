//===-- BodyCalls.cpp - Calls in a body -----------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/effects/BodyWalker.h"
#include "lib/effects/UnitCollector.h"

using namespace clang;
using namespace asynctidy::catalog;

namespace asynctidy {

namespace {

const ParmVarDecl *parameterFor(const FunctionDecl *FD, unsigned Index) {
  const FunctionDecl *Definition = nullptr;
  if (FD->isDefined(Definition))
    FD = Definition;
  return Index < FD->getNumParams() ? FD->getParamDecl(Index) : nullptr;
}

} // namespace

void BodyWalker::call(const Expr *E) {
  std::optional<CallView> View = CallView::of(E);
  if (!View) {
    if (const auto *Call = dyn_cast<CallExpr>(E))
      callIndirect(Call->getCallee(), Call->getBeginLoc());
    return;
  }
  if (const auto *Call = dyn_cast<CallExpr>(E); Call && Call->isCallToStdMove())
    if (const ValueDecl *Root = rootOf(Call))
      Moved.insert(Root);
  if (const auto *Call = dyn_cast<CallExpr>(E))
    Callees.insert(Call->getCallee()->IgnoreParenImpCasts());
  handOver(*View, E);
  event(*View, E);
  resource(*View, E);
  route(*View, E);
  if (Unit.isOwn(View->Function)) {
    callOwn(*View, E);
  } else if (View->Receiver &&
             View->Function->getOverloadedOperator() == OO_Call) {
    callIndirect(View->Receiver, E->getBeginLoc()); // a std::function
  } else {
    storeByCall(*View);
    make(*View, E);
  }
  if (!Awaited.contains(E))
    block(*View, E);
  Locks.call(*View, E->getBeginLoc());
  Seen.push_back(std::move(*View));
}

void BodyWalker::callOwn(const CallView &View, const Expr *E) {
  const FunctionDecl *Callee = View.Function;
  // A pack says that it doesn't block.
  if (Unit.matcher().find(View, Section::NonBlocking))
    return;
  bool Virtual = false;
  if (const auto *Method = dyn_cast<CXXMethodDecl>(Callee)) {
    const auto *Member = dyn_cast<CXXMemberCallExpr>(E);
    const auto *Access =
        Member ? dyn_cast<MemberExpr>(Member->getCallee()->IgnoreParens())
               : nullptr;
    Virtual = Method->isVirtual() && Access && !Access->hasQualifier() &&
              !Method->getDevirtualizedMethod(View.Receiver,
                                              /*IsAppleKext=*/false);
  }
  addCall(Callee, E->getBeginLoc(), Virtual);
  Facts.Calls.back().Awaited = Awaited.contains(E);
  Facts.Calls.back().Spawned = Spawned.contains(E);
  Facts.Calls.back().Timeouts = timeoutsOf(View);
}

void BodyWalker::addCall(const FunctionDecl *Callee, SourceLocation Loc,
                         bool Virtual) {
  // Implicit members and instantiations are found by being called.
  Unit.addFunction(Callee);
  Facts.Calls.push_back({.Callee = Callee,
                         .Loc = Loc,
                         .Virtual = Virtual,
                         .Offloaded = Offloaded,
                         .Once = Once,
                         .Caught = InTry > 0,
                         .Timeouts = {}});
}

void BodyWalker::callIndirect(const Expr *Callee, SourceLocation Loc) {
  if (!Callee || isa<OverloadExpr>(Callee->IgnoreParens()))
    return;
  Callables Targets = callablesOf(Callee, Unit.matcher());
  for (const FunctionDecl *FD : Targets.Functions)
    if (Unit.isOwn(FD))
      addCall(FD, Loc, /*Virtual=*/false);
  for (const ValueDecl *Slot : Targets.Slots)
    Unit.invoke(Slot, Facts.Function, Loc, Offloaded, InTry > 0);
}

void BodyWalker::handOver(const CallView &View, const Expr *E) {
  auto Entries = Unit.matcher().findAll(View, Section::Callbacks);
  for (unsigned I = 0; I < View.Arguments.size(); ++I) {
    const Expr *Arg = View.Arguments[I];
    if (const auto *Default = dyn_cast<CXXDefaultArgExpr>(Arg))
      Arg = Default->getExpr();
    const NamedEntry *Entry = nullptr;
    for (const NamedEntry *Candidate : Entries) {
      for (int Index : Candidate->E->Arguments)
        if (Index == AnyArgument || View.argument(Index) == Arg)
          Entry = Candidate;
      if (Entry)
        break;
    }
    bool Own = Unit.isOwn(View.Function);
    if (!Entry && !Own)
      continue;
    Callables What = callablesOf(Arg, Unit.matcher());
    if (What.empty())
      continue;
    if (Entry) {
      Spawned.insert(What.Spawned.begin(), What.Spawned.end());
      Context Where = placeOf(*Entry, View, What.Executor, Unit.matcher());
      Reason Why{Reason::HandedOver, E->getBeginLoc(), View.Callee,
                 Entry->E->Runtime, Entry->E->Request};
      Unit.place(Facts, What, Where, Why, Offloaded, InTry > 0);
      if (Where != Context::Inline)
        noteStarted(What, E->getBeginLoc());
    } else if (const ParmVarDecl *Slot = parameterFor(View.Function, I)) {
      // A coroutine that the project's own function gets is started by it, in
      // whatever way; only what it does with callables is followed.
      Unit.handOver(Facts.Function, Slot, std::move(What), E->getBeginLoc(),
                    Offloaded);
    }
  }
}

/// A coroutine's call is a call of its own, wherever it stands.
void BodyWalker::noteStarted(const Callables &What, SourceLocation Loc) {
  for (const FunctionDecl *FD : What.Functions)
    if (Unit.isOwn(FD) && llvm::none_of(What.Spawned, [FD](const CallExpr *C) {
          return C->getDirectCallee() == FD;
        }))
      Facts.Calls.push_back(
          {.Callee = FD, .Loc = Loc, .Spawned = true, .Timeouts = {}});
}

void BodyWalker::store(const ValueDecl *Variable, const Expr *Value) {
  if (!mayHoldCallable(Variable->getType()))
    return;
  Callables What = callablesOf(Value, Unit.matcher());
  if (!What.empty())
    Unit.handOver(Facts.Function, Variable, std::move(What),
                  Value->getBeginLoc(), Offloaded);
}

/// A function of the project's own returns what others will run. Of a lambda
/// the type says it.
void BodyWalker::give(const ReturnStmt *Return) {
  QualType T = Facts.Function->getReturnType();
  const CXXRecordDecl *RD = T->getAsCXXRecordDecl();
  if (!Return->getRetValue() || (RD && RD->isLambda()) || !mayHoldCallable(T))
    return;
  Callables What = callablesOf(Return->getRetValue(), Unit.matcher());
  if (!What.empty())
    Unit.handOver(Facts.Function, Facts.Function, std::move(What),
                  Return->getBeginLoc(), Offloaded);
}

void BodyWalker::storeMembers(const InitListExpr *List) {
  if (!List->isSemanticForm() && List->getSemanticForm())
    List = List->getSemanticForm();
  // Without a type in a template that nobody has instantiated.
  const CXXRecordDecl *RD = List->getType().isNull()
                                ? nullptr
                                : List->getType()->getAsCXXRecordDecl();
  if (!RD || RD->isUnion() || !Unit.isOwn(RD) || !RD->hasDefinition())
    return;
  // Bases stand before the members.
  unsigned I = RD->getNumBases();
  for (const FieldDecl *Field : RD->getDefinition()->fields()) {
    if (Field->isUnnamedBitField())
      continue;
    if (I >= List->getNumInits())
      return;
    store(Field, List->getInit(I++));
  }
}

void BodyWalker::storeByCall(const CallView &View) {
  if (!View.Receiver || !isa<CXXMethodDecl>(View.Function))
    return;
  const ValueDecl *Variable = callableVariable(View.Receiver);
  if (!Variable)
    return;
  for (unsigned I = 0; I < View.numWritten(); ++I)
    store(Variable, View.Arguments[I]);
}

void BodyWalker::make(const CallView &View, const Expr *E) {
  const CXXRecordDecl *RD = classMade(View, Unit.matcher());
  if (!RD || !Unit.isOwn(RD))
    return;
  if (const CXXConstructorDecl *Only = constructorFor(RD, View))
    addCall(Only, E->getBeginLoc(), /*Virtual=*/false);
}

void BodyWalker::event(const CallView &View, const Expr *E) {
  unsigned Known = 0; // kinds: the best entry of each
  auto Add = [&](const CallView &Called) {
    for (const NamedEntry *Entry :
         Unit.matcher().findAll(Called, Section::Events)) {
      unsigned Kind = 1U << static_cast<unsigned>(Entry->E->Event);
      if (Known & Kind)
        continue;
      Known |= Kind;
      // `session(co_await acceptor.async_accept())`: this is what it is for.
      bool ForSession = Entry->E->Event == EventKind::Accepts &&
                        SpawnedAt.isValid() && !isa<CXXConstructExpr>(E);
      Unit.addEvent({Entry->E->Event,
                     displayName(Called.Callee, Called.staticClass()),
                     Entry->E->Help, Facts.Function,
                     ForSession ? SpawnedAt : E->getBeginLoc()});
    }
  };
  Add(View);
  const CXXRecordDecl *RD = classMade(View, Unit.matcher());
  if (!RD || !RD->hasDefinition() || Unit.isOwn(RD))
    return;
  // What a constructor means doesn't depend on which of them it is.
  CallView Made = View;
  Made.Receiver = nullptr;
  const CXXConstructorDecl *Any = constructorFor(RD, View);
  for (const CXXConstructorDecl *Constructor : RD->getDefinition()->ctors())
    if (!Any && !Constructor->isCopyOrMoveConstructor())
      Any = Constructor;
  if (!Any)
    return;
  Made.Callee = Made.Function = Any;
  Add(Made);
}

void BodyWalker::addSite(ResourceSite Site) {
  Site.By = Facts.Function;
  Site.Initializes = Initializes;
  Site.Once = Once;
  Unit.addSite(Site);
}

void BodyWalker::resource(const CallView &View, const Expr *E) {
  const CXXConstructorDecl *Made = nullptr;
  if (const NamedEntry *Entry = resourceMade(View, Unit.matcher(), Made))
    addSite(
        {.What = ResourceSite::Makes, .E = E, .Entry = Entry, .Made = Made});
  if (StringRef Name = Unit.releases().of(View, Unit.matcher()); !Name.empty())
    addSite({.What = ResourceSite::Ends, .E = E, .Name = Name});
  if (const VarDecl *Var = staticStored(View))
    addSite({.What = ResourceSite::Stores, .E = E, .Variable = Var});
}

void BodyWalker::resource(const Stmt *S) {
  if (const auto *Delete = dyn_cast<CXXDeleteExpr>(S)) {
    addSite({.What = ResourceSite::Ends, .E = Delete, .Name = "delete"});
  } else if (const auto *Assign = dyn_cast<BinaryOperator>(S);
             Assign && Assign->getOpcode() == BO_Assign) {
    // `x = value`, `x[key] = value`.
    const Expr *To = Assign->getLHS();
    if (const auto *Lookup = dyn_cast<CXXOperatorCallExpr>(To->IgnoreParens());
        Lookup && Lookup->getOperator() == OO_Subscript)
      To = Lookup->getArg(0);
    const auto *Var = dyn_cast_or_null<VarDecl>(rootOf(To));
    if (Var && Var->hasGlobalStorage() &&
        Assign->getLHS()->getType()->isPointerType())
      addSite({.What = ResourceSite::Stores, .E = Assign, .Variable = Var});
  } else if (const auto *Ref = dyn_cast<DeclRefExpr>(S)) {
    // Named without a call: a deleter, `std::bind`.
    const auto *FD = dyn_cast<FunctionDecl>(Ref->getDecl());
    if (!FD)
      return;
    CallView View;
    View.Callee = View.Function = FD;
    if (StringRef Name = Unit.releases().of(View, Unit.matcher());
        !Name.empty())
      addSite({.What = ResourceSite::Ends, .E = Ref, .Name = Name});
    if (Callees.contains(Ref))
      return;
    // `std::bind(&io_context::stop, &io)`
    for (const NamedEntry *Entry :
         Unit.matcher().findAll(View, Section::Events))
      if (Entry->E->Event == EventKind::Stops)
        Unit.addEvent({EventKind::Stops, displayName(FD), Entry->E->Help,
                       Facts.Function, Ref->getBeginLoc()});
  }
}

void BodyWalker::addSite(RouteSite Site) {
  Site.By = Facts.Function;
  Site.Initializes = Initializes;
  Unit.addSite(Site);
}

void BodyWalker::route(const CallView &View, const Expr *E) {
  if (const NamedEntry *Entry = Unit.matcher().find(View, Section::Routes);
      Entry && !Entry->E->Route.Overrides)
    addSite(RouteSite{.What = RouteSite::Registers, .E = E, .Entry = Entry});
}

void BodyWalker::route(const Expr *E) {
  if (StringRef Method = httpMethodOf(E); !Method.empty())
    addSite(RouteSite{.What = RouteSite::Names, .E = E, .Method = Method});
}

void BodyWalker::destroy(QualType T, SourceLocation Loc, const VarDecl *Var) {
  if (T.isNull())
    return; // `delete value;` in a template that nobody has instantiated
  T = Unit.context().getBaseElementType(T);
  const CXXRecordDecl *RD = T->getAsCXXRecordDecl();
  if (!RD || !RD->hasDefinition() || RD->isDependentContext() ||
      RD->hasTrivialDestructor())
    return;
  std::optional<CallView> View = CallView::ofDestructor(RD);
  if (!View)
    return;
  if (Unit.isOwn(RD)) {
    if (View->Function)
      addCall(View->Function, Loc, /*Virtual=*/false);
    return;
  }
  const NamedEntry *Entry = Unit.matcher().findBlocking(*View);
  if (!Entry || !Var)
    return;
  BlockSite Site;
  Site.Cat = Entry->E->Cat;
  Site.Lvl = Entry->E->Lvl;
  Site.Why = Entry->E->Why;
  Site.Name = displayName(View->Function, RD);
  Site.Loc = Loc;
  Site.Entry = Entry->E;
  Site.Callee = View->Function;
  Site.Offloaded = Offloaded;
  Destroyed.push_back({Var, Entry, Facts.Blocks.size()});
  Facts.Blocks.push_back(std::move(Site));
}

} // namespace asynctidy
