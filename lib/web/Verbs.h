//===-- Verbs.h - What functions do by their names --------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_WEB_VERBS_H
#define ASYNC_TIDY_LIB_WEB_VERBS_H

#include "clang/AST/Decl.h"
#include <string>

namespace asynctidy {

/// What the first word of a function's name says that it does.
enum class Verb : uint8_t {
  Finds = 1,    ///< looks for something that may not be there
  LooksUp = 2,  ///< gives something that is kept
  Makes = 4,    ///< gives something new
  Converts = 8, ///< makes one thing of another
  Stores = 16,  ///< keeps what it is given
  Changes = 32, ///< changes the object whose method it is
};

/// The first word of a name: `save` of `saveUser`, `save_user`, `SaveUser`,
/// `co_save`.
std::string firstWord(llvm::StringRef Name);

/// Does \p Function, by its name, do that?
bool does(const clang::NamedDecl *Function, Verb What);

} // namespace asynctidy

#endif // ASYNC_TIDY_LIB_WEB_VERBS_H
