//===-- MethodTests.h - Code that asks for a request's method ---*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_WEB_METHODTESTS_H
#define ASYNC_TIDY_LIB_WEB_METHODTESTS_H

#include "lib/effects/BodyTree.h"
#include "lib/web/Routes.h"

namespace asynctidy {

/// What the place where a method is named says: the branch of a comparison
/// (`req.method() == verb::patch`, a case of a switch over it), or the handler
/// beside it in a table. Without handlers when it says nothing.
Route readMethodName(const RouteSite &Site, const BodyTree &Around,
                     const UnitModel &Unit);

} // namespace asynctidy

#endif // ASYNC_TIDY_LIB_WEB_METHODTESTS_H
