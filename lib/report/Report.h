//===-- Report.h - Findings of all units in one list ------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_REPORT_REPORT_H
#define ASYNC_TIDY_LIB_REPORT_REPORT_H

#include "lib/report/Finding.h"
#include "lib/report/Sources.h"

namespace asynctidy::report {

/// Sorts the findings and failures, leaves one of those that several units have
/// for the same place of a header, and gives each finding its fingerprint. The
/// result doesn't depend on the order in which units were analysed.
void finish(Report &R, Sources &Files);

/// In how many files the findings are.
unsigned countFiles(const Report &R);

} // namespace asynctidy::report

#endif // ASYNC_TIDY_LIB_REPORT_REPORT_H
