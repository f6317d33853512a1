//===-- EntryKeys.h - The keys that entries may have ------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_CATALOG_ENTRYKEYS_H
#define ASYNC_TIDY_LIB_CATALOG_ENTRYKEYS_H

#include "lib/catalog/Model.h"

namespace asynctidy::catalog {

/// The keys that an entry of section \p S may have.
llvm::ArrayRef<llvm::StringRef> keysOf(Section S);

/// Those that tell entries of the same name apart, `when` aside.
llvm::ArrayRef<llvm::StringRef> selectionKeysOf(Section S);

} // namespace asynctidy::catalog

#endif // ASYNC_TIDY_LIB_CATALOG_ENTRYKEYS_H
