//===-- Rules.h - What reports say of the checks ----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_TOOLS_ASYNC_TIDY_RULES_H
#define ASYNC_TIDY_TOOLS_ASYNC_TIDY_RULES_H

#include "lib/report/Sarif.h"

namespace asynctidy {

/// Every check of Checks.def, with the beginning of its page as help.
std::vector<report::Rule> reportRules();

} // namespace asynctidy

#endif // ASYNC_TIDY_TOOLS_ASYNC_TIDY_RULES_H
