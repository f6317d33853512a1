//===-- MacroArguments.h - What a macro was given ---------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_WEB_MACROARGUMENTS_H
#define ASYNC_TIDY_LIB_WEB_MACROARGUMENTS_H

#include "clang/AST/ASTContext.h"
#include <optional>
#include <string>
#include <vector>

namespace asynctidy {

/// A call of a function-like macro in a file.
struct MacroArguments {
  std::string Name;
  clang::SourceLocation Loc;
  /// As the source has them, without white space around.
  std::vector<std::string> Arguments;

  /// An argument that is a text, without its quotes; empty for another.
  std::string text(int Index) const;
};

/// The call of one of the macros \p Names in a file that the code at \p Loc
/// comes from; none when it comes from none of them.
std::optional<MacroArguments>
macroArguments(clang::SourceLocation Loc, llvm::ArrayRef<llvm::StringRef> Names,
               const clang::ASTContext &Ctx);

} // namespace asynctidy

#endif // ASYNC_TIDY_LIB_WEB_MACROARGUMENTS_H
