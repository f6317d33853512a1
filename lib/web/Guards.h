//===-- Guards.h - Code that asks whether something was sent ----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_WEB_GUARDS_H
#define ASYNC_TIDY_LIB_WEB_GUARDS_H

#include "lib/web/Values.h"

namespace asynctidy {

/// What has to be asked of a value.
enum class Question : uint8_t {
  Presence, ///< whether it was sent
  Content,  ///< what it says: that a text is there doesn't make it a number
};

/// Does the way to \p At depend on whether \p From was sent? Any condition
/// around it, or one before it that leaves, counts when it speaks of the key,
/// the variable or the member; and so does a function of the project's that is
/// given the whole and may look for itself.
bool isGuarded(const clang::Stmt *At, const ValueOrigin &From,
               const Values &Origins, Question Asks = Question::Presence);

} // namespace asynctidy

#endif // ASYNC_TIDY_LIB_WEB_GUARDS_H
