//===-- CollectUnit.h - A unit's facts into the store -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_TOOLS_ASYNC_TIDY_COLLECTUNIT_H
#define ASYNC_TIDY_TOOLS_ASYNC_TIDY_COLLECTUNIT_H

#include "lib/catalog/Catalog.h"
#include "lib/frontend/UnitParser.h"
#include "llvm/Support/Error.h"
#include <memory>

namespace asynctidy {

/// How a unit was parsed the last time, which the store keeps for the next.
struct ParseHistory {
  /// The set of headers that it was to begin with; a set that it doesn't fit is
  /// not tried again.
  std::string Set;
  frontend::ParseMode Mode = frontend::ParseMode::Shared;
  uint64_t LiveBytes = 0;
  /// The external headers that it includes, see frontend::ParseResult.
  std::vector<std::string> Headers;

  std::string encode() const;
  /// What can't be read is as if there were nothing.
  static ParseHistory decode(llvm::StringRef Text);
};

/// A unit to be parsed, in one way.
struct UnitJob {
  runner::Unit Unit;
  /// Relative to the project's root.
  std::string Name;
  /// Under which the facts are kept.
  std::string Key;
  std::shared_ptr<const catalog::Catalog> Catalog;
  frontend::ParseMode Mode = frontend::ParseMode::Shared;
  /// Null for none.
  std::shared_ptr<const frontend::SharedHeaders> Set;
  ParseHistory Last;
  /// How long it took then; 0 when that isn't known.
  double Seconds = 0;
};

/// What came of a job.
struct UnitOutcome {
  /// The mode that has to be tried instead; nothing was stored then.
  std::optional<frontend::ParseMode> Instead;
  /// Why, for the statistics.
  std::string Why;
  /// Empty when all went well.
  std::string Problem;
  /// See frontend::ParseResult.
  std::vector<std::string> CostlyTypes;
  /// Findings of the unit without regard to other units.
  unsigned Findings = 0;

  std::string encode() const;
  static std::optional<UnitOutcome> decode(llvm::StringRef Text);
};

/// Parses the unit of \p Job in this process and puts its facts into the store
/// \p StoreFile, with what the parse read, so that the next run knows whether
/// they are still right; a unit with errors never is.
UnitOutcome collectUnit(const UnitJob &Job,
                        const frontend::ExternalFiles &External,
                        const std::string &StoreFile);

/// Puts into \p StoreFile that nothing is known of the unit \p Name.
llvm::Error forgetUnit(const std::string &Name, const std::string &StoreFile);

} // namespace asynctidy

#endif // ASYNC_TIDY_TOOLS_ASYNC_TIDY_COLLECTUNIT_H
