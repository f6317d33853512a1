//===-- Registration.h - What a handler is registered for -------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_WEB_REGISTRATION_H
#define ASYNC_TIDY_LIB_WEB_REGISTRATION_H

#include "lib/web/Routes.h"

namespace asynctidy {

/// What a call of an entry of `routes`, or an override of one, says; without
/// handlers when it can't be told which they are.
Route readRegistration(const RouteSite &Site, const UnitModel &Unit);

/// The methods of HTTP that \p E names anywhere, added to \p Methods.
void collectMethods(const clang::Expr *E,
                    llvm::SmallVectorImpl<llvm::StringRef> &Methods);

/// The first text in \p E; none when there isn't any.
std::optional<llvm::StringRef> textIn(const clang::Expr *E);

} // namespace asynctidy

#endif // ASYNC_TIDY_LIB_WEB_REGISTRATION_H
