//===-- RunGraph.cpp - Who makes whom run ---------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/program/RunGraph.h"
#include "llvm/ADT/STLExtras.h"

namespace asynctidy::program {

RunGraph::RunGraph(const Program &P) : P(P) {
  collectHandOvers();
  addCalls();
  addInvocations();
  addPlacements();
  spreadFlags();
  addHandOvers();
  std::vector<std::pair<uint32_t, uint32_t>> ByFrom, ByTo;
  ByFrom.reserve(Edges.size());
  ByTo.reserve(Edges.size());
  for (auto [I, E] : llvm::enumerate(Edges)) {
    if (E.From != None)
      ByFrom.emplace_back(E.From, I);
    ByTo.emplace_back(E.To, I);
  }
  From = Lists::of(ByFrom, size());
  To = Lists::of(ByTo, size());
}

uint32_t RunGraph::slot(const Slot &S) {
  Slot Of = S;
  // A function that the caller's file declares by itself.
  if (auto Known = P.definitions(Of.Owner); !Known.empty())
    Of.Owner = P.functions()[Known.front()].Symbol;
  auto [It, New] = SlotIds.try_emplace({Of.Owner, Of.Parameter}, Slots.size());
  if (New)
    Slots.emplace_back().Of = Of;
  return It->second;
}

void RunGraph::collectHandOvers() {
  HandOvers.assign(P.handOvers().begin(), P.handOvers().end());
  for (uint32_t I = 0; I < HandOvers.size(); ++I) {
    Slots[slot(HandOvers[I].To)].HandOvers.push_back(I);
    for (const Slot &Inner : HandOvers[I].Slots)
      slot(Inner);
  }
  // What a virtual function is given, its overriders get.
  uint32_t Known = Slots.size(); // more are added meanwhile
  for (uint32_t S = 0; S < Known; ++S) {
    const Slot Of = Slots[S].Of;
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

void RunGraph::addCalls() {
  for (const CallFact &C : P.initialCalls())
    P.forEachTarget(
        C, [&](FunctionId Target) { Edges.push_back({None, Target, C.At}); });
  for (FunctionId F : P.inOrder())
    for (const CallFact &C : P.calls(P.functions()[F]))
      P.forEachTarget(C, [&](FunctionId Target) {
        SymbolId Callee = P.functions()[Target].Symbol;
        Edges.push_back({F, Target, C.At,
                         C.Spawned ? Step::Starts : Step::Calls, C.Once,
                         P.usr(Callee) == P.usr(C.Callee) ? None : C.Callee,
                         C.Caught && !C.Spawned});
      });
}

/// \p E from every function that \p By may mean; from nowhere when it is None.
void RunGraph::addFrom(SymbolId By, Edge E) {
  if (By == None) {
    Edges.push_back(E);
    return;
  }
  for (FunctionId F : P.definitions(By)) {
    E.From = F;
    Edges.push_back(E);
  }
}

void RunGraph::addInvocations() {
  std::vector<uint32_t> Pending;
  for (const InvocationFact &I : P.invocations()) {
    uint32_t S = slot(I.What);
    const Slot &Of = Slots[S].Of;
    Slots[S].Invoked = true;
    Slots[S].Escapes |= !I.Caught;
    bool Own = Of.Parameter != None &&
               llvm::any_of(P.definitions(I.By), [&](FunctionId F) {
                 return P.functions()[F].Symbol == Of.Owner;
               });
    // A scope guard calls what its constructor was given.
    if (Own || P.symbolName(I.By).starts_with("~")) {
      callByOwner(S, Pending);
      continue;
    }
    Slots[S].Kept = true;
    addFrom(I.By, {None, node(S), I.At, Step::Keeps});
  }
  while (!Pending.empty()) {
    uint32_t S = Pending.back();
    Pending.pop_back();
    for (uint32_t I : Slots[S].HandOvers)
      for (const Slot &Inner : HandOvers[I].Slots) {
        uint32_t T = slot(Inner);
        const Slot &Of = Slots[T].Of;
        if (Of.Parameter != None) {
          callByOwner(T, Pending);
          continue;
        }
        Slots[T].Kept = true;
        addFrom(HandOvers[I].By, {None, node(T), HandOvers[I].At, Step::Keeps});
      }
  }
}

void RunGraph::callByOwner(uint32_t S, std::vector<uint32_t> &Pending) {
  if (Slots[S].ByOwner)
    return;
  Slots[S].ByOwner = true;
  Pending.push_back(S);
}

void RunGraph::addPlacements() {
  for (const PlacementFact &F : P.placements()) {
    if (F.Function == None) {
      uint32_t S = slot(F.Content);
      if (F.Why.Request) {
        Slots[S].Kept = true;
        Requests.push_back({node(S), &F.Why});
      } else {
        Slots[S].Given = true;
      }
      continue;
    }
    for (FunctionId Id : P.definitions(F.Function)) {
      if (F.Why.Request)
        Requests.push_back({Id, &F.Why});
      else if (F.Why.Why == ReasonFact::Overrides)
        Edges.push_back({None, Id, F.Why.At, Step::Starts}); // a framework
    }
  }
  auto Rank = [this](Node N) { return isFunction(N) ? P.rank(N) : None; };
  llvm::sort(Requests, [&](const Request &A, const Request &B) {
    if (A.Why->At != B.Why->At)
      return P.before(A.Why->At, B.Why->At);
    if (Rank(A.Of) != Rank(B.Of))
      return Rank(A.Of) < Rank(B.Of);
    if (!isFunction(A.Of) && !isFunction(B.Of) && A.Of != B.Of)
      return P.usr(owner(A.Of)) < P.usr(owner(B.Of));
    return A.Why->Via < B.Why->Via;
  });
}

/// What happens to a slot's content happens to that of the slots it gets.
void RunGraph::spreadFlags() {
  std::vector<uint32_t> Pending;
  for (uint32_t S = 0; S < Slots.size(); ++S)
    if (Slots[S].Kept || Slots[S].Given)
      Pending.push_back(S);
  while (!Pending.empty()) {
    SlotState &S = Slots[Pending.back()];
    Pending.pop_back();
    for (uint32_t I : S.HandOvers)
      for (const Slot &Inner : HandOvers[I].Slots) {
        uint32_t T = slot(Inner);
        bool Kept = Slots[T].Kept || S.Kept, Given = Slots[T].Given || S.Given;
        if (Kept == Slots[T].Kept && Given == Slots[T].Given)
          continue;
        Slots[T].Kept = Kept;
        Slots[T].Given = Given;
        Pending.push_back(T);
      }
  }
}

/// Does the function that is given \p F call it by itself, as a template does,
/// and catch what it throws?
bool RunGraph::isCaughtBy(SymbolId Given, FunctionId F) const {
  bool Calls = false, Escapes = false;
  for (FunctionId D : P.definitions(Given))
    for (const CallFact &C : P.calls(P.functions()[D]))
      P.forEachTarget(C, [&](FunctionId Target) {
        Calls |= Target == F;
        Escapes |= Target == F && !C.Caught;
      });
  return Calls && !Escapes;
}

void RunGraph::addHandOvers() {
  for (const HandOverFact &H : HandOvers) {
    uint32_t S = slot(H.To);
    const SlotState &Into = Slots[S];
    if (Into.Kept)
      for (const Slot &Inner : H.Slots)
        Edges.push_back({node(S), node(slot(Inner)), H.At, Step::Keeps});
    for (SymbolId Function : H.Functions)
      for (FunctionId F : P.definitions(Function)) {
        if (Into.Kept)
          Edges.push_back({.From = node(S),
                           .To = F,
                           .At = H.At,
                           .How = Step::Keeps,
                           .Caught = Into.caught()});
        // Also when nobody is seen to run it; what a function returns runs
        // where it is called.
        bool IsResult =
            H.To.Parameter == None && !P.definitions(H.To.Owner).empty();
        if (Into.ByOwner || Into.Given || (!Into.Kept && !IsResult))
          addFrom(H.By, {.To = F,
                         .At = H.At,
                         .How = Step::Starts,
                         .Caught = Into.caught() || isCaughtBy(H.To.Owner, F)});
      }
  }
}

} // namespace asynctidy::program
