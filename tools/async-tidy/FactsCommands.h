//===-- FactsCommands.h - async-tidy facts ----------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_TOOLS_ASYNC_TIDY_FACTSCOMMANDS_H
#define ASYNC_TIDY_TOOLS_ASYNC_TIDY_FACTSCOMMANDS_H

#include "tools/async-tidy/CommandLine.h"

namespace asynctidy {

/// The store that is meant, absolute: \p Named, or when that is empty the one
/// of the project around the current folder.
std::string storeFile(const std::string &Named);

/// Each returns the exit status; mistakes go to the standard error.

/// Writes a store's facts into a folder, one file a unit.
int exportCommand(const FactsOptions &Options);
/// Takes files of facts into a store.
int importCommand(const FactsOptions &Options);
/// Makes one store of several, and of files.
int mergeCommand(const FactsOptions &Options);
/// Lists what is registered as a handler with a path.
int routesCommand(const FactsOptions &Options);

} // namespace asynctidy

#endif // ASYNC_TIDY_TOOLS_ASYNC_TIDY_FACTSCOMMANDS_H
