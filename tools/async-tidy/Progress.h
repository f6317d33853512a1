//===-- Progress.h - Says which unit is at work -----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_TOOLS_ASYNC_TIDY_PROGRESS_H
#define ASYNC_TIDY_TOOLS_ASYNC_TIDY_PROGRESS_H

#include "llvm/ADT/StringRef.h"

namespace asynctidy {

/// One line on the standard error, overwritten by each unit and gone at the
/// end. Nothing when that isn't a terminal.
class Progress {
public:
  Progress(unsigned Total, bool Wanted);
  ~Progress();

  void start(llvm::StringRef Unit);

private:
  unsigned Total;
  unsigned Started = 0;
  bool Shown;
};

} // namespace asynctidy

#endif // ASYNC_TIDY_TOOLS_ASYNC_TIDY_PROGRESS_H
