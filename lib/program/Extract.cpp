//===-- Extract.cpp - The facts of a unit's model -------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/program/Extract.h"
#include "lib/program/CureParts.h"
#include "lib/program/Symbols.h"
#include "lib/program/requests/DataExtract.h"
#include "lib/program/resources/ResourceExtract.h"
#include "lib/web/Routes.h"
#include "lib/web/Values.h"
#include "clang/AST/DeclCXX.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace asynctidy::catalog;

namespace asynctidy::program {

namespace {

static_assert(static_cast<int>(ReasonFact::Awaiter) ==
                  static_cast<int>(Reason::Awaiter) &&
              static_cast<int>(BlockFact::HeldLock) ==
                  static_cast<int>(BlockSite::HeldLock));

class Extractor {
public:
  Extractor(const UnitModel &Unit, llvm::StringRef Root, UnitFacts &Out)
      : Unit(Unit), Out(Out), Names(Unit.context(), Root, Out), Parts(Unit) {}

  void run() {
    const SourceManager &SM = Unit.context().getSourceManager();
    Place Main = Names.place(SM.getLocForStartOfFile(SM.getMainFileID()));
    Out.Unit = Main.File == None ? "" : Out.Files[Main.File];
    findHandling();
    const std::vector<Route> Routes = routesOf(Unit);
    for (const Route &R : Routes)
      for (const FunctionDecl *Handler : R.Handlers)
        Handling.insert(Handler->getCanonicalDecl());
    extractData(Unit, Names, Out, Handling);
    for (const FunctionFacts &F : Unit.functions()) {
      if (!F.Calls.empty() || !F.Blocks.empty() ||
          Handling.contains(F.Function->getCanonicalDecl()))
        Out.Functions.push_back(function(F));
      else
        noteDefinition(F.Function);
      if (const FunctionDecl *Pattern =
              F.Function->getTemplateInstantiationPattern())
        Out.Symbols[Names.symbol(Pattern)].Instantiated = true;
    }
    for (const FunctionFacts &F : Unit.initializers())
      for (const CallSite &C : F.Calls)
        Out.InitialCalls.push_back(call(C));
    for (const asynctidy::Placement &P : Unit.placements())
      placement(P);
    for (const HandOver &H : Unit.handOvers())
      handOver(H);
    for (const Invocation &I : Unit.invocations())
      if (Slot What = Names.slot(I.What); What.Owner != None)
        Out.Invocations.push_back({What, Names.symbol(I.By), Names.place(I.Loc),
                                   I.Offloaded, I.Caught});
    for (const Event &E : Unit.events())
      Out.Events.push_back({E.What, E.Name, E.Help.str(),
                            E.By ? Names.symbol(E.By) : None,
                            Names.place(E.Loc)});
    extractResources(Unit, Names, Out);
    for (const Route &R : Routes)
      route(R);
  }

private:
  /// Whoever hands callables on or calls them matters without own calls too.
  void findHandling() {
    auto Add = [&](const Decl *D) {
      if (const auto *FD = dyn_cast_or_null<FunctionDecl>(D))
        Handling.insert(FD->getCanonicalDecl());
    };
    auto AddOwner = [&](const ValueDecl *Slot) {
      if (const auto *Parameter = dyn_cast_or_null<ParmVarDecl>(Slot))
        Add(dyn_cast_or_null<FunctionDecl>(Parameter->getDeclContext()));
    };
    for (const HandOver &H : Unit.handOvers()) {
      Add(H.By);
      AddOwner(H.To);
    }
    for (const Invocation &I : Unit.invocations()) {
      Add(I.By);
      AddOwner(I.What);
    }
    for (const ResourceSite &S : Unit.resourceSites())
      Add(S.By);
    for (const asynctidy::Placement &P : Unit.placements())
      AddOwner(P.Slot);
    for (const Event &E : Unit.events())
      Add(E.By);
  }

  /// That nothing can be said of it must be known: another program's function
  /// of the same name is not meant. What a header defines every caller sees.
  void noteDefinition(const FunctionDecl *FD) {
    const SourceManager &SM = Unit.context().getSourceManager();
    if (FD->isExternallyVisible() && SM.isInMainFile(FD->getLocation()))
      Names.symbol(FD);
  }

  CallFact call(const CallSite &C) {
    CallFact Fact = {Names.symbol(C.Callee),
                     Names.place(C.Loc),
                     C.Virtual,
                     C.Offloaded,
                     C.Once,
                     C.Awaited,
                     C.Spawned,
                     C.Caught,
                     {}};
    for (const GivenTimeout &T : C.Timeouts)
      Fact.Timeouts.push_back({T.Argument, indexOf(T.From)});
    return Fact;
  }

  /// None when there is no parameter.
  static uint32_t indexOf(const ParmVarDecl *Parameter) {
    return Parameter ? Parameter->getFunctionScopeIndex() : None;
  }

