//===-- MissingDisposeCheck.h - async-missing-dispose -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_CHECKS_MISSINGDISPOSECHECK_H
#define ASYNC_TIDY_CHECKS_MISSINGDISPOSECHECK_H

#include "checks/AsyncTidyCheck.h"

namespace asynctidy {

/// What is opened and released nowhere in the program; a service that runs its
/// loop and can't be told to end.
///
/// For the user-facing documentation see docs/checks/async-missing-dispose.md.
class MissingDisposeCheck : public AsyncTidyCheck {
public:
  using AsyncTidyCheck::AsyncTidyCheck;
  void checkProgram(const ProgramView &View) override;

private:
  void report(const ProgramView &View, const program::OpenHandle &Found);
  void report(const ProgramView &View, const program::EndlessService &Found);
  void warn(clang::SourceLocation Loc, const program::HandleFact &Handle);
  /// The last note, with the fix where there is one.
  void noteOwner(const ProgramView &View, const program::HandleFact &Handle);
};

} // namespace asynctidy

#endif // ASYNC_TIDY_CHECKS_MISSINGDISPOSECHECK_H
