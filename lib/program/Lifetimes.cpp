//===-- Lifetimes.cpp - What a program never ends -------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/program/Lifetimes.h"
#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/STLExtras.h"

using asynctidy::catalog::EventKind;

namespace asynctidy::program {

namespace {

bool has(const Program &P, EventKind Kind) {
  return llvm::any_of(P.events(),
                      [Kind](const EventFact &E) { return E.What == Kind; });
}

/// What start-up code leads to by calls: `main`, and hooks that run before the
/// loop serves.
llvm::BitVector startupCode(const Program &P, const Placements &Where) {
  llvm::BitVector Runs(P.functions().size());
  std::vector<FunctionId> Next;
  for (FunctionId F : P.inOrder())
    if (P.isMain(P.functions()[F].Symbol) || Where.role(F) == Role::Startup)
      Next.push_back(F);
  while (!Next.empty()) {
    FunctionId F = Next.back();
    Next.pop_back();
    if (Runs.test(F))
      continue;
    Runs.set(F);
    for (const CallFact &C : P.calls(P.functions()[F]))
      if (!C.Spawned)
        P.forEachTarget(C, [&](FunctionId To) { Next.push_back(To); });
  }
  return Runs;
}

/// Looks for what nothing ends.
class Finder {
public:
  Finder(const Program &P, const Programs &Of, const Releases &Ends)
      : P(P), Of(Of), Ends(Ends) {
    for (const StoreFact &Store : P.stores())
      if (Store.Factory != None)
        for (FunctionId F : P.definitions(Store.Factory))
          KeptFrom[P.functions()[F].Symbol].push_back(Store.Variable);
  }

  bool staysOpen(const HandleFact &H) const {
    if (H.Drains && !drains(H))
      return false;
    if (H.To != Destination::Returned)
      return staysOpenIn(H, H.Into);
    // Whoever calls the function has it: static variables are known to.
    auto Kept = KeptFrom.find(H.By);
    return Kept != KeptFrom.end() &&
           llvm::any_of(Kept->second, [&](SymbolId Variable) {
             return staysOpenIn(H, Variable);
           });
  }

private:
  bool staysOpenIn(const HandleFact &H, SymbolId Variable) const {
    if (Variable != None && P.isOpen(Variable))
      return false;
    return !Ends.any(
        H.ReleasedBy, Programs::siteOf(H), [&](const ReleaseFact &R) {
          bool Same = R.By == H.By;
          if (Variable == None)
            return Ends.mayMean(R, None) || Same;
          // What is there before is replaced: that is no shutdown.
          return Ends.mayMean(R, Variable) && !(Same && P.before(R.At, H.At));
        });
  }

  /// A loop that a signal doesn't stop has to run out of work.
  bool drains(const HandleFact &H) const {
    auto Has = [&](EventKind Kind) {
      return llvm::any_of(P.events(), [&](const EventFact &E) {
        return E.What == Kind &&
               Of.mayMeet(Programs::siteOf(E), Programs::siteOf(H));
      });
    };
    return Has(EventKind::HandlesSignal) && Has(EventKind::RunsLoop) &&
           !Has(EventKind::Stops);
  }

  const Program &P;
  const Programs &Of;
  const Releases &Ends;
  /// The static variables that keep a function's results.
  llvm::DenseMap<SymbolId, llvm::SmallVector<SymbolId, 1>> KeptFrom;
};

} // namespace

std::vector<OpenHandle> findOpenHandles(const Program &P,
                                        const Placements &Where,
                                        const Programs &Of,
                                        const Releases &Ends) {
  std::vector<OpenHandle> Found;
  if (P.handles().empty())
    return Found;
  Finder Looks(P, Of, Ends);
  const auto *Shutdown =
      llvm::find_if(P.placements(), [](const PlacementFact &F) {
        return F.Where == catalog::Context::Shutdown;
      });
  Place AtShutdown =
      Shutdown == P.placements().end() ? Place() : Shutdown->Why.At;
  llvm::BitVector Startup = startupCode(P, Where);
  for (const HandleFact &H : P.handles()) {
    if (!Looks.staysOpen(H))
      continue;
    // Instantiations of one template.
    if (!Found.empty() && Found.back().Handle->At == H.At &&
        Found.back().Handle->Name == H.Name)
      continue;
    bool AtStartup =
        H.By == None || llvm::any_of(P.definitions(H.By), [&](FunctionId F) {
          return Startup.test(F);
        });
    Found.push_back({&H, AtStartup, AtStartup ? AtShutdown : Place()});
  }
  return Found;
}

namespace {

/// Looks at the programs, each from its `main`.
class Services {
public:
  Services(const Program &P, const Programs &Of)
      : P(P), Of(Of), Mains(Of.mains()) {
    IsMainUnit.resize(P.numUnits());
    for (UnitId U = 0; U < P.numUnits(); ++U)
      if (llvm::any_of(Mains, [&](FunctionId M) { return isIn(M, U); }))
        IsMainUnit.set(U);
  }

  std::vector<EndlessService> find() {
    std::vector<EndlessService> Found;
    for (FunctionId Main : Mains) {
      if (mayEnd(Main) || hasUnknown(Main))
        continue;
      llvm::BitVector Runs = Of.runs(Main);
      const EventFact *Loop = first(EventKind::RunsLoop, Main, Runs);
      const EventFact *Accept = first(EventKind::Accepts, Main, Runs);
      if (Loop && Accept && llvm::none_of(Found, [&](const auto &Known) {
            return Known.Runs->At == Loop->At;
          }))
        Found.push_back({Loop, Accept});
    }
    return Found;
  }

private:
  bool isIn(FunctionId F, UnitId U) const {
    return llvm::is_contained(P.functionsOf(U), F);
  }

  /// Does something handle a signal, or stop what runs, that may be in the
  /// program of \p Main?
  bool mayEnd(FunctionId Main) const {
    return llvm::any_of(P.events(), [&](const EventFact &E) {
      return (E.What == EventKind::HandlesSignal ||
              E.What == EventKind::Stops) &&
             llvm::any_of(P.unitsOf(E), [&](UnitId U) {
               return !IsMainUnit.test(U) || isIn(Main, U);
             });
    });
  }

  /// With one unit alone: does \p Main call what isn't there? That may handle
  /// signals.
  bool hasUnknown(FunctionId Main) const {
    return P.numUnits() == 1 &&
           llvm::any_of(P.calls(P.functions()[Main]), [&](const CallFact &C) {
             return !C.Virtual && !P.isDefined(C.Callee) &&
                    P.definitions(C.Callee).empty();
           });
  }

  /// The first event of this kind among what runs, main's own before others.
  const EventFact *first(EventKind Kind, FunctionId Main,
                         const llvm::BitVector &Runs) const {
    const EventFact *Other = nullptr;
    for (const EventFact &E : P.events()) {
      if (E.What != Kind || E.By == None)
        continue;
      for (FunctionId F : P.definitions(E.By)) {
        if (F == Main)
          return &E;
        if (!Other && Runs.test(F))
          Other = &E;
      }
    }
    return Other;
  }

  const Program &P;
  const Programs &Of;
  llvm::ArrayRef<FunctionId> Mains;
  llvm::BitVector IsMainUnit;
};

} // namespace

std::vector<EndlessService> findEndlessServices(const Program &P,
                                                const Programs &Of) {
  // Most programs say so at once.
  if (!has(P, EventKind::RunsLoop) || !has(P, EventKind::Accepts))
    return {};
  return Services(P, Of).find();
}

} // namespace asynctidy::program
