//===-- Json.h - Findings as JSON -------------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_REPORT_JSON_H
#define ASYNC_TIDY_LIB_REPORT_JSON_H

#include "lib/report/Finding.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/raw_ostream.h"

namespace asynctidy::report {

/// The report of a run, the format `json`. Bytes depend on the report alone.
void writeJson(const Report &R, llvm::raw_ostream &OS);

/// What one unit yields, on its way between two processes.
void writeUnitResult(const UnitResult &R, llvm::raw_ostream &OS);
llvm::Expected<UnitResult> readUnitResult(llvm::StringRef Text);

} // namespace asynctidy::report

#endif // ASYNC_TIDY_LIB_REPORT_JSON_H
