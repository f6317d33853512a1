//===-- Entities.h - Objects that live longer than a request ----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_WEB_ENTITIES_H
#define ASYNC_TIDY_LIB_WEB_ENTITIES_H

#include "lib/web/Values.h"

namespace asynctidy {

/// Is an object one that is kept, or stands for one?
struct EntityEvidence {
  /// It was loaded, or is stored afterwards.
  bool Known = false;
  /// It was made just now, and is stored over what was there.
  bool Fresh = false;
  /// What this parameter is given decides; null when that is known.
  const clang::ParmVarDecl *Given = nullptr;

  explicit operator bool() const { return Known || Given; }
};

/// Whether the object that \p E names, a variable, a member, an element of a
/// container, the result of a look-up, stands for something that is kept.
EntityEvidence entityOf(const clang::Expr *E, const Values &Origins);

/// Does a pack say that the call writes only what was set before, or sent?
bool merges(const catalog::CallView &Call, const catalog::UnitMatcher &Matcher);

/// Is the object that \p Made makes stored as a whole: given to an `update`, or
/// kept in a variable that is?
bool isStored(const clang::Expr *Made, const Values &Origins);

} // namespace asynctidy

#endif // ASYNC_TIDY_LIB_WEB_ENTITIES_H
