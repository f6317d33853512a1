//===-- MissingNotFoundCheck.h - async-missing-not-found --------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_CHECKS_MISSINGNOTFOUNDCHECK_H
#define ASYNC_TIDY_CHECKS_MISSINGNOTFOUNDCHECK_H

#include "checks/UncheckedUses.h"

namespace asynctidy {

/// Flags what is looked up for a request and used without the answer that it
/// isn't there.
///
/// For the user-facing documentation see
/// docs/checks/async-missing-not-found.md.
class MissingNotFoundCheck : public UncheckedUses {
public:
  using UncheckedUses::UncheckedUses;

protected:
  Wording wordingOf(const program::UseFact &Use) const override;
  llvm::StringRef origin() const override { return "'%0' is looked up here"; }
};

} // namespace asynctidy

#endif // ASYNC_TIDY_CHECKS_MISSINGNOTFOUNDCHECK_H
