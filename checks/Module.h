//===-- Module.h - The checks as a clang-tidy module ------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_CHECKS_MODULE_H
#define ASYNC_TIDY_CHECKS_MODULE_H

#include "clang-tidy/ClangTidyModule.h"

namespace asynctidy {

/// Registers every check of Checks.def.
class AsyncTidyModule : public clang::tidy::ClangTidyModule {
public:
  void addCheckFactories(
      clang::tidy::ClangTidyCheckFactories &CheckFactories) override;
};

/// A line of Checks.def.
struct CheckInfo {
  llvm::StringRef Name;
  llvm::StringRef Level;
  llvm::StringRef Fix;
  llvm::StringRef Since;
  llvm::StringRef Summary;
};

/// All of them, in the list's order.
llvm::ArrayRef<CheckInfo> allChecks();

} // namespace asynctidy

#endif // ASYNC_TIDY_CHECKS_MODULE_H
