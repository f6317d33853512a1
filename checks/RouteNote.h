//===-- RouteNote.h - Says which route a finding is about -------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_CHECKS_ROUTENOTE_H
#define ASYNC_TIDY_CHECKS_ROUTENOTE_H

#include "checks/AsyncTidyCheck.h"

namespace asynctidy {

/// Notes which function answers requests of \p Method, with the path where it
/// is known; of every method that the route has when \p Method is empty.
void noteRoute(AsyncTidyCheck &Check, const ProgramView &View,
               const program::Answer &Of, llvm::StringRef Method = "");

} // namespace asynctidy

#endif // ASYNC_TIDY_CHECKS_ROUTENOTE_H
