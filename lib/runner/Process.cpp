//===-- Process.cpp - Work in a process of its own ------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/runner/Process.h"
#include "lib/runner/Child.h"

namespace asynctidy::runner {

Outcome runIsolated(llvm::function_ref<void(llvm::raw_ostream &)> Work) {
  Child C(Work, Limits());
  C.join();
  return C.take();
}

} // namespace asynctidy::runner
