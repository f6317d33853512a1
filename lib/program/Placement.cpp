//===-- Placement.cpp - Where each function of a program runs -------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/program/Placement.h"
#include "llvm/ADT/STLExtras.h"

using asynctidy::catalog::Context;

namespace asynctidy::program {

namespace {

/// How much a reason for the loop tells. A coroutine's own type knows the
/// runtime best; a type that is only returned doesn't: a seastar::async may
/// return a seastar::future.
int weight(const ReasonFact &R) {
  bool Runtime = !R.Runtime.empty();
  switch (R.Why) {
  case ReasonFact::Coroutine:
    return Runtime ? 6 : 1;
  case ReasonFact::HandedOver:
  case ReasonFact::Overrides:
  case ReasonFact::Annotated:
    return Runtime ? 5 : 3;
  case ReasonFact::Returned:
    return Runtime ? 4 : 0;
  case ReasonFact::Awaiter:
  case ReasonFact::Stored:
    return 2;
  }
  return 0;
}

} // namespace

Placements::Placements(const Program &P) : P(P) {
  Functions.resize(P.functions().size());
  HandOvers.assign(P.handOvers().begin(), P.handOvers().end());
  collect();
  drain();
  resolve();
  reachFromLoop();
  resolve();
}

uint32_t Placements::slot(const Slot &S) {
  Slot Of = S;
  // A function that the caller's file declares by itself.
  if (auto Known = P.definitions(Of.Owner); !Known.empty())
    Of.Owner = P.functions()[Known.front()].Symbol;
  auto [It, New] = SlotIds.try_emplace({Of.Owner, Of.Parameter}, Slots.size());
  if (New)
    Slots.emplace_back().Of = Of;
  return It->second;
}

void Placements::collect() {
  for (uint32_t I = 0; I < HandOvers.size(); ++I)
    Slots[slot(HandOvers[I].To)].HandOvers.push_back(I);
  inheritSlots();
  for (const InvocationFact &I : P.invocations()) {
    // By a coroutine that has moved to a pool before.
    if (I.Offloaded)
      flow(slot(I.What), {Context::Offload, nullptr, /*Kept=*/false});
    else
      invoke(slot(I.What), I.By);
  }
  placeAnnotated();
  for (const PlacementFact &F : P.placements()) {
    if (F.Function == None)
      flow(slot(F.Content), {F.Where, &F.Why, /*Kept=*/false});
    else
      for (FunctionId Id : P.definitions(F.Function))
        place(Id, F.Where, &F.Why, F.ByType);
  }
}

void Placements::placeAnnotated() {
  for (FunctionId F : P.inOrder()) {
    const Program::Function &Function = P.functions()[F];
    if (P.annotation(Function.Symbol) != Symbol::OnLoop)
      continue;
    ReasonFact &Why = Made.emplace_back();
    Why.Why = ReasonFact::Annotated;
    Why.At = Function.At;
    place(F, Context::Loop, &Why, /*ByType=*/false);
  }
}

/// What a virtual function is given, its overriders get.
void Placements::inheritSlots() {
  size_t Known = Slots.size();
  for (uint32_t S = 0; S < Known; ++S) {
    Slot Of = Slots[S].Of;
    if (Of.Parameter == None)
      continue;
    for (FunctionId F : P.overriders(Of.Owner)) {
      HandOverFact Inherited;
      Inherited.By = Of.Owner;
      Inherited.To = {P.functions()[F].Symbol, Of.Parameter};
      Inherited.Slots.push_back(Of);
      Slots[slot(Inherited.To)].HandOvers.push_back(HandOvers.size());
      HandOvers.push_back(std::move(Inherited));
    }
  }
}

void Placements::drain() {
  while (!Pending.empty() || !PendingOwners.empty()) {
    if (!PendingOwners.empty()) {
      uint32_t S = PendingOwners.back();
      PendingOwners.pop_back();
      callByOwner(S);
      continue;
    }
    auto [S, F] = Pending.back();
    Pending.pop_back();
    for (uint32_t HandOver : Slots[S].HandOvers)
      apply(HandOver, F);
  }
}

void Placements::place(FunctionId F, Context Where, const ReasonFact *Why,
                       bool ByType) {
  State &S = Functions[F];
  bool News = false;
  auto Set = [&News](bool &Flag) {
    News |= !Flag;
    Flag = true;
  };
  switch (Where) {
  case Context::Loop:
    if (ByType) {
      S.Task = true;
      S.Starts |= Why->Why != ReasonFact::Returned;
    } else {
      Set(S.Certain);
    }
    if (!S.Why || isBetter(*Why, *S.Why)) {
      S.Why = Why;
      News |= S.Certain;
    }
    break;
  case Context::Offload:
    Set(S.Offload);
    break;
  case Context::Startup:
  case Context::Thread:
  case Context::Shutdown:
    Set(S.Startup);
    break;
  case Context::Inline:
    break;
  }
  if (!News)
    return;
  auto Invoked = InvokedSlots.find(P.functions()[F].Symbol);
  if (Invoked != InvokedSlots.end())
    for (uint32_t I : Invoked->second)
      flow(I, {Where, Why, /*Kept=*/false});
  if (Reaching && S.Certain)
    reach(F, S.Why);
}

bool Placements::isBetter(const ReasonFact &New, const ReasonFact &Old) const {
  if (weight(New) != weight(Old))
    return weight(New) > weight(Old);
  if (New.At != Old.At)
    return P.before(New.At, Old.At);
  return New < Old;
}

void Placements::flow(uint32_t S, Flow F) {
  auto &Flows = Slots[S].Flows;
  auto Known = llvm::find_if(Flows, [&](const Flow &K) {
    return K.Where == F.Where && K.Kept == F.Kept;
  });
  if (Known == Flows.end())
    Flows.push_back(F);
  else if (F.Where == Context::Loop && isBetter(*F.Why, *Known->Why))
    *Known = F;
  else
    return;
  Pending.emplace_back(S, F);
}

void Placements::apply(uint32_t HandOver, const Flow &F) {
  const HandOverFact &H = HandOvers[HandOver];
  const ReasonFact *Why = F.Why;
  // What a worker keeps for itself stays there, whoever else has such a keeper.
  if (F.Kept && H.By != None)
    for (FunctionId By : P.definitions(H.By))
      if (Functions[By].Is == Role::Offload ||
          Functions[By].Is == Role::Startup)
        return;
  if (F.Kept && !H.Functions.empty()) {
    ReasonFact &Kept = Made.emplace_back();
    Kept.Why = ReasonFact::Stored;
    Kept.At = H.At;
    Kept.Via = P.symbolName(H.To.Owner).str();
    Kept.Runtime = F.Why->Runtime;
    Why = &Kept;
  }
  for (SymbolId S : H.Functions)
    for (FunctionId Id : P.definitions(S))
      place(Id, F.Where, Why, /*ByType=*/false);
  for (const Slot &S : H.Slots)
    flow(slot(S), F);
}

/// The function calls its own parameter: whoever hands something over calls it.
void Placements::callByOwner(uint32_t S) {
  for (uint32_t HandOver : Slots[S].HandOvers) {
    const HandOverFact &H = HandOvers[HandOver];
    if (H.By == None)
      continue;
    for (SymbolId Callee : H.Functions)
      for (FunctionId Caller : P.definitions(H.By)) {
        CallFact Call;
        Call.Callee = Callee;
        Call.At = H.At;
        Call.Offloaded = H.Offloaded;
        AddedBy[Caller].push_back(Added.size());
        Added.push_back({Caller, Call});
      }
    SymbolId By = H.By;
    // A copy: slots may be added.
    std::vector<Slot> Inner = H.Slots;
    for (const Slot &Handed : Inner)
      invoke(slot(Handed), By);
  }
}

void Placements::invoke(uint32_t S, SymbolId By) {
  SlotState &State = Slots[S];
  if (callsForGiver(State, By)) {
    if (!State.CalledByOwner) {
      State.CalledByOwner = true;
      PendingOwners.push_back(S);
    }
    return;
  }
  if (llvm::is_contained(State.InvokedBy, By))
    return;
  State.InvokedBy.push_back(By);
  InvokedSlots[By].push_back(S);
  for (FunctionId F : P.definitions(By))
    flowFrom(F, S);
}

/// Does \p By call what the slot holds as part of a call by whoever gave it?
bool Placements::callsForGiver(const SlotState &State, SymbolId By) const {
  // A function that calls its own parameter; a coroutine does by itself.
  if (State.Of.Parameter != None)
    return llvm::any_of(P.definitions(By), [&](FunctionId F) {
      return P.functions()[F].Symbol == State.Of.Owner &&
             P.functions()[F].RunsInCaller &&
             P.annotation(State.Of.Owner) == Symbol::NoAnnotation;
    });
  // A scope guard, whose constructors alone are given what its destructor
  // calls.
  llvm::StringRef Name = P.symbolName(By);
  return Name.consume_front("~") && !State.HandOvers.empty() &&
         llvm::all_of(State.HandOvers, [&](uint32_t I) {
           return HandOvers[I].By != None &&
                  P.symbolName(HandOvers[I].By) == Name;
         });
}

/// What \p F invokes runs where \p F does.
void Placements::flowFrom(FunctionId F, uint32_t S) {
  const State &Known = Functions[F];
  if (Known.Certain)
    flow(S, {Context::Loop, Known.Why, /*Kept=*/false});
  if (Known.Offload)
    flow(S, {Context::Offload, nullptr, /*Kept=*/false});
  if (Known.Startup)
    flow(S, {Context::Startup, nullptr, /*Kept=*/false});
  if (Known.Reached)
    flow(S, {Context::Loop, Known.Reached, /*Kept=*/true});
}

void Placements::resolve() {
  for (State &S : Functions) {
    if (S.Certain || S.Task)
      S.Is = Role::Loop;
    else if (S.Offload)
      S.Is = Role::Offload;
    else if (S.Startup)
      S.Is = Role::Startup;
  }
  offloadTasks();
}

/// A coroutine is offloaded when everything that is seen to start it is.
void Placements::offloadTasks() {
  size_t N = Functions.size();
  std::vector<uint32_t> OnLoop(N, 0); // starts that aren't offloaded
  std::vector<bool> Started(N, false);
  auto MayMove = [&](FunctionId F) {
    return Functions[F].Is == Role::Loop && Functions[F].Task &&
           !Functions[F].Certain;
  };
  auto ForEachStart = [&](FunctionId Caller, auto Visit) {
    auto Consider = [&](const CallFact &C) {
      if (!C.Spawned)
        P.forEachTarget(C, [&](FunctionId F) {
          if (F != Caller && Functions[F].Starts)
            Visit(F, C);
        });
    };
    for (const CallFact &C : P.calls(P.functions()[Caller]))
      Consider(C);
    auto More = AddedBy.find(Caller);
    if (More != AddedBy.end())
      for (uint32_t I : More->second)
        Consider(Added[I].Call);
  };
  for (FunctionId Caller = 0; Caller < N; ++Caller)
    ForEachStart(Caller, [&](FunctionId F, const CallFact &C) {
      Started[F] = true;
      if (!C.Offloaded && Functions[Caller].Is != Role::Offload)
        ++OnLoop[F];
    });
  // A task that is handed to start-up code as such.
  for (FunctionId F = 0; F < N; ++F) {
    State &S = Functions[F];
    if (S.Startup && !S.Certain && !Started[F] && !S.Offload)
      S.Is = Role::Startup;
  }
  std::vector<FunctionId> Moved;
  auto Move = [&](FunctionId F) {
    if (MayMove(F) && OnLoop[F] == 0 && (Started[F] || Functions[F].Offload)) {
      Functions[F].Is = Role::Offload;
      Moved.push_back(F);
    }
  };
  for (FunctionId F = 0; F < N; ++F)
    Move(F);
  while (!Moved.empty()) {
    FunctionId Caller = Moved.back();
    Moved.pop_back();
    ForEachStart(Caller, [&](FunctionId F, const CallFact &C) {
      if (!C.Offloaded && OnLoop[F] > 0) {
        --OnLoop[F];
        Move(F);
      }
    });
  }
}

void Placements::reach(FunctionId F, const ReasonFact *Why) {
  State &S = Functions[F];
  if (S.Reached)
    return;
  S.Reached = Why;
  PendingReached.push_back(F);
  auto Invoked = InvokedSlots.find(P.functions()[F].Symbol);
  if (Invoked != InvokedSlots.end())
    for (uint32_t I : Invoked->second)
      flow(I, {Context::Loop, Why, /*Kept=*/true});
}

/// What code on the loop keeps and calls is on the loop as well: a router's
/// table of handlers.
void Placements::reachFromLoop() {
  Reaching = true;
  for (FunctionId Root : P.inOrder()) {
    if (Functions[Root].Is != Role::Loop)
      continue;
    reach(Root, Functions[Root].Why);
    while (!PendingReached.empty()) {
      FunctionId F = PendingReached.back();
      PendingReached.pop_back();
      reachCallees(F);
      drain();
    }
  }
}

void Placements::reachCallees(FunctionId F) {
  const ReasonFact *Why = Functions[F].Reached;
  auto Consider = [&](const CallFact &C) {
    if (!C.Offloaded && !C.Spawned)
      P.forEachTarget(C, [&](FunctionId Target) {
        if (runsInCaller(Target) && Functions[Target].Is == Role::Plain)
          reach(Target, Why);
      });
  };
  for (const CallFact &C : P.calls(P.functions()[F]))
    Consider(C);
  auto More = AddedBy.find(F);
  if (More != AddedBy.end())
    for (uint32_t I : More->second)
      Consider(Added[I].Call);
}

} // namespace asynctidy::program
