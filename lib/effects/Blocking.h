//===-- Blocking.h - What blocks the loop, and through which calls -*- C++
//-*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_EFFECTS_BLOCKING_H
#define ASYNC_TIDY_LIB_EFFECTS_BLOCKING_H

#include "lib/effects/UnitModel.h"
#include <bitset>

namespace asynctidy {

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
  const clang::FunctionDecl *Caller = nullptr;
  /// Null in the last hop, which is the block itself.
  const clang::FunctionDecl *Callee = nullptr;
  /// The function that the source calls, when Callee overrides it.
  const clang::FunctionDecl *Overridden = nullptr;
  clang::SourceLocation Loc;
};

/// A call in code on the loop that leads to a block.
struct LoopBlock {
  const clang::FunctionDecl *Function = nullptr;
  const Reason *Why = nullptr;
  clang::SourceLocation Loc;
  const BlockSite *Leaf = nullptr;
  /// Empty when Function blocks by itself; otherwise one hop for each call, the
  /// block itself the last.
  std::vector<Hop> Chain;
  catalog::Level Lvl = catalog::Level::Default;
  /// Why it is level strict.
  llvm::StringRef StrictWhy;
};

/// Everything that blocks code on the loop in \p Unit: in source order of the
/// functions, the shortest chain for each call, one for each place.
std::vector<LoopBlock> findLoopBlocks(const UnitModel &Unit,
                                      const BlockingFilter &Filter);

} // namespace asynctidy

#endif // ASYNC_TIDY_LIB_EFFECTS_BLOCKING_H
