//===-- Session.h - What the checks of one process share --------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_CHECKS_SESSION_H
#define ASYNC_TIDY_CHECKS_SESSION_H

#include "lib/catalog/Catalog.h"
#include "lib/effects/UnitModel.h"
#include "clang/AST/ASTContext.h"
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace asynctidy {

/// Catalogs are read once a process and a unit is analysed once, whatever the
/// number of checks that ask. The module makes one and hands it to every check.
class Session {
public:
  /// The catalog for the option `Catalog` (files separated by `;`) and the
  /// packs of the project around \p Directory. Mistakes in packs go to \p
  /// Errors, once for each combination.
  std::shared_ptr<const catalog::Catalog>
  catalogFor(llvm::StringRef Files, llvm::StringRef Directory,
             std::vector<catalog::PackError> &Errors);

  /// The analysis of the unit in \p Ctx, made at the first question.
  const UnitModel &unit(clang::ASTContext &Ctx,
                        std::shared_ptr<const catalog::Catalog> C);

  /// Forgets the last unit: its AST is about to be replaced.
  void startUnit() { Unit.reset(); }

private:
  std::map<std::pair<std::string, std::string>,
           std::shared_ptr<const catalog::Catalog>>
      Catalogs;
  std::unique_ptr<UnitModel> Unit;
};

} // namespace asynctidy

#endif // ASYNC_TIDY_CHECKS_SESSION_H
