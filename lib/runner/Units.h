//===-- Units.h - The translation units of a project ------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_RUNNER_UNITS_H
#define ASYNC_TIDY_LIB_RUNNER_UNITS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/Error.h"
#include <string>
#include <vector>

namespace asynctidy::runner {

/// A source file and how it is compiled.
struct Unit {
  /// Absolute.
  std::string File;
  /// Where the command runs.
  std::string Directory;
  /// With response files expanded, otherwise as the database has it.
  std::vector<std::string> CommandLine;
};

/// The C++ units of a compilation database, sorted by file. A file that is
/// compiled several times counts once, with its first command; units in other
/// languages and those that only make a precompiled header are left out.
llvm::Expected<std::vector<Unit>> loadUnits(llvm::StringRef Database);

/// Those in \p Paths (files and folders); all when there are no paths. A path
/// without a unit is an error that names it.
llvm::Expected<std::vector<Unit>>
selectUnits(std::vector<Unit> Units, llvm::ArrayRef<std::string> Paths);

} // namespace asynctidy::runner

#endif // ASYNC_TIDY_LIB_RUNNER_UNITS_H
