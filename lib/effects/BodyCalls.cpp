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
  handOver(*View, E);
  if (Unit.isOwn(View->Function)) {
    callOwn(*View, E);
  } else if (View->Receiver &&
             View->Function->getOverloadedOperator() == OO_Call) {
    callIndirect(View->Receiver, E->getBeginLoc()); // a std::function
  }
  if (!Awaited.contains(E))
    block(*View, E);
  Locks.call(*View, E->getBeginLoc());
  Seen.push_back(std::move(*View));
}

void BodyWalker::callOwn(const CallView &View, const Expr *E) {
  const FunctionDecl *Callee = View.Function;
  // Spawned by whoever gets the task; or a pack says that it doesn't block.
  if (Spawned.contains(E) || Unit.matcher().find(View, Section::NonBlocking))
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
  if (isCoroutine(Callee) && Facts.Function)
    Unit.start(Callee, Facts.Function, Offloaded);
}

void BodyWalker::addCall(const FunctionDecl *Callee, SourceLocation Loc,
                         bool Virtual) {
  // Implicit members and instantiations are found by being called.
  Unit.addFunction(Callee);
  Facts.Calls.push_back({Callee, Loc, Virtual, Offloaded, Once});
}

void BodyWalker::callIndirect(const Expr *Callee, SourceLocation Loc) {
  if (!Callee || isa<OverloadExpr>(Callee->IgnoreParens()))
    return;
  Callables Targets = callablesOf(Callee, Unit.matcher());
  for (const FunctionDecl *FD : Targets.Functions)
    if (Unit.isOwn(FD))
      addCall(FD, Loc, /*Virtual=*/false);
  for (const ParmVarDecl *Parameter : Targets.Parameters)
    Unit.invoke(Parameter, Facts.Function);
}

void BodyWalker::handOver(const CallView &View, const Expr *E) {
  auto Entries = Unit.matcher().findAll(View, Section::Callbacks);
  for (unsigned I = 0; I < View.numWritten(); ++I) {
    const Expr *Arg = View.Arguments[I];
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
      Unit.place(Facts, What, Where,
                 {Reason::HandedOver, E->getBeginLoc(), View.Callee,
                  Entry->E->Runtime},
                 Offloaded);
    } else {
      // A coroutine that the project's own function gets is started by it, in
      // whatever way; only what it does with callables is followed.
      Unit.handOver(Facts, View.Function, I, std::move(What), E->getBeginLoc(),
                    Offloaded);
    }
  }
}

void BodyWalker::destroy(QualType T, SourceLocation Loc, const VarDecl *Var) {
  T = Unit.context().getBaseElementType(T);
  const CXXRecordDecl *RD = T->getAsCXXRecordDecl();
  if (!RD || !RD->hasDefinition() || RD->isDependentContext() ||
      RD->hasTrivialDestructor())
    return;
  std::optional<CallView> View = CallView::ofDestructor(RD);
  if (!View)
    return;
  if (Unit.isOwn(RD)) {
    if (View->Function->isDefined())
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
