//===-- Messages.h - What goes to the standard error ------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_TOOLS_ASYNC_TIDY_MESSAGES_H
#define ASYNC_TIDY_TOOLS_ASYNC_TIDY_MESSAGES_H

#include "llvm/Support/raw_ostream.h"

namespace asynctidy {

/// The beginning of a line; the caller ends it.
inline llvm::raw_ostream &error() {
  return llvm::errs() << "async-tidy: error: ";
}
inline llvm::raw_ostream &warning() {
  return llvm::errs() << "async-tidy: warning: ";
}

} // namespace asynctidy

#endif // ASYNC_TIDY_TOOLS_ASYNC_TIDY_MESSAGES_H
