//===-- PatchOverwriteCheck.h - async-patch-overwrite -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_CHECKS_PATCHOVERWRITECHECK_H
#define ASYNC_TIDY_CHECKS_PATCHOVERWRITECHECK_H

#include "checks/AsyncTidyCheck.h"

namespace asynctidy {

/// Flags code that runs for PATCH and writes what the client didn't send.
///
/// For the user-facing documentation see docs/checks/async-patch-overwrite.md.
class PatchOverwriteCheck : public AsyncTidyCheck {
public:
  using AsyncTidyCheck::AsyncTidyCheck;
  void checkProgram(const ProgramView &View) override;

private:
  void reportWrite(const ProgramView &View, const program::Overwrite &Found);
  void reportStored(const ProgramView &View, const program::Overwrite &Found);
  /// The writes of one object whose class is to blame.
  void reportClass(const ProgramView &View,
                   llvm::ArrayRef<const program::Overwrite *> Writes);
  void notePasses(const ProgramView &View,
                  llvm::ArrayRef<const program::PassFact *> Passes);
  void noteWay(const ProgramView &View, const program::Overwrite &Found,
               clang::SourceLocation Loc);
};

} // namespace asynctidy

#endif // ASYNC_TIDY_CHECKS_PATCHOVERWRITECHECK_H
