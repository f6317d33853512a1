//===-- ParseUnit.h - The AST that names are looked up in -------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_RUNNER_PARSEUNIT_H
#define ASYNC_TIDY_LIB_RUNNER_PARSEUNIT_H

#include "lib/catalog/Model.h"
#include "clang/Frontend/ASTUnit.h"
#include <memory>
#include <string>

namespace asynctidy::catalog {

/// A parsed unit, or why there is none.
struct ParsedUnit {
  std::unique_ptr<clang::ASTUnit> AST; ///< null when it couldn't be parsed
  std::string Error;                   ///< the first error, or empty
  bool HeaderMissing = false;          ///< the error is a header not found
};

/// Parses a unit that includes the headers of \p V, bodies of functions left
/// out.
ParsedUnit parseHeaders(const Verify &V);

/// Parses \p File as the compilation database says that \p Build leads to:
/// a folder, or empty for the closest one above the file.
ParsedUnit parseUnit(const std::string &File, llvm::StringRef Build);

} // namespace asynctidy::catalog

#endif // ASYNC_TIDY_LIB_RUNNER_PARSEUNIT_H
