//===-- BlockingPaths.cpp - The shortest way to a block -------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/program/BlockingPaths.h"

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
  std::vector<FunctionId> Next;
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
      if (leads(F))
        return;
      Steps[F] = {&B, nullptr, 0, None};
      Next.push_back(F);
    });
  }
  Lists Callers = Lists::of(ByTarget, P.functions().size());
  for (size_t I = 0; I < Next.size(); ++I) {
    FunctionId Target = Next[I];
    for (uint32_t E : Callers[Target]) {
      FunctionId Caller = Edges[E].Caller;
      if (leads(Caller))
        continue;
      Steps[Caller] = {nullptr, Edges[E].Call, Steps[Target].Distance + 1,
                       Target};
      Next.push_back(Caller);
    }
  }
}

FunctionId BlockingPaths::closest(const CallFact &C) const {
  FunctionId Best = None;
  Graph.forEachTarget(C, [&](FunctionId F) {
    if (leads(F) && (Best == None || Steps[F].Distance < Steps[Best].Distance))
      Best = F;
  });
  return Best;
}

const BlockFact *BlockingPaths::follow(FunctionId Caller, const CallFact &C,
                                       std::vector<Hop> &Chain) const {
  const CallFact *Call = &C;
  FunctionId Target = closest(C);
  for (;;) {
    SymbolId Callee = function(Target).Symbol;
    const Program &P = Graph.program();
    bool Overrides = P.usr(Callee) != P.usr(Call->Callee);
    Chain.push_back({function(Caller).Symbol, Callee,
                     Overrides ? Call->Callee : None, Call->At});
    Caller = Target;
    const Step &Next = Steps[Target];
    if (Next.Block) {
      Chain.push_back({Callee, None, None, Next.Block->At});
      return Next.Block;
    }
    Call = Next.Call;
    Target = Next.Target;
  }
}

} // namespace asynctidy::program
