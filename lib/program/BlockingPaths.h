//===-- BlockingPaths.h - The shortest way to a block -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_PROGRAM_BLOCKINGPATHS_H
#define ASYNC_TIDY_LIB_PROGRAM_BLOCKINGPATHS_H

#include "lib/program/LoopBlocks.h"
#include <optional>

namespace asynctidy::program {

/// The calls of a program, those that the link adds among them.
class CallGraph {
public:
  CallGraph(const Program &P, const Placements &Where);

  /// The calls of \p F in the order of the source, added ones behind.
  template <typename Fn> void forEachCall(FunctionId F, Fn Visit) const {
    for (const CallFact &C : P.calls(P.functions()[F]))
      Visit(C);
    for (uint32_t I : AddedBy[F])
      Visit(Where.addedCalls()[I].Call);
  }
  /// The functions that \p C may run in its caller.
  template <typename Fn> void forEachTarget(const CallFact &C, Fn Visit) const {
    P.forEachTarget(C, [&](FunctionId F) {
      if (Where.runsInCaller(F))
        Visit(F);
    });
  }

  const Program &program() const { return P; }
  const Placements &where() const { return Where; }

private:
  const Program &P;
  const Placements &Where;
  Lists AddedBy;
};

/// The shortest ways from each function to a block that the filter lets
/// through, found by one breadth-first search from the blocks up. A function
/// has one that leads there in any case, and one for each parameter that is the
/// block's timeout: no call that gives a zero for it takes that.
class BlockingPaths {
public:
  using WayId = uint32_t;

  BlockingPaths(const CallGraph &Graph, const BlockingFilter &Filter,
                catalog::Level Most);

  catalog::Level most() const { return Most; }
  bool counts(const BlockFact &Block) const {
    return !Block.Offloaded && Filter.contains(Block.Cat) && Block.Lvl <= Most;
  }
  bool counts(const CallFact &C) const {
    return !C.Offloaded && !C.Spawned &&
           (!C.Once || Most == catalog::Level::Strict);
  }
  /// Blocks of \p F that its callers wait for.
  template <typename Fn> void forEachBlock(FunctionId F, Fn Visit) const {
    for (const BlockFact &B : Graph.program().blocks(function(F)))
      if (B.What != BlockFact::HeldLock && counts(B))
        Visit(B);
  }

  FunctionId functionOf(WayId W) const { return Steps[W].Function; }
  /// The parameter that mustn't be zero; None when it leads there in any case.
  uint32_t timeoutOf(WayId W) const { return Steps[W].Timeout; }
  /// Every way that \p C may take, with the parameter of the caller that
  /// mustn't be zero then.
  template <typename Fn> void forEachWay(const CallFact &C, Fn Visit) const {
    Graph.forEachTarget(C, [&](FunctionId F) {
      for (WayId W = F; W != None; W = Steps[W].NextOfFunction)
        if (Steps[W].Distance != None)
          if (std::optional<uint32_t> Timeout = timeoutBefore(C, W))
            Visit(W, *Timeout);
    });
  }
  /// The way of \p C that is closest to a block; None when none leads to one.
  WayId closest(const CallFact &C) const;
  /// Writes the hops below \p Caller's \p C, returns the block.
  const BlockFact *follow(FunctionId Caller, const CallFact &C,
                          std::vector<Hop> &Chain) const;

private:
  /// How a function leads to a block: by itself, or by a call. The first have
  /// the numbers of their functions, those with a timeout come behind.
  struct Step {
    FunctionId Function = None;
    uint32_t Timeout = None;
    WayId NextOfFunction = None;
    const BlockFact *Block = nullptr;
    const CallFact *Call = nullptr;
    uint32_t Distance = None;
    WayId Target = None;
  };
  /// What the caller's parameter for \p W is when \p C takes it; nullopt when
  /// \p C gives a zero.
  std::optional<uint32_t> timeoutBefore(const CallFact &C, WayId W) const;
  /// Adds a way, unless the function has one with that timeout.
  void add(Step New, std::vector<WayId> &Next);
  const Program::Function &function(FunctionId F) const {
    return Graph.program().functions()[F];
  }
  void search();

  const CallGraph &Graph;
  const BlockingFilter &Filter;
  const catalog::Level Most;
  std::vector<Step> Steps;
};

} // namespace asynctidy::program

#endif // ASYNC_TIDY_LIB_PROGRAM_BLOCKINGPATHS_H
