//===-- Text.h - Findings for people ----------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_REPORT_TEXT_H
#define ASYNC_TIDY_LIB_REPORT_TEXT_H

#include "lib/report/Finding.h"
#include "lib/report/Sources.h"
#include "llvm/Support/raw_ostream.h"

namespace asynctidy::report {

struct TextOptions {
  bool Colored = false;
  /// Ends with the line "N findings in M files".
  bool Summary = true;
};

/// The format `text`: each finding with its line of code, its notes and its
/// cure, then the units that failed.
void writeText(const Report &R, Sources &Files, const TextOptions &Options,
               llvm::raw_ostream &OS);

/// "3 findings in 2 files (12 units, 8.4 s)"
std::string summaryLine(const Report &R);
/// "fixable: 3 with --fix, 2 more with --unsafe-fixes"; empty for none.
std::string fixLine(const Report &R);

} // namespace asynctidy::report

#endif // ASYNC_TIDY_LIB_REPORT_TEXT_H
