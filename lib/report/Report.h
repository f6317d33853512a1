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

/// The fix of a finding that is to be applied, a safe one rather than an unsafe
/// one; null when it has none of the kinds that are wanted.
const Fix *fixOf(const Finding &F, bool Unsafe);
/// How many findings are fixed so.
unsigned countFixable(const Report &R, Safety Kind);

/// Is the note about the finding's own place?
bool besides(const Finding &F, const Note &N);

/// The note that says what to write instead; null when there is none.
const Note *cure(const Finding &F);

/// Does the note lead to a place? Others are remarks on the finding as a whole.
bool isStep(const Note &N);

/// In how many files the findings are.
unsigned countFiles(const Report &R);

} // namespace asynctidy::report

#endif // ASYNC_TIDY_LIB_REPORT_REPORT_H
