//===-- UncheckedUses.h - Data that nobody looked at before -----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_CHECKS_UNCHECKEDUSES_H
#define ASYNC_TIDY_CHECKS_UNCHECKEDUSES_H

#include "checks/AsyncTidyCheck.h"

namespace asynctidy {

/// Reports what code of requests uses as if it were there and right. Derived
/// checks say which of it, and in which words.
class UncheckedUses : public AsyncTidyCheck {
public:
  using AsyncTidyCheck::AsyncTidyCheck;
  void checkProgram(const ProgramView &View) final;

protected:
  struct Wording {
    /// `%0` is the function that gave it; empty where the check says nothing.
    llvm::StringRef Warning;
    /// What to write instead.
    llvm::StringRef Cure;
  };
  virtual Wording wordingOf(const program::UseFact &Use) const = 0;
  /// How a variable comes to it: `'%0' is looked up here`.
  virtual llvm::StringRef origin() const = 0;
};

} // namespace asynctidy

#endif // ASYNC_TIDY_CHECKS_UNCHECKEDUSES_H
