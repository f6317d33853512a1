//===-- Progress.cpp - Says which unit is at work -------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tools/async-tidy/Progress.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/raw_ostream.h"

namespace asynctidy {
namespace {

/// Back to the first column, and the rest of the line erased.
constexpr llvm::StringLiteral ClearLine("\r\033[K");

} // namespace

Progress::Progress(unsigned Total, bool Wanted)
    : Total(Total),
      Shown(Wanted && llvm::sys::Process::StandardErrIsDisplayed()) {}

Progress::~Progress() {
  if (Shown)
    llvm::errs() << ClearLine;
}

void Progress::start(llvm::StringRef Unit) {
  if (!Shown)
    return;
  std::string Line = (llvm::Twine("[") + llvm::Twine(++Started) + "/" +
                      llvm::Twine(Total) + "] " + Unit)
                         .str();
  // A line that wraps can't be cleared.
  unsigned Columns = llvm::sys::Process::StandardErrColumns();
  if (Columns > 1)
    Line.resize(std::min<size_t>(Line.size(), Columns - 1));
  llvm::errs() << ClearLine << Line;
}

} // namespace asynctidy
