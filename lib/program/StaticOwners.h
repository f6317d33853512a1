//===-- StaticOwners.h - Static variables that own resources ----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_PROGRAM_STATICOWNERS_H
#define ASYNC_TIDY_LIB_PROGRAM_STATICOWNERS_H

#include "lib/program/Program.h"

namespace asynctidy::program {

/// A variable with static storage duration that owns a pool, client or
/// connection.
struct StaticOwner {
  const StaticFact *Variable = nullptr;
  /// Where it gets what it owns, its own initializer aside.
  llvm::SmallVector<const StoreFact *, 2> Fills;
  /// A catalogued function closes what it has.
  bool Closed = false;
};

/// All of them, one for each place, in the order of files and places. What only
/// observes another owner's pool is none: a shared_ptr or raw pointer counts
/// when something new is stored in it, somewhere in the program.
std::vector<StaticOwner> findStaticOwners(const Program &P);

} // namespace asynctidy::program

#endif // ASYNC_TIDY_LIB_PROGRAM_STATICOWNERS_H
