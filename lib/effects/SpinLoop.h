//===-- SpinLoop.h - Loops that wait for an atomic --------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_EFFECTS_SPINLOOP_H
#define ASYNC_TIDY_LIB_EFFECTS_SPINLOOP_H

#include "lib/catalog/Match.h"

namespace asynctidy {

/// The atomic that \p Loop only waits for: the condition reads it and the body
/// does nothing, or nothing but yield. Null for any other loop; a loop of
/// compare_exchange makes progress and isn't one.
const clang::ValueDecl *spinsOn(const clang::Stmt *Loop,
                                const catalog::UnitMatcher &Matcher);

} // namespace asynctidy

#endif // ASYNC_TIDY_LIB_EFFECTS_SPINLOOP_H
