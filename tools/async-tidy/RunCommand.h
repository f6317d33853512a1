//===-- RunCommand.h - async-tidy run ---------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_TOOLS_ASYNC_TIDY_RUNCOMMAND_H
#define ASYNC_TIDY_TOOLS_ASYNC_TIDY_RUNCOMMAND_H

#include "tools/async-tidy/CommandLine.h"

namespace asynctidy {

/// What every command returns.
enum ExitStatus {
  NothingFound = 0,
  Found = 1,
  /// Wrong usage or configuration: nothing was reported.
  Misused = 2,
  /// Some unit could not be analysed.
  Incomplete = 3,
};

/// Lints and reports. Returns the exit status; ends the process by the signal
/// when one asked for it meanwhile.
int runCommand(const RunOptions &Options);

} // namespace asynctidy

#endif // ASYNC_TIDY_TOOLS_ASYNC_TIDY_RUNCOMMAND_H
