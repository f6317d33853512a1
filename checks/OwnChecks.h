//===-- OwnChecks.h - What configuration files say of our checks -*- C++ -*-==//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_CHECKS_OWNCHECKS_H
#define ASYNC_TIDY_CHECKS_OWNCHECKS_H

#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"
#include <string>

namespace asynctidy {

/// What the name of each check of ours begins with.
constexpr llvm::StringLiteral CheckPrefix("async-");

/// The globs of \p Checks of a `.clang-tidy` file, with their `-`.
llvm::SmallVector<llvm::StringRef> globsOf(llvm::StringRef Checks);

/// \p Checks of `.clang-tidy` files, where ours are on without being named: a
/// list of other tools' checks gets all of ours, one that leaves some of ours
/// out gets the others, and one that names some gets these alone.
std::string withOwnChecks(llvm::StringRef Checks);

} // namespace asynctidy

#endif // ASYNC_TIDY_CHECKS_OWNCHECKS_H
