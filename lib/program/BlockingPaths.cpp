//===-- BlockingPaths.cpp - The shortest way to a block -------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/program/BlockingPaths.h"
#include <utility>

using asynctidy::catalog::Level;

namespace asynctidy::program {

CallGraph::CallGraph(const Program &P, const Placements &Where)
    : P(P), Where(Where) {
  std::vector<std::pair<uint32_t, uint32_t>> Pairs;
  for (uint32_t I = 0; I < Where.addedCalls().size(); ++I)
    Pairs.emplace_back(Where.addedCalls()[I].Caller, I);
  AddedBy = Lists::of(Pairs, P.functions().size());
}

BlockingPaths::BlockingPaths(const CallGraph &Graph,
                             const BlockingFilter &Filter, Level Most)
    : Graph(Graph), Filter(Filter), Most(Most) {
  Steps.resize(Graph.program().functions().size());
  for (FunctionId F = 0; F < Steps.size(); ++F)
    Steps[F].Function = F;
  search();
}

void BlockingPaths::search() {
  const Program &P = Graph.program();
  struct Edge {
    FunctionId Caller;
    const CallFact *Call;
  };
  std::vector<Edge> Edges;
  std::vector<std::pair<uint32_t, uint32_t>> ByTarget;
  std::vector<WayId> Next;
  for (FunctionId F : P.inOrder()) {
    if (!Graph.where().runsInCaller(F))
      continue;
    Graph.forEachCall(F, [&](const CallFact &C) {
      if (!counts(C))
        return;
      Graph.forEachTarget(C, [&](FunctionId Target) {
        ByTarget.emplace_back(Target, Edges.size());
      });
      Edges.push_back({F, &C});
    });
    forEachBlock(F, [&](const BlockFact &B) {
      add({F, B.Timeout, None, &B, nullptr, 0, None}, Next);
    });
  }
  Lists Callers = Lists::of(ByTarget, P.functions().size());
  for (size_t I = 0; I < Next.size(); ++I) {
    WayId Target = Next[I];
    uint32_t Distance = Steps[Target].Distance + 1;
    for (uint32_t E : Callers[Steps[Target].Function])
      if (auto Timeout = timeoutBefore(*Edges[E].Call, Target))
        add({Edges[E].Caller, *Timeout, None, nullptr, Edges[E].Call, Distance,
             Target},
            Next);
  }
}

std::optional<uint32_t> BlockingPaths::timeoutBefore(const CallFact &C,
                                                     WayId W) const {
  uint32_t Wanted = Steps[W].Timeout;
  if (Wanted == None)
    return None;
  for (const TimeoutFact &T : C.Timeouts)
    if (T.Argument == Wanted)
      return T.From == None ? std::nullopt : std::optional<uint32_t>(T.From);
  return None;
}

void BlockingPaths::add(Step New, std::vector<WayId> &Next) {
  for (WayId W = New.Function; W != None; W = Steps[W].NextOfFunction)
    if (Steps[W].Distance != None && Steps[W].Timeout == New.Timeout)
      return;
  Step &First = Steps[New.Function];
  if (New.Timeout == None) {
    New.NextOfFunction = First.NextOfFunction;
    First = New;
    Next.push_back(New.Function);
    return;
  }
  New.NextOfFunction = std::exchange(First.NextOfFunction, Steps.size());
  Next.push_back(Steps.size());
  Steps.push_back(New);
}

BlockingPaths::WayId BlockingPaths::closest(const CallFact &C) const {
  WayId Best = None;
  forEachWay(C, [&](WayId W, uint32_t) {
    if (Best == None || Steps[W].Distance < Steps[Best].Distance)
      Best = W;
  });
  return Best;
}

const BlockFact *BlockingPaths::follow(FunctionId Caller, const CallFact &C,
                                       std::vector<Hop> &Chain) const {
  const CallFact *Call = &C;
  WayId Way = closest(C);
  for (;;) {
    const Step &Next = Steps[Way];
    SymbolId Callee = function(Next.Function).Symbol;
    const Program &P = Graph.program();
    bool Overrides = P.usr(Callee) != P.usr(Call->Callee);
    Chain.push_back({function(Caller).Symbol, Callee,
                     Overrides ? Call->Callee : None, Call->At});
    if (Next.Block) {
      Chain.push_back({Callee, None, None, Next.Block->At});
      return Next.Block;
    }
    Caller = Next.Function;
    Call = Next.Call;
    Way = Next.Target;
  }
}

} // namespace asynctidy::program
