//===-- RouteSites.h - Where a unit speaks of requests ----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_EFFECTS_ROUTESITES_H
#define ASYNC_TIDY_LIB_EFFECTS_ROUTESITES_H

#include "lib/catalog/Match.h"
#include "clang/AST/DeclCXX.h"

namespace asynctidy {

/// An expression that says which code answers which requests. What it says is
/// asked of the AST around it, when the walk is over.
struct RouteSite {
  enum Kind : uint8_t {
    Registers, ///< a call of an entry of `routes`
    Overrides, ///< By overrides a function of an entry of `routes`
    Names,     ///< the name of a method of HTTP
  };
  Kind What = Registers;
  /// Null for Overrides.
  const clang::Expr *E = nullptr;
  /// The function that has the expression; null before main.
  const clang::FunctionDecl *By = nullptr;
  /// The variable or member whose initializer has it, outside of By's body.
  const clang::ValueDecl *Initializes = nullptr;
  /// Null for Names.
  const catalog::NamedEntry *Entry = nullptr;
  /// Names: `PATCH`.
  llvm::StringRef Method = "";
};

/// Is it the text of a method in small letters, `"patch"`? uWebSockets gives it
/// so; elsewhere it may be anything.
bool isLowerMethod(const clang::Expr *E);

/// The method of HTTP that \p E names: an enumerator of an enumeration of
/// methods, whoever has it, a constant, a text. Empty for anything else.
llvm::StringRef httpMethodOf(const clang::Expr *E);

} // namespace asynctidy

#endif // ASYNC_TIDY_LIB_EFFECTS_ROUTESITES_H
