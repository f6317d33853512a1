//===-- UnitParser.h - Parses a unit for what the project wrote -*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_FRONTEND_UNITPARSER_H
#define ASYNC_TIDY_LIB_FRONTEND_UNITPARSER_H

#include "lib/frontend/ExternalFiles.h"
#include "lib/frontend/SharedHeaders.h"
#include "lib/runner/Inputs.h"
#include "lib/runner/Units.h"
#include "clang/AST/ASTContext.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace asynctidy::frontend {

/// From the fastest to the safest. Each finds the same; where one can't be sure
/// of that, it says so and the next has to be asked.
enum class ParseMode : uint8_t {
  /// With a set of precompiled headers.
  Shared,
  /// Bodies in external headers are skipped.
  Alone,
  /// Everything, as the compiler does it.
  Full,
};

/// What a parse gave.
struct ParseResult {
  /// The first error; empty when there is none.
  std::string Error;
  /// The mode that has to be asked instead, if any: nothing was analysed then.
  std::optional<ParseMode> Instead;
  /// Why, in a few words.
  std::string Why;
  /// What was read, apart from what the set has; none when it can't be said.
  std::optional<runner::Inputs> Inputs;
  /// The external headers that the project's files include directly.
  std::vector<std::string> Headers;
  /// The size of all external files that were parsed here.
  uint64_t LiveBytes = 0;
  /// With a set that has no types: those that would save time, see
  /// frontend::addTypes.
  std::vector<std::string> CostlyTypes;
};

/// Parses \p U and gives its AST to \p Analyse, which looks at the traversal
/// scope only. \p Set is for \c ParseMode::Shared. In mode Full a unit with
/// errors is analysed as far as it goes; in the others the next mode is asked.
ParseResult parse(const runner::Unit &U, const ExternalFiles &External,
                  ParseMode Mode, const SharedHeaders *Set,
                  llvm::function_ref<void(clang::ASTContext &)> Analyse);

/// Makes room in this process for a parse: memory in large pages, which are
/// quicker to get. For a process that parses once and ends.
void reserveMemory();

} // namespace asynctidy::frontend

#endif // ASYNC_TIDY_LIB_FRONTEND_UNITPARSER_H
