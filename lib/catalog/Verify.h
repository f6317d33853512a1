//===-- Verify.h - Are the names of a pack really there? --------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_CATALOG_VERIFY_H
#define ASYNC_TIDY_LIB_CATALOG_VERIFY_H

#include "lib/catalog/Model.h"
#include "clang/AST/ASTContext.h"
#include <string>
#include <vector>

namespace asynctidy::catalog {

/// A name of a pack that nothing in a unit can match.
struct MissingName {
  std::string Name; ///< `in` applied
  unsigned Line;    ///< of the entry
  std::string Why;
};

/// What came of looking a pack up.
struct Verification {
  unsigned Checked = 0; ///< names looked up
  std::vector<MissingName> Missing;
};

/// Looks the names of \p P that lie under \p V.Under up in \p Ctx, which has
/// the headers of \p V. Entries that \p V.Package isn't meant to have are left
/// out. Looked up are functions, objects, methods, types, the types and
/// variables in conditions, and the member variables of parameters.
Verification verifyPack(const Pack &P, const Verify &V, clang::ASTContext &Ctx);

/// The same for any unit: with \p OnlySeen only names whose scope the unit has.
/// Entries that some package isn't meant to have are left out.
Verification verifyInUnit(const Pack &P, clang::ASTContext &Ctx, bool OnlySeen);

} // namespace asynctidy::catalog

#endif // ASYNC_TIDY_LIB_CATALOG_VERIFY_H
