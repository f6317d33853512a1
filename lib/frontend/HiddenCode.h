//===-- HiddenCode.h - What only skipped bodies would have used -*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Clang makes implicit members and instantiations when something uses them. A
/// library's body that was skipped may have been the only use.
///
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_FRONTEND_HIDDENCODE_H
#define ASYNC_TIDY_LIB_FRONTEND_HIDDENCODE_H

namespace clang {
class ASTContext;
class Sema;
} // namespace clang

namespace asynctidy::frontend {

/// Defines what a library may use of the project's classes in the traversal
/// scope without naming it: implicit constructors and destructors, and of
/// instantiated classes all constructors, the destructor and the virtual
/// functions. Whether it is used doesn't depend on what was skipped then.
void completeClasses(clang::Sema &S);

/// Does the traversal scope have generic code that makes calls which depend on
/// its parameters, that nothing has instantiated, and that a skipped body may
/// have called: a generic lambda, or a call operator of a class that is used?
bool hasHiddenCalls(clang::ASTContext &Ctx);

} // namespace asynctidy::frontend

#endif // ASYNC_TIDY_LIB_FRONTEND_HIDDENCODE_H
