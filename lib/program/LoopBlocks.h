//===-- LoopBlocks.h - What blocks the loop, and through which calls ------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_PROGRAM_LOOPBLOCKS_H
#define ASYNC_TIDY_LIB_PROGRAM_LOOPBLOCKS_H

#include "lib/program/Placement.h"
#include <bitset>

namespace asynctidy::program {

/// What the user asks for.
struct BlockingFilter {
  std::bitset<catalog::NumCategories> Categories =
      std::bitset<catalog::NumCategories>().set();
  bool Strict = false;

  bool contains(catalog::Category C) const {
    return Categories.test(static_cast<size_t>(C));
  }
};

/// One step from code on the loop down to what blocks.
struct Hop {
  SymbolId Caller = None;
  /// None in the last hop, which is the block itself.
  SymbolId Callee = None;
  /// The function that the source calls, when Callee overrides it.
  SymbolId Overridden = None;
  Place At;
};

/// A block in a function that code on the loop leads to.
struct ReachedBlock {
  SymbolId In = None;
  const BlockFact *Block = nullptr;
};

/// A call in code on the loop that leads to a block.
struct LoopBlock {
  FunctionId Function = None;
  const ReasonFact *Why = nullptr;
  Place At;
  const BlockFact *Leaf = nullptr;
  /// Empty when Function blocks by itself; otherwise one hop for each call, the
  /// block itself the last.
  std::vector<Hop> Chain;
  catalog::Level Lvl = catalog::Level::Default;
  /// Why it is level strict.
  llvm::StringRef StrictWhy;
  /// What else the call leads to and no other finding shows: whoever mends the
  /// shortest chain alone would get the next one at the next run.
  std::vector<ReachedBlock> Also;
  /// Further functions with this place: instantiations of the same template.
  std::vector<FunctionId> Same;
};

/// Everything that blocks code on the loop: in the order of files and places,
/// the shortest chain for each call, one for each place. Pointers are into
/// \p P and \p Where.
std::vector<LoopBlock> findLoopBlocks(const Program &P, const Placements &Where,
                                      const BlockingFilter &Filter);

} // namespace asynctidy::program

#endif // ASYNC_TIDY_LIB_PROGRAM_LOOPBLOCKS_H