  FunctionFact function(const FunctionFacts &F) {
    const FunctionDecl *FD = F.Function;
    FunctionFact Fact;
    Fact.Symbol = Names.symbol(FD);
    Fact.At = Names.place(FD->getLocation());
    Fact.Coroutine = isCoroutine(FD);
    Fact.RunsInCaller = !Fact.Coroutine || isGenerator(FD, Unit.matcher());
    if (const auto *MD = dyn_cast<CXXMethodDecl>(FD))
      overridden(MD, Fact.Overrides);
    for (const CallSite &C : F.Calls)
      Fact.Calls.push_back(call(C));
    for (const BlockSite &B : F.Blocks)
      Fact.Blocks.push_back(block(B));
    Fact.Objects = Parts.objectsOf(FD);
    return Fact;
  }

  void overridden(const CXXMethodDecl *MD, std::vector<SymbolIndex> &Above) {
    for (const CXXMethodDecl *Base : MD->overridden_methods()) {
      SymbolIndex S = Names.symbol(Base);
      if (llvm::is_contained(Above, S))
        continue;
      Above.push_back(S);
      overridden(Base, Above);
    }
  }

  BlockFact block(const BlockSite &B) {
    BlockFact Fact;
    Fact.What = static_cast<BlockFact::Kind>(B.What);
    Fact.Cat = B.Cat;
    Fact.Lvl = B.Lvl;
    Fact.Name = B.Name;
    Fact.At = Names.place(B.Loc);
    Fact.Why = B.Why.str();
    Fact.Offloaded = B.Offloaded;
    Fact.CanAwait = B.CanAwait;
    Fact.Timeout = indexOf(B.Timeout);
    for (SourceLocation Loc : B.Suspensions)
      Fact.Suspensions.push_back(Names.place(Loc));
    Parts.describe(B, Fact);
    return Fact;
  }

  void placement(const asynctidy::Placement &P) {
    PlacementFact Fact;
    if (P.Function)
      Fact.Function = Names.symbol(P.Function);
    else if (Fact.Content = Names.slot(P.Slot); Fact.Content.Owner == None)
      return;
    Fact.Where = P.Where;
    Fact.ByType = P.ByType;
    Fact.Why.Why = static_cast<ReasonFact::Kind>(P.Why.Why);
    Fact.Why.At = Names.place(P.Why.Loc);
    if (P.Why.Via)
      Fact.Why.Via = displayName(P.Why.Via);
    else if (P.Why.Why == Reason::Returned)
      Fact.Why.Via = P.Function->getReturnType().getAsString(
          Unit.context().getPrintingPolicy());
    Fact.Why.Runtime = P.Why.Runtime.str();
    Fact.Why.Request = P.Why.Request;
    Out.Placements.push_back(std::move(Fact));
  }

  /// One fact for each handler.
  void route(const Route &R) {
    RouteFact Fact;
    for (llvm::StringRef Method : R.Methods)
      Fact.Methods.push_back(Method.str());
    Fact.Path = R.Path;
    Fact.At = Names.place(R.Loc);
    Fact.Via = R.Via;
    Fact.Own = R.Own;
    Fact.Component = R.Component;
    if (R.Within.isValid()) {
      Fact.Begin = Names.place(R.Within.getBegin());
      Fact.End = Names.place(R.Within.getEnd());
    }
    for (const FunctionDecl *FD : R.Handlers) {
      Fact.Handler = Names.symbol(FD);
      Fact.Objects.clear();
      for (unsigned I = 0; R.Objects >= 0 && I < FD->getNumParams(); ++I)
        if (I >= static_cast<unsigned>(R.Objects) &&
            ownClass(FD->getParamDecl(I)->getType(), Unit))
          Fact.Objects.push_back(I);
      Out.Routes.push_back(Fact);
    }
    if (R.Otherwise.isValid() && !R.Handlers.empty()) {
      RouteFact Rest = Fact;
      Rest.Begin = Names.place(R.Otherwise.getBegin());
      Rest.End = Names.place(R.Otherwise.getEnd());
      Rest.Otherwise = true;
      Out.Routes.push_back(std::move(Rest));
    }
    Fact.Handler = None;
    for (const ValueDecl *V : R.Slots)
      if (Fact.Content = Names.slot(V); Fact.Content.Owner != None)
        Out.Routes.push_back(Fact);
  }

  void handOver(const HandOver &H) {
    HandOverFact Fact;
    Fact.By = H.By ? Names.symbol(H.By) : None;
    Fact.To = Names.slot(H.To);
    // Only what has a body somewhere in the project can be followed.
    for (const FunctionDecl *FD : H.Functions)
      if (!Unit.context().getSourceManager().isInSystemHeader(
              FD->getLocation()))
        Fact.Functions.push_back(Names.symbol(FD));
    for (const ValueDecl *V : H.Slots)
      if (Slot S = Names.slot(V); S.Owner != None)
        Fact.Slots.push_back(S);
    Fact.At = Names.place(H.Loc);
    Fact.Offloaded = H.Offloaded;
    if (Fact.To.Owner != None &&
        !(Fact.Functions.empty() && Fact.Slots.empty()))
      Out.HandOvers.push_back(std::move(Fact));
  }

  const UnitModel &Unit;
  UnitFacts &Out;
  SymbolTable Names;
  CureParts Parts;
  llvm::DenseSet<const FunctionDecl *> Handling;
};

} // namespace

UnitFacts extractFacts(const UnitModel &Unit, llvm::StringRef Root) {
  UnitFacts Facts;
  Extractor(Unit, Root, Facts).run();
  return Facts;
}

} // namespace asynctidy::program
