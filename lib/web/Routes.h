//===-- Routes.h - Which code answers which requests ------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_WEB_ROUTES_H
#define ASYNC_TIDY_LIB_WEB_ROUTES_H

#include "lib/effects/UnitModel.h"

namespace asynctidy {

/// Code that answers requests of some methods.
struct Route {
  llvm::SmallVector<const clang::FunctionDecl *, 1> Handlers;
  /// Parameters and variables that hold the handler.
  llvm::SmallVector<const clang::ValueDecl *, 1> Slots;
  /// `PATCH`; empty for every method.
  llvm::SmallVector<llvm::StringRef, 2> Methods;
  /// As the source has it; empty when it isn't known.
  std::string Path;
  clang::SourceLocation Loc;
  /// The function that it is given to or that it overrides; empty for a
  /// comparison in the handler itself.
  std::string Via;
  /// Given to a function of the project's own: a route where request code runs
  /// the handler, and a client's callback otherwise.
  bool Own = false;
  /// The component of the static configuration that has path and methods; may
  /// be empty.
  std::string Component;
  /// The part of the handler's body that is meant; invalid for all of it.
  clang::SourceRange Within;
  /// The handlers' parameters from this one on are made of the request's body
  /// where they are classes of the project; NoArgument for none.
  int Objects = catalog::NoArgument;
  /// Part of the same handler's body that runs for every other method; invalid
  /// when none is known.
  clang::SourceRange Otherwise;
};

/// The routes that a unit shows, in the order of the walk.
std::vector<Route> routesOf(const UnitModel &Unit);

} // namespace asynctidy

#endif // ASYNC_TIDY_LIB_WEB_ROUTES_H
