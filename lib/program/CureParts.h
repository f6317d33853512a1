//===-- CureParts.h - What the cure of a block is made of -------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_PROGRAM_CUREPARTS_H
#define ASYNC_TIDY_LIB_PROGRAM_CUREPARTS_H

#include "lib/effects/UnitModel.h"
#include "lib/program/UnitFacts.h"

namespace asynctidy::program {

/// The key of a replacement's need in ObjectFact.
std::string needKey(const catalog::Need &N);

/// Takes from the AST what a replacement of a block's call may be made of.
class CureParts {
public:
  explicit CureParts(const UnitModel &Unit);

  /// Fills help, range, arguments and duration of \p Out from \p Site.
  void describe(const BlockSite &Site, BlockFact &Out) const;

  /// What replacements need and \p FD has: parameters, members.
  std::vector<ObjectFact> objectsOf(const clang::FunctionDecl *FD) const;

private:
  std::string access(const clang::ValueDecl *D,
                     llvm::ArrayRef<llvm::StringRef> Types) const;

  const UnitModel &Unit;
  /// Every need of the catalog's replacements, once.
  std::vector<catalog::Need> Needs;
};

} // namespace asynctidy::program

#endif // ASYNC_TIDY_LIB_PROGRAM_CUREPARTS_H
