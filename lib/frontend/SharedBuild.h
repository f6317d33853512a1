//===-- SharedBuild.h - Makes a set of shared headers -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_FRONTEND_SHAREDBUILD_H
#define ASYNC_TIDY_LIB_FRONTEND_SHAREDBUILD_H

#include "lib/frontend/ExternalFiles.h"
#include "lib/frontend/SharedHeaders.h"
#include "lib/runner/Units.h"
#include "llvm/ADT/ArrayRef.h"

namespace asynctidy::frontend {

/// What a set is made for.
struct SharedRequest {
  /// Units whose options agree: at least one.
  std::vector<runner::Unit> Units;
  /// For each unit the external headers that it is known to include; where that
  /// is empty the unit is looked through.
  std::vector<std::vector<std::string>> Headers;
  /// In the set anyway.
  std::vector<std::string> Kept;
  /// Not in the set.
  std::vector<std::string> Unusable;
};

/// Precompiles the headers that units of \p Request include into the file \p
/// Precompiled. Headers with errors are found out and left out; the result
/// names them. A set without any header has no file.
llvm::Expected<SharedHeaders> buildShared(const SharedRequest &Request,
                                          const ExternalFiles &External,
                                          llvm::StringRef Precompiled);

/// Precompiles \p Types on top of \p Set into the file \p Precompiled, for
/// units with the options of \p U, and adds them to \p Set; those that aren't
/// types for everybody are left out. An error leaves \p Set as it was.
llvm::Error addTypes(SharedHeaders &Set, llvm::ArrayRef<std::string> Types,
                     const runner::Unit &U, llvm::StringRef Precompiled);

} // namespace asynctidy::frontend

#endif // ASYNC_TIDY_LIB_FRONTEND_SHAREDBUILD_H
