//===-- Module.cpp - The checks as a clang-tidy module --------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "checks/Module.h"
#include "checks/AllChecks.inc"
#include "checks/Session.h"

namespace asynctidy {

void AsyncTidyModule::addCheckFactories(
    clang::tidy::ClangTidyCheckFactories &CheckFactories) {
  auto Shared = std::make_shared<Session>();
#define CHECK(NAME, CLASS, LEVEL, FIX, SINCE, SUMMARY)                         \
  CheckFactories.registerCheckFactory(                                         \
      NAME,                                                                    \
      [Shared](llvm::StringRef Name, clang::tidy::ClangTidyContext *Context) { \
        return std::make_unique<CLASS>(Name, Context, Shared);                 \
      });
#include "checks/Checks.def"
#undef CHECK
}

llvm::ArrayRef<CheckInfo> allChecks() {
  static constexpr CheckInfo Infos[] = {
#define CHECK(NAME, CLASS, LEVEL, FIX, SINCE, SUMMARY)                         \
  {NAME, #LEVEL, #FIX, SINCE, SUMMARY},
#include "checks/Checks.def"
#undef CHECK
  };
  return Infos;
}

} // namespace asynctidy
