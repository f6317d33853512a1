//===-- Callable.h - What an argument will run ------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_CONTEXT_CALLABLE_H
#define ASYNC_TIDY_LIB_CONTEXT_CALLABLE_H

#include "lib/catalog/Match.h"
#include "clang/AST/Decl.h"
#include "clang/AST/Expr.h"
#include "clang/AST/ExprCXX.h"
#include <optional>

namespace asynctidy {

/// What an expression that is handed on would run.
struct Callables {
  /// Functions, call operators, member functions, coroutines called to be
  /// spawned. Generic lambdas stand with each of their instantiations.
  llvm::SmallVector<const clang::FunctionDecl *, 2> Functions;
  /// Parameters, and variables that outlive the function, whose callable is
  /// handed on; functions of the project's own that return it.
  llvm::SmallVector<const clang::ValueDecl *, 1> Slots;
  /// Calls of coroutines among the expressions: they are spawned by whoever
  /// gets them, not started by the caller.
  llvm::SmallVector<const clang::CallExpr *, 1> Spawned;
  /// The executor that a wrapper on the way binds, or null.
  const clang::Expr *Executor = nullptr;

  bool empty() const { return Functions.empty() && Slots.empty(); }
};

/// Follows \p E through casts, copies, wrappers of the catalog (`std::move`,
/// `std::bind`, `bind_executor`) and local variables to what it would run.
Callables callablesOf(const clang::Expr *E,
                      const catalog::UnitMatcher &Matcher);

/// As callablesOf; and where a call makes the handler, `authenticated(update)`,
/// the callables that this call is given, which run for the same requests.
Callables handlersOf(const clang::Expr *E, const catalog::UnitMatcher &Matcher);

/// Can a variable of type \p T hold code to run: a function pointer, a function
/// object, a std::function, or a container of such?
bool mayHoldCallable(clang::QualType T);

/// The variable of the project whose callable \p E names, through subscripts,
/// lookups and iterators of containers: a member, or one that outlives the
/// function. Null when it is anything else.
const clang::ValueDecl *callableVariable(const clang::Expr *E);

/// Where work given to the executor \p E runs: the catalog's `executors`, by
/// type or by the function that returns it, through wrappers and members like
/// `pool.get_executor()`. None when it can't be told.
std::optional<catalog::Context>
executorContext(const clang::Expr *E, const catalog::UnitMatcher &Matcher);

/// Where code runs that is given to \p Call through an entry of `callbacks` or
/// `switches`: `executor` of the entry decides where it is known.
catalog::Context placeOf(const catalog::NamedEntry &Entry,
                         const catalog::CallView &Call,
                         const clang::Expr *BoundExecutor,
                         const catalog::UnitMatcher &Matcher);

/// The variable or member that \p E names, through casts, `*`, `&`, `->` of
/// smart pointers and `std::move`; null when it is anything else.
const clang::ValueDecl *rootOf(const clang::Expr *E);

} // namespace asynctidy

#endif // ASYNC_TIDY_LIB_CONTEXT_CALLABLE_H
