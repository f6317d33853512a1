//===-- Machine.h - How much this machine can do at once --------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_RUNNER_MACHINE_H
#define ASYNC_TIDY_LIB_RUNNER_MACHINE_H

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include <cstdint>
#include <optional>
#include <string>

namespace asynctidy::runner {

/// The cores that this process may use: neither bound to fewer nor, in a
/// container, given less time. At least 1.
unsigned usableCores();

/// The memory that can be had without others suffering, in MiB, within what a
/// container allows; 0 when that isn't known.
uint64_t availableMemoryMiB();

/// How many pieces of work, each with \p EachMiB of memory, go at once. At
/// least 1. Where a number about memory is 0 the cores alone decide.
unsigned workerCount(unsigned Cores, uint64_t AvailableMiB, uint64_t EachMiB);

/// The text of a file; none when it can't be read.
using FileReader =
    llvm::function_ref<std::optional<std::string>(llvm::StringRef Path)>;

/// As how many cores' time this process may use, by its control groups of
/// either version; none without a limit.
std::optional<double> quotaInCores(FileReader Read);

/// \c availableMemoryMiB of what \p Read gives.
uint64_t availableMemoryMiB(FileReader Read);

} // namespace asynctidy::runner

#endif // ASYNC_TIDY_LIB_RUNNER_MACHINE_H
