//===-- SkippedBodies.h - Functions without their body ----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_FRONTEND_SKIPPEDBODIES_H
#define ASYNC_TIDY_LIB_FRONTEND_SKIPPEDBODIES_H

#include "clang/AST/Decl.h"

namespace asynctidy::frontend {

/// Is the body of \p D, a function or a function template, of no interest? That
/// of every library is, except the standard library's: it is small, and it is
/// what makes, copies, stores and calls the project's objects. Clang keeps
/// bodies that it needs itself.
bool isSkippedBody(const clang::Decl *D);

} // namespace asynctidy::frontend

#endif // ASYNC_TIDY_LIB_FRONTEND_SKIPPEDBODIES_H
