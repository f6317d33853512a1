//===-- BlockingCallCheck.h - async-blocking-call ---------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_CHECKS_BLOCKINGCALLCHECK_H
#define ASYNC_TIDY_CHECKS_BLOCKINGCALLCHECK_H

#include "checks/AsyncTidyCheck.h"
#include "lib/program/Cure.h"
#include "lib/program/LoopBlocks.h"

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

  void checkProgram(const ProgramView &View) override;

private:
  void readCategories();
  void warn(const ProgramView &View, const program::LoopBlock &Found,
            const program::Cure &Instead);
  void warnDirectly(const ProgramView &View, const program::LoopBlock &Found,
                    const program::Cure &Instead);
  void noteChain(const ProgramView &View, const program::LoopBlock &Found);
  void noteReason(const ProgramView &View, const program::LoopBlock &Found);

  const std::string CategoriesOption;
  program::BlockingFilter Filter;
};

} // namespace asynctidy

#endif // ASYNC_TIDY_CHECKS_BLOCKINGCALLCHECK_H
