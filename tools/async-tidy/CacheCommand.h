//===-- CacheCommand.h - async-tidy cache -----------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_TOOLS_ASYNC_TIDY_CACHECOMMAND_H
#define ASYNC_TIDY_TOOLS_ASYNC_TIDY_CACHECOMMAND_H

#include "tools/async-tidy/CommandLine.h"

namespace asynctidy {

/// The folder of precompiled headers: \p Named, or the user's. Absolute; empty
/// when the user has none.
std::string cacheFolder(const std::string &Named);

/// Removes what is kept between runs. Returns the exit status.
int clearCommand(const CacheClearOptions &Options);

} // namespace asynctidy

#endif // ASYNC_TIDY_TOOLS_ASYNC_TIDY_CACHECOMMAND_H
