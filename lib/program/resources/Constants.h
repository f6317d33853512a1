//===-- Constants.h - Texts and numbers that are written out ----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_PROGRAM_RESOURCES_CONSTANTS_H
#define ASYNC_TIDY_LIB_PROGRAM_RESOURCES_CONSTANTS_H

#include "lib/catalog/Model.h"
#include "lib/program/resources/Surroundings.h"

namespace asynctidy::program {

/// The literal that \p E is made of: itself, in a conversion, or the
/// initializer of a variable that nobody changes. Null when the text isn't a
/// constant.
const clang::StringLiteral *constantText(const clang::Expr *E,
                                         const Surroundings &Around);

/// Is \p E a constant among \p Numbers: a number, an enumerator, or a duration
/// of that count?
bool isOneOf(const clang::Expr *E, llvm::ArrayRef<llvm::StringRef> Numbers,
             const clang::ASTContext &Ctx);

/// The value of \p Key in \p Text, written in \p Syntax; none when the text
/// doesn't have the key.
std::optional<llvm::StringRef>
valueOf(llvm::StringRef Text, llvm::StringRef Key, catalog::TextSyntax Syntax);

/// What has to be put behind \p Text for it to have `Key=Value` as well.
std::string addition(llvm::StringRef Text, llvm::StringRef Key,
                     llvm::StringRef Value, catalog::TextSyntax Syntax);

} // namespace asynctidy::program

#endif // ASYNC_TIDY_LIB_PROGRAM_RESOURCES_CONSTANTS_H
