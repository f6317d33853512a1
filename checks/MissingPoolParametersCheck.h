//===-- MissingPoolParametersCheck.h - async-missing-pool-parameters *- C++
//-*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_CHECKS_MISSINGPOOLPARAMETERSCHECK_H
#define ASYNC_TIDY_CHECKS_MISSINGPOOLPARAMETERSCHECK_H

#include "checks/AsyncTidyCheck.h"

namespace asynctidy {

/// A pool created without its size, limit, wait timeout or recycle parameters.
/// Options: `PoolSize`, `MaxOverflow`, `RecycleSeconds`, `WaitSeconds`, the
/// numbers that a fix writes.
///
/// For the user-facing documentation see
/// docs/checks/async-missing-pool-parameters.md.
class MissingPoolParametersCheck : public AsyncTidyCheck {
public:
  MissingPoolParametersCheck(llvm::StringRef Name,
                             clang::tidy::ClangTidyContext *Context,
                             std::shared_ptr<Session> S);
  void storeOptions(clang::tidy::ClangTidyOptions::OptionMap &Opts) override;
  void checkProgram(const ProgramView &View) override;

private:
  using Missing = llvm::SmallVector<const program::ParameterFact *, 4>;

  void report(const ProgramView &View, const program::CreationFact &Made,
              const Missing &Found, bool Certain);
  void noteCure(const ProgramView &View, const program::CreationFact &Made,
                const Missing &Found);
  /// \p Text with the numbers of the options.
  std::string filled(llvm::StringRef Text) const;

  /// PoolSize, MaxOverflow, RecycleSeconds, WaitSeconds.
  llvm::SmallVector<unsigned, 4> Values;
};

} // namespace asynctidy

#endif // ASYNC_TIDY_CHECKS_MISSINGPOOLPARAMETERSCHECK_H
