//===-- Sarif.h - Findings as SARIF -----------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_REPORT_SARIF_H
#define ASYNC_TIDY_LIB_REPORT_SARIF_H

#include "lib/report/Finding.h"
#include "lib/report/Sources.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/raw_ostream.h"

namespace asynctidy::report {

/// What a report says of a check.
struct Rule {
  std::string Name;
  /// One line.
  std::string Summary;
  /// Markdown that also reads well as plain text.
  std::string Help;
  /// Of its usual findings.
  Level Lvl = Level::Default;
};

/// The format `sarif`, version 2.1.0. Steps of a chain are a code flow, the
/// cure is part of the message. A fix whose places can't be told, since a file
/// of it isn't there any more, is left out.
void writeSarif(const Report &R, llvm::ArrayRef<Rule> Rules, Sources &Files,
                llvm::raw_ostream &OS);

} // namespace asynctidy::report

#endif // ASYNC_TIDY_LIB_REPORT_SARIF_H
