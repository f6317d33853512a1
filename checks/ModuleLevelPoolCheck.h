//===-- ModuleLevelPoolCheck.h - async-module-level-pool --------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_CHECKS_MODULELEVELPOOLCHECK_H
#define ASYNC_TIDY_CHECKS_MODULELEVELPOOLCHECK_H

#include "checks/AsyncTidyCheck.h"

namespace asynctidy {

/// A pool, client or connection created at namespace scope or as a static
/// member, before main and without an owner.
///
/// For the user-facing documentation see
/// docs/checks/async-module-level-pool.md.
class ModuleLevelPoolCheck : public AsyncTidyCheck {
public:
  using AsyncTidyCheck::AsyncTidyCheck;
  void checkProgram(const ProgramView &View) override;

private:
  void report(const ProgramView &View, const program::StaticOwner &Owner,
              clang::SourceLocation Loc);
  void noteOwner(const ProgramView &View, const program::StaticFact &S,
                 clang::SourceLocation Loc);
};

} // namespace asynctidy

#endif // ASYNC_TIDY_CHECKS_MODULELEVELPOOLCHECK_H
