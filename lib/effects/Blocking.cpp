//===-- Blocking.cpp - What blocks the loop, and through which calls ------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/effects/Blocking.h"
#include "llvm/ADT/DenseSet.h"
#include <deque>

using namespace clang;
using namespace asynctidy::catalog;

namespace asynctidy {

namespace {

/// Does what \p FD does happen in its caller? Not when it is a task of its own
/// or code that is reported by itself.
bool runsInCaller(const UnitModel &Unit, const FunctionDecl *FD) {
  switch (annotationOf(FD)) {
  case Annotation::None:
    break;
  case Annotation::Blocking:    // the call itself is the block
  case Annotation::NonBlocking: // somebody has looked
  case Annotation::OnLoop:
    return false;
  }
  if (Unit.role(FD) == Role::Loop)
    return false;
  return !isCoroutine(FD) || isGenerator(FD, Unit.matcher());
}

/// How a function leads to a block: by itself, or by a call.
struct Step {
  const BlockSite *Block = nullptr;
  const CallSite *Call = nullptr;
  const FunctionDecl *Target = nullptr;
  unsigned Distance = 0;
};

/// The shortest way from each function to a block that the filter lets through.
class Paths {
public:
  Paths(const UnitModel &Unit, const BlockingFilter &Filter, Level Most)
      : Unit(Unit), Filter(Filter), Most(Most) {
    search();
  }

  Level most() const { return Most; }

  bool counts(const BlockSite &Block) const {
    return !Block.Offloaded && Filter.contains(Block.Cat) && Block.Lvl <= Most;
  }
  bool counts(const CallSite &Call) const {
    return !Call.Offloaded && (!Call.Once || Most == Level::Strict);
  }

  /// The target of \p Call that is closest to a block; null when none leads to
  /// one.
  const FunctionDecl *closest(const CallSite &Call) const {
    const FunctionDecl *Best = nullptr;
    unsigned Distance = ~0U;
    forEachTarget(Call, [&](const FunctionDecl *Target) {
      auto It = Steps.find(Target);
      if (It != Steps.end() && It->second.Distance < Distance) {
        Best = Target;
        Distance = It->second.Distance;
      }
    });
    return Best;
  }

  /// Writes the hops below \p Caller's \p Call, returns the block.
  const BlockSite *follow(const FunctionDecl *Caller, const CallSite *Call,
                          std::vector<Hop> &Chain) const {
    const FunctionDecl *Target = closest(*Call);
    for (;;) {
      bool Overrides =
          Target->getCanonicalDecl() != Call->Callee->getCanonicalDecl();
      Chain.push_back(
          {Caller, Target, Overrides ? Call->Callee : nullptr, Call->Loc});
      const Step &Next = Steps.find(Target)->second;
      Caller = Target;
      if (Next.Block) {
        Chain.push_back({Caller, nullptr, nullptr, Next.Block->Loc});
        return Next.Block;
      }
      Call = Next.Call;
      Target = Next.Target;
    }
  }

private:
  template <typename Fn>
  void forEachTarget(const CallSite &Call, Fn Visit) const {
    auto Consider = [&](const FunctionDecl *FD) {
      if (const FunctionFacts *Facts = Unit.facts(FD))
        if (runsInCaller(Unit, Facts->Function))
          Visit(Facts->Function);
    };
    Consider(Call.Callee);
    if (Call.Virtual)
      for (const CXXMethodDecl *Overrider : Unit.overriders(Call.Callee))
        Consider(Overrider);
  }

  void search() {
    struct Edge {
      const FunctionFacts *Caller;
      const CallSite *Call;
    };
    llvm::DenseMap<const FunctionDecl *, std::vector<Edge>> Callers;
    std::deque<const FunctionDecl *> Next;
    for (const FunctionFacts &Facts : Unit.functions()) {
      if (!runsInCaller(Unit, Facts.Function))
        continue;
      for (const CallSite &Call : Facts.Calls)
        if (counts(Call))
          forEachTarget(Call, [&](const FunctionDecl *Target) {
            Callers[Target].push_back({&Facts, &Call});
          });
      for (const BlockSite &Block : Facts.Blocks)
        if (Block.What != BlockSite::HeldLock && counts(Block)) {
          Steps[Facts.Function] = {&Block, nullptr, nullptr, 0};
          Next.push_back(Facts.Function);
          break;
        }
    }
    while (!Next.empty()) {
      const FunctionDecl *Target = Next.front();
      Next.pop_front();
      unsigned Distance = Steps.find(Target)->second.Distance + 1;
      for (const Edge &E : Callers.lookup(Target)) {
        Step New{nullptr, E.Call, Target, Distance};
        if (Steps.try_emplace(E.Caller->Function, New).second)
          Next.push_back(E.Caller->Function);
      }
    }
  }

  const UnitModel &Unit;
  const BlockingFilter &Filter;
  const Level Most;
  llvm::DenseMap<const FunctionDecl *, Step> Steps;
};

/// Adds what one level finds to what the levels before it found.
class Reporter {
public:
  Reporter(const UnitModel &Unit, std::vector<LoopBlock> &Out)
      : Unit(Unit), Out(Out) {}

  void run(const Paths &P) {
    for (const FunctionFacts &Facts : Unit.functions()) {
      const Reason *Why = Unit.reason(Facts.Function);
      if (!Why)
        continue;
      for (const BlockSite &Block : Facts.Blocks)
        if (P.counts(Block) && isNew(Block.Loc))
          Out.push_back({Facts.Function,
                         Why,
                         Block.Loc,
                         &Block,
                         {},
                         Block.Lvl,
                         Block.Why});
      for (const CallSite &Call : Facts.Calls)
        if (P.counts(Call) && P.closest(Call) && isNew(Call.Loc))
          add(Facts, *Why, Call, P);
    }
  }

private:
  void add(const FunctionFacts &Facts, const Reason &Why, const CallSite &Call,
           const Paths &P) {
    // What the first round didn't find is strict somewhere on its way.
    LoopBlock Found{Facts.Function, &Why, Call.Loc, nullptr, {}, P.most(), {}};
    Found.Leaf = P.follow(Facts.Function, &Call, Found.Chain);
    Found.StrictWhy = Found.Leaf->Lvl == Level::Strict
                          ? Found.Leaf->Why
                          : llvm::StringRef(RunsOnce);
    Out.push_back(std::move(Found));
  }

  /// Instantiations of one template have the same places.
  bool isNew(SourceLocation Loc) {
    return Places.insert(Loc.getRawEncoding()).second;
  }

  const UnitModel &Unit;
  std::vector<LoopBlock> &Out;
  llvm::DenseSet<unsigned> Places;
};

} // namespace

std::vector<LoopBlock> findLoopBlocks(const UnitModel &Unit,
                                      const BlockingFilter &Filter) {
  std::vector<LoopBlock> Out;
  Reporter Report(Unit, Out);
  Report.run(Paths(Unit, Filter, Level::Default));
  if (Filter.Strict)
    Report.run(Paths(Unit, Filter, Level::Strict));
  return Out;
}

} // namespace asynctidy
