//===-- FieldReads.h - Functions that read fields of documents ----------*- C++
//-*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_WEB_FIELDREADS_H
#define ASYNC_TIDY_LIB_WEB_FIELDREADS_H

#include "lib/effects/UnitModel.h"

namespace asynctidy {

/// Does nothing stand in for what wasn't sent: an exception, an error?
bool isSettled(catalog::Absence Absent);

/// Does the body of \p FD read fields of a document, and go on when one of them
/// isn't there?
bool readsWithDefaults(const clang::FunctionDecl *FD, const UnitModel &Unit);
/// The same, and it sets what isn't there to a default.
bool setsDefaults(const clang::FunctionDecl *FD, const UnitModel &Unit);

} // namespace asynctidy

#endif // ASYNC_TIDY_LIB_WEB_FIELDREADS_H
