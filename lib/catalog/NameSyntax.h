//===-- NameSyntax.h - What a name in a pack may look like ------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_CATALOG_NAMESYNTAX_H
#define ASYNC_TIDY_LIB_CATALOG_NAMESYNTAX_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <string>

namespace asynctidy::catalog {

/// What a name may be the name of.
enum class NameRule {
  Function, ///< also a constructor, destructor, operator, function object, `*`
  Scope,    ///< a namespace or class
};

/// What is wrong with \p Name and what was expected; empty when it is right.
std::string nameMistake(llvm::StringRef Name, NameRule Rule);

/// Small letters, digits and single dashes: `boost-asio`.
bool isKebabCase(llvm::StringRef Text);

/// `; did you mean 'x'?` for the closest of \p Known, or nothing.
std::string didYouMean(llvm::StringRef Word,
                       llvm::ArrayRef<llvm::StringRef> Known);

/// \p Text in single quotes, cut where it is long.
std::string quoted(llvm::StringRef Text);

} // namespace asynctidy::catalog

#endif // ASYNC_TIDY_LIB_CATALOG_NAMESYNTAX_H
