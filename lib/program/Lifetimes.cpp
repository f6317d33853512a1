//===-- Lifetimes.cpp - What a program never ends -------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/program/Lifetimes.h"
#include "lib/program/RunGraph.h"
#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringMap.h"

using asynctidy::catalog::EventKind;

namespace asynctidy::program {

namespace {

bool has(const Program &P, EventKind Kind) {
  return llvm::any_of(P.events(),
                      [Kind](const EventFact &E) { return E.What == Kind; });
}

/// Looks for the releases of handles by the names of the functions.
class Releases {
public:
  explicit Releases(const Program &P) : P(P) {
    for (const ReleaseFact &R : P.releases())
      ByName[R.Name].push_back(&R);
  }

  bool mayRelease(const HandleFact &H) const {
    return llvm::any_of(H.ReleasedBy, [&](const std::string &Name) {
      auto Found = ByName.find(Name);
      return Found != ByName.end() &&
             llvm::any_of(Found->second, [&](const ReleaseFact *R) {
               // What is there before is replaced: that is no shutdown.
               if (H.Into != None && R->By == H.By && P.before(R->At, H.At))
                 return false;
               return R->Variable == None ||
                      P.maybeSameVariable(R->Variable, H.Into) ||
                      (H.To == Destination::Local && R->By == H.By);
             });
    });
  }

private:
  const Program &P;
  llvm::StringMap<llvm::SmallVector<const ReleaseFact *, 2>> ByName;
};

} // namespace

namespace {

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

} // namespace

std::vector<OpenHandle> findOpenHandles(const Program &P,
                                        const Placements &Where) {
  std::vector<OpenHandle> Found;
  if (P.handles().empty())
    return Found;
  Releases Ends(P);
  // A loop that a signal doesn't stop has to run out of work.
  bool Drains = has(P, EventKind::HandlesSignal) &&
                has(P, EventKind::RunsLoop) && !has(P, EventKind::Stops);
  const auto *Shutdown =
      llvm::find_if(P.placements(), [](const PlacementFact &F) {
        return F.Where == catalog::Context::Shutdown;
      });
  Place AtShutdown =
      Shutdown == P.placements().end() ? Place() : Shutdown->Why.At;
  llvm::BitVector Startup = startupCode(P, Where);
  for (const HandleFact &H : P.handles()) {
    if ((H.Drains && !Drains) || (H.Into != None && P.isOpen(H.Into)) ||
        Ends.mayRelease(H))
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

/// The programs among the units, each from its `main`.
class Services {
public:
  explicit Services(const Program &P) : P(P), Graph(P) {
    for (FunctionId F : P.inOrder())
      if (P.isMain(P.functions()[F].Symbol))
        Mains.push_back(F);
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
      llvm::BitVector Runs = reached(Main);
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

  /// What runs in the program of \p Main: what it leads to, and what its own
  /// file has. What its headers have may be there for other programs.
  llvm::BitVector reached(FunctionId Main) const {
    llvm::BitVector Runs(Graph.size());
    std::vector<RunGraph::Node> Next;
    auto Add = [&](RunGraph::Node N) {
      if (Runs.test(N))
        return;
      Runs.set(N);
      Next.push_back(N);
    };
    Add(Main);
    for (UnitId U = 0; U < P.numUnits(); ++U)
      if (isIn(Main, U))
        for (FunctionId F : P.functionsOf(U))
          if (P.functions()[F].At.File == P.functions()[Main].At.File)
            Add(F);
    while (!Next.empty()) {
      RunGraph::Node N = Next.back();
      Next.pop_back();
      Graph.forEachFrom(N, [&](const RunGraph::Edge &E) { Add(E.To); });
    }
    return Runs;
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
  RunGraph Graph;
  std::vector<FunctionId> Mains;
  llvm::BitVector IsMainUnit;
};

} // namespace

std::vector<EndlessService> findEndlessServices(const Program &P) {
  // Most programs say so at once.
  if (!has(P, EventKind::RunsLoop) || !has(P, EventKind::Accepts))
    return {};
  return Services(P).find();
}

} // namespace asynctidy::program
