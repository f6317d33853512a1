//===-- BlockingCallCheck.h - async-blocking-call ---------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_CHECKS_BLOCKINGCALLCHECK_H
#define ASYNC_TIDY_CHECKS_BLOCKINGCALLCHECK_H

#include "checks/AsyncTidyCheck.h"
#include "lib/effects/Blocking.h"
#include "lib/effects/Cure.h"

namespace asynctidy {

/// A blocking call on the event loop, direct or through any chain of calls.
///
/// For the user-facing documentation see docs/checks/async-blocking-call.md.
class BlockingCallCheck : public AsyncTidyCheck {
public:
  BlockingCallCheck(llvm::StringRef Name,
                    clang::tidy::ClangTidyContext *Context,
                    std::shared_ptr<Session> S);
  void storeOptions(clang::tidy::ClangTidyOptions::OptionMap &Opts) override;

protected:
  void checkUnit(const UnitModel &Unit) override;

private:
  void readCategories();
  void warn(const LoopBlock &Found, const Cure &Instead);
  void noteChain(const LoopBlock &Found);
  void noteReason(const LoopBlock &Found);

  const std::string CategoriesOption;
  BlockingFilter Filter;
};

} // namespace asynctidy

#endif // ASYNC_TIDY_CHECKS_BLOCKINGCALLCHECK_H
