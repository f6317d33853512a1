//===-- ReportProgram.h - The checks over a whole program -------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_TOOLS_ASYNC_TIDY_REPORTPROGRAM_H
#define ASYNC_TIDY_TOOLS_ASYNC_TIDY_REPORTPROGRAM_H

#include "lib/program/Analysis.h"
#include "lib/report/Finding.h"
#include "tools/async-tidy/CheckOptions.h"

namespace asynctidy {

/// Runs the checks on what is known of \p Program, without parsing anything,
/// and reports on the functions of \p Units, each with the options around its
/// unit. Findings, and mistakes in options and packs.
report::UnitResult reportProgram(const program::Analysis &Program,
                                 llvm::ArrayRef<std::string> Units,
                                 const LintOptions &Options);

/// Mistakes in the options that checks get for \p Files, absolute: what would
/// only be found after all units were parsed.
std::vector<std::string> mistakesInOptions(llvm::ArrayRef<std::string> Files,
                                           const LintOptions &Options);

} // namespace asynctidy

#endif // ASYNC_TIDY_TOOLS_ASYNC_TIDY_REPORTPROGRAM_H
