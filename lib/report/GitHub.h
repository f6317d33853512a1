//===-- GitHub.h - Findings as annotations of a job -------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_REPORT_GITHUB_H
#define ASYNC_TIDY_LIB_REPORT_GITHUB_H

#include "lib/report/Finding.h"
#include "llvm/Support/raw_ostream.h"

namespace asynctidy::report {

/// The format `github`: one workflow command for each finding and each unit
/// that failed, which a job of GitHub Actions shows at the line of code. With
/// \p Summary a line of plain text at the end.
void writeGitHub(const Report &R, bool Summary, llvm::raw_ostream &OS);

} // namespace asynctidy::report

#endif // ASYNC_TIDY_LIB_REPORT_GITHUB_H
