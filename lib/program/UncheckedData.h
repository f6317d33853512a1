//===-- UncheckedData.h - Data of requests that nobody checked --*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_PROGRAM_UNCHECKEDDATA_H
#define ASYNC_TIDY_LIB_PROGRAM_UNCHECKEDDATA_H

#include "lib/program/Programs.h"
#include "lib/program/RequestFlow.h"

namespace asynctidy::program {

/// In code that runs for requests, data of the request or what was looked up is
/// used as if it were there and right, and nobody answers where it isn't.
struct UncheckedUse {
  const UseFact *Use = nullptr;
  Answer Of;
};

/// All of them, in the order of files and places. \p Flow is that of all
/// routes.
std::vector<UncheckedUse> findUnchecked(const RunGraph &Graph,
                                        const RequestFlow &Flow,
                                        const Requests &PerRequest,
                                        const Programs &Mains);

} // namespace asynctidy::program

#endif // ASYNC_TIDY_LIB_PROGRAM_UNCHECKEDDATA_H
