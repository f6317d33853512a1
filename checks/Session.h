//===-- Session.h - What the checks of one process share --------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_CHECKS_SESSION_H
#define ASYNC_TIDY_CHECKS_SESSION_H

#include "checks/ProgramView.h"
#include "lib/program/KnownFacts.h"
#include "clang/AST/ASTContext.h"
#include "llvm/ADT/DenseSet.h"
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace asynctidy {

/// A unit in the program that is known of.
struct UnitAnalysis {
  std::unique_ptr<program::Analysis> Linked;
  /// The unit in the program.
  program::UnitId Id = program::None;
  /// The functions that the unit has.
  llvm::DenseSet<program::FunctionId> Own;
  /// What the names of files in the facts are relative to.
  std::string Root;
};

/// Catalogs are read once a process and a unit is analysed once, whatever the
/// number of checks that ask. The module makes one and hands it to every check;
/// an editor's server has a thread for each open file, and all of them use it.
class Session {
public:
  /// The catalog for the option `Catalog` (files separated by `;`) and the
  /// packs of the project around \p Directory. Mistakes in packs go to \p
  /// Errors, once for each combination.
  std::shared_ptr<const catalog::Catalog>
  catalogFor(llvm::StringRef Files, llvm::StringRef Directory,
             std::vector<catalog::PackError> &Errors);

  /// The analysis of the unit in \p Ctx, together with the other units of the
  /// store that the option `Facts` means; made at the first question. What is
  /// wrong with the store goes to \p Problem.
  const UnitAnalysis &unit(clang::ASTContext &Ctx,
                           const std::shared_ptr<const catalog::Catalog> &C,
                           llvm::StringRef Facts, std::string &Problem);

  /// Forgets this thread's unit: its AST is about to be replaced.
  void forgetUnit();

private:
  /// A unit, and what it was made from.
  struct Entry {
    UnitAnalysis Unit;
    const clang::ASTContext *Ctx = nullptr;
    std::shared_ptr<const catalog::Catalog> Catalog;
    std::string Facts;
  };
  void analyse(Entry &E, clang::ASTContext &Ctx, std::string &Problem);

  std::mutex Mutex;
  std::map<std::pair<std::string, std::string>,
           std::shared_ptr<const catalog::Catalog>>
      Catalogs;
  program::KnownFacts Known;
  /// The unit that each thread is at.
  std::map<std::thread::id, std::unique_ptr<Entry>> Units;
};

} // namespace asynctidy

#endif // ASYNC_TIDY_CHECKS_SESSION_H
