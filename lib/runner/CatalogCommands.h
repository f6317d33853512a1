//===-- CatalogCommands.h - `async-tidy catalog` ----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// What `async-tidy catalog list | check | verify` do, without the reading of
/// a command line. Each returns the exit status: 0 when all is well, 1 for
/// findings, 2 for wrong usage or a wrong pack. Results go to \c Out, mistakes
/// to \c Err.
///
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_RUNNER_CATALOGCOMMANDS_H
#define ASYNC_TIDY_LIB_RUNNER_CATALOGCOMMANDS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/raw_ostream.h"
#include <string>
#include <vector>

namespace asynctidy::catalog {

/// `async-tidy catalog list [PACK] [--catalog FILE]...`
struct ListOptions {
  /// The entries of this pack; empty for a line about each pack.
  std::string Pack;
  /// Files of packs beside the built-in ones, in their order.
  std::vector<std::string> Files;
};
int listCommand(const ListOptions &Options, llvm::raw_ostream &Out,
                llvm::raw_ostream &Err);

/// `async-tidy catalog check FILE...`: every mistake of every file.
int checkCommand(llvm::ArrayRef<std::string> Files, llvm::raw_ostream &Out,
                 llvm::raw_ostream &Err);

/// `async-tidy catalog verify [--pack NAME]... [-p BUILD] [UNIT]`
struct VerifyOptions {
  /// Only these packs; empty for all.
  std::vector<std::string> Packs;
  /// Where the compilation database is; empty for the closest one of \c Unit.
  std::string Build;
  /// A source file to look names up in; empty for the headers that the packs
  /// give under `verify`.
  std::string Unit;
  /// Files of packs beside the built-in ones, in their order.
  std::vector<std::string> Files;
};
int verifyCommand(const VerifyOptions &Options, llvm::raw_ostream &Out,
                  llvm::raw_ostream &Err);

} // namespace asynctidy::catalog

#endif // ASYNC_TIDY_LIB_RUNNER_CATALOGCOMMANDS_H
