//===-- Placeholders.h - Texts of packs with gaps to fill -------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_CATALOG_PLACEHOLDERS_H
#define ASYNC_TIDY_LIB_CATALOG_PLACEHOLDERS_H

#include "llvm/ADT/StringRef.h"
#include <string>

namespace asynctidy::catalog {

/// Puts \p With wherever \p Text has \p Placeholder, `{from}`.
inline void fillPlaceholder(std::string &Text, llvm::StringRef Placeholder,
                            llvm::StringRef With) {
  for (size_t At = Text.find(Placeholder); At != std::string::npos;
       At = Text.find(Placeholder, At + With.size()))
    Text.replace(At, Placeholder.size(), With);
}

} // namespace asynctidy::catalog

#endif // ASYNC_TIDY_LIB_CATALOG_PLACEHOLDERS_H
