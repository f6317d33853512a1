//===-- Register.cpp - Makes clang-tidy know the module -------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "checks/Module.h"

namespace {
clang::tidy::ClangTidyModuleRegistry::Add<asynctidy::AsyncTidyModule>
    Registration("async-tidy-module", "Checks for async web services.");
} // namespace
