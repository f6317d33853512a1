//===-- FactCollection.h - The facts of a project, up to date ---*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_TOOLS_ASYNC_TIDY_FACTCOLLECTION_H
#define ASYNC_TIDY_TOOLS_ASYNC_TIDY_FACTCOLLECTION_H

#include "lib/program/Analysis.h"
#include "tools/async-tidy/CheckOptions.h"
#include "tools/async-tidy/ParseRun.h"
#include "llvm/Support/FileUtilities.h"
#include <optional>
#include <set>

namespace asynctidy {

/// Brings the store up to date with a project's units, parsing those alone
/// whose facts may have changed, each in a process of its own.
class FactCollection {
public:
  /// \p StoreFile may be empty: the project's own store. Options outlive it.
  FactCollection(const LintOptions &Options, const ParseOptions &Parsing,
                 std::string StoreFile);

  /// Opens the store and forgets units that aren't \p All any more. False,
  /// with a message on the standard error, when there can be no store.
  bool open(llvm::ArrayRef<runner::Unit> All);

  /// The units among \p All that read \p Header when they were parsed last, and
  /// those of which nothing is known.
  std::vector<runner::Unit> unitsReading(llvm::StringRef Header,
                                         llvm::ArrayRef<runner::Unit> All);

  /// Parses what isn't up to date among \p Units. False when that came to no
  /// end: a mistake in the configuration was found, which is in \c mistakes, or
  /// the process was asked to end by the signal \c interruptedBy.
  bool update(llvm::ArrayRef<runner::Unit> Units);

  /// Links all facts of the store; null when it can't be read, which \c broken
  /// tells the reason of. The next \c update may mend that.
  std::unique_ptr<program::Analysis> link();
  const std::string &broken() const { return Broken; }

  llvm::ArrayRef<report::Failure> failures() const { return Failures; }
  const std::set<std::string> &mistakes() const { return Mistakes; }
  llvm::ArrayRef<UnitCost> costs() const { return Costs; }
  unsigned upToDate() const { return UpToDate; }
  int interruptedBy() const { return Signal; }

private:
  std::vector<UnitJob> outdated(llvm::ArrayRef<runner::Unit> Units,
                                runner::InputChecker &Checker);
  void forgetMissing(std::vector<UnitJob> &Jobs);
  bool findCatalogs(llvm::MutableArrayRef<UnitJob> Jobs);
  bool openTemporary(const std::string &Problem);

  const LintOptions &Options;
  const ParseOptions &Parsing;
  const frontend::ExternalFiles External;
  std::string StoreFile;
  const bool IsProjects;
  /// Where the project's folder can't be written.
  std::optional<llvm::FileRemover> Temporary;
  std::vector<report::Failure> Failures;
  std::set<std::string> Mistakes;
  std::vector<UnitCost> Costs;
  std::string Broken;
  unsigned UpToDate = 0;
  int Signal = 0;
};

} // namespace asynctidy

#endif // ASYNC_TIDY_TOOLS_ASYNC_TIDY_FACTCOLLECTION_H
