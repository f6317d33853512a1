//===-- Session.cpp - What the checks of one process share ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "checks/Session.h"
#include "llvm/ADT/StringExtras.h"

namespace asynctidy {

std::shared_ptr<const catalog::Catalog>
Session::catalogFor(llvm::StringRef Files, llvm::StringRef Directory,
                    std::vector<catalog::PackError> &Errors) {
  auto &Slot = Catalogs[{Files.str(), Directory.str()}];
  if (!Slot) {
    std::vector<std::string> Packs = catalog::projectPacks(Directory);
    llvm::SmallVector<llvm::StringRef> Named;
    Files.split(Named, ';', -1, /*KeepEmpty=*/false);
    for (llvm::StringRef File : Named)
      Packs.push_back(File.trim().str());
    Slot = catalog::Catalog::create(Packs, Errors);
  }
  return Slot;
}

const UnitModel &Session::unit(clang::ASTContext &Ctx,
                               std::shared_ptr<const catalog::Catalog> C) {
  if (!Unit || &Unit->context() != &Ctx || &Unit->catalog() != C.get())
    Unit = UnitModel::build(Ctx, std::move(C));
  return *Unit;
}

} // namespace asynctidy
