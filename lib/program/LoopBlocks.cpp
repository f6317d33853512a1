//===-- LoopBlocks.cpp - What blocks the loop, through which calls --------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/program/LoopBlocks.h"
#include "lib/effects/Facts.h"
#include "lib/program/BlockingPaths.h"
#include "llvm/ADT/DenseSet.h"
#include <map>
#include <set>
#include <tuple>

using asynctidy::catalog::Level;

namespace asynctidy::program {

namespace {

/// Adds what one level finds to what the levels before it found.
class Reporter {
public:
  Reporter(const CallGraph &Graph, std::vector<LoopBlock> &Out)
      : Graph(Graph), P(Graph.program()), Out(Out) {}

  void run(const BlockingPaths &Paths) {
    size_t First = Out.size();
    for (FunctionId F : P.inOrder()) {
      const ReasonFact *Why = Graph.where().reason(F);
      if (!Why)
        continue;
      for (const BlockFact &B : P.blocks(P.functions()[F]))
        if (Paths.counts(B) && isFirstAt(B.At, F)) {
          Shown.insert(key(B.At));
          Out.push_back({F, Why, B.At, &B, {}, B.Lvl, B.Why, {}, {}});
        }
      Graph.forEachCall(F, [&](const CallFact &C) {
        if (!Paths.counts(C) || Paths.closest(C) == None)
          return;
        if (isFirstAt(C.At, F))
          add(F, *Why, C, Paths);
        Calls.emplace_back(Found[key(C.At)], &C);
      });
    }
    addOthers(First, Paths);
  }

private:
  using Key = std::tuple<uint32_t, uint32_t, uint32_t>;
  static Key key(const Place &At) { return {At.File, At.Line, At.Column}; }

  /// Instantiations of one template have the same places: what the others lead
  /// to is shown with the first.
  bool isFirstAt(const Place &At, FunctionId F) {
    auto [It, New] = Found.try_emplace(key(At), Out.size());
    if (!New && Out[It->second].Function != F)
      Out[It->second].Same.push_back(F);
    return New;
  }

  void add(FunctionId F, const ReasonFact &Why, const CallFact &C,
           const BlockingPaths &Paths) {
    // What the first round didn't find is strict somewhere on its way.
    LoopBlock New{F, &Why, C.At, nullptr, {}, Paths.most(), {}, {}, {}};
    New.Leaf = Paths.follow(F, C, New.Chain);
    New.StrictWhy = New.Leaf->Lvl == Level::Strict
                        ? llvm::StringRef(New.Leaf->Why)
                        : llvm::StringRef(RunsOnce);
    Shown.insert(key(New.Leaf->At));
    Out.push_back(std::move(New));
  }

  /// Every block that the loop leads to is shown by one finding: the first that
  /// gets there, by one breadth-first search from all of them down.
  void addOthers(size_t First, const BlockingPaths &Paths) {
    using WayId = BlockingPaths::WayId;
    std::vector<std::pair<WayId, size_t>> Next;
    llvm::DenseSet<WayId> Seen;
    auto Visit = [&](WayId W, size_t Finding) {
      if (Seen.insert(W).second)
        Next.emplace_back(W, Finding);
    };
    for (auto [Finding, Call] : Calls)
      if (Finding >= First)
        Paths.forEachWay(*Call, [&, Finding = Finding](WayId W, uint32_t) {
          Visit(W, Finding);
        });
    for (size_t Done = 0; Done < Next.size();) { // it grows meanwhile
      auto [Way, Finding] = Next[Done++];
      FunctionId F = Paths.functionOf(Way);
      uint32_t Timeout = Paths.timeoutOf(Way);
      Paths.forEachBlock(F, [&, Finding = Finding](const BlockFact &B) {
        if (B.Timeout == Timeout && Shown.insert(key(B.At)).second)
          Out[Finding].Also.push_back({P.functions()[F].Symbol, &B});
      });
      Graph.forEachCall(F, [&, Finding = Finding](const CallFact &C) {
        if (Paths.counts(C))
          Paths.forEachWay(C, [&, Finding](WayId W, uint32_t Before) {
            if (Before == Timeout)
              Visit(W, Finding);
          });
      });
    }
    Calls.clear();
  }

  const CallGraph &Graph;
  const Program &P;
  std::vector<LoopBlock> &Out;
  /// The finding at each place, and the blocks that some finding shows.
  std::map<Key, size_t> Found;
  std::set<Key> Shown;
  /// The calls of this round, with their finding.
  std::vector<std::pair<size_t, const CallFact *>> Calls;
};

} // namespace

std::vector<LoopBlock> findLoopBlocks(const Program &P, const Placements &Where,
                                      const BlockingFilter &Filter) {
  std::vector<LoopBlock> Out;
  CallGraph Graph(P, Where);
  Reporter Report(Graph, Out);
  Report.run(BlockingPaths(Graph, Filter, Level::Default));
  if (Filter.Strict)
    Report.run(BlockingPaths(Graph, Filter, Level::Strict));
  return Out;
}

} // namespace asynctidy::program
