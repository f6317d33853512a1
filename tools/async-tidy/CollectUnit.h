//===-- CollectUnit.h - A unit's facts into the store -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_TOOLS_ASYNC_TIDY_COLLECTUNIT_H
#define ASYNC_TIDY_TOOLS_ASYNC_TIDY_COLLECTUNIT_H

#include "lib/report/Finding.h"
#include "lib/runner/Units.h"
#include "tools/async-tidy/CheckOptions.h"

namespace asynctidy {

/// Parses \p U in this process and puts its facts into the store \p StoreFile,
/// under \p Key and with what the parse read, so that the next run knows
/// whether they are still right; a unit with errors never is.
report::UnitResult collectUnit(const runner::Unit &U,
                               const LintOptions &Options,
                               const std::string &StoreFile,
                               const std::string &Key);

} // namespace asynctidy

#endif // ASYNC_TIDY_TOOLS_ASYNC_TIDY_COLLECTUNIT_H
