//===-- Cure.h - What to write instead --------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_PROGRAM_CURE_H
#define ASYNC_TIDY_LIB_PROGRAM_CURE_H

#include "lib/catalog/Catalog.h"
#include "lib/program/LoopBlocks.h"

namespace asynctidy::program {

/// What a person writes instead of a blocking call.
struct Cure {
  /// One clause: "use 'co_await ...' instead".
  std::string Help;
  /// The text that may replace the call as it stands; empty when it takes more.
  std::string Replacement;
  /// What the replacement needs to be included.
  llvm::ArrayRef<llvm::StringRef> Headers;
};

/// The cure for \p Found: the library's own asynchronous form, the catalog's
/// entry, the runtime's replacement, or in general terms.
Cure cureFor(const LoopBlock &Found, const Program &P,
             const catalog::Catalog &C);

} // namespace asynctidy::program

#endif // ASYNC_TIDY_LIB_PROGRAM_CURE_H
