//===-- Conditions.h - What `when` of an entry asks -------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_CATALOG_CONDITIONS_H
#define ASYNC_TIDY_LIB_CATALOG_CONDITIONS_H

#include "lib/catalog/Match.h"
#include "lib/catalog/Names.h"
#include "clang/AST/APValue.h"
#include <optional>

namespace asynctidy::catalog {

/// Does \p T, through references and pointers, name the class, template or enum
/// \p Name, derive from it, or print as \p Name?
bool typeMatches(clang::QualType T, llvm::StringRef Name, Names &Spellings,
                 const clang::ASTContext &Ctx);

/// Does every condition of \p When hold for \p Call?
bool holds(const Condition &When, const CallView &Call, Names &Spellings,
           const clang::ASTContext &Ctx);

/// The constant number that \p E is, or that the duration \p E counts; none for
/// anything else.
std::optional<clang::APValue> constantCount(const clang::Expr *E,
                                            const clang::ASTContext &Ctx);

} // namespace asynctidy::catalog

#endif // ASYNC_TIDY_LIB_CATALOG_CONDITIONS_H
