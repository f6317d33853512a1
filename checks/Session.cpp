//===-- Session.cpp - What the checks of one process share ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "checks/Session.h"
#include "lib/program/ConfiguredRoutes.h"
#include "lib/program/Extract.h"
#include "lib/program/Symbols.h"
#include "llvm/ADT/StringExtras.h"

namespace asynctidy {

namespace {

std::string mainFile(const clang::ASTContext &Ctx) {
  const clang::SourceManager &SM = Ctx.getSourceManager();
  clang::OptionalFileEntryRef Main =
      SM.getFileEntryRefForID(SM.getMainFileID());
  if (!Main)
    return "";
  llvm::SmallString<256> Path(Main->getName());
  SM.getFileManager().makeAbsolutePath(Path);
  return program::factsPath(Path, "");
}

} // namespace

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

const UnitAnalysis &
Session::unit(clang::ASTContext &Ctx,
              const std::shared_ptr<const catalog::Catalog> &C,
              llvm::StringRef Facts, std::string &Problem) {
  if (Unit && UnitCtx == &Ctx && UnitCatalog == C && UnitFacts == Facts)
    return *Unit;
  UnitCtx = &Ctx;
  UnitCatalog = C;
  UnitFacts = Facts.str();
  Unit = std::make_unique<UnitAnalysis>();
  Unit->Root = Known.open(Facts, mainFile(Ctx), Problem);
  program::UnitFacts Own =
      program::extractFacts(*UnitModel::build(Ctx, C), Unit->Root);
  std::unique_ptr<program::Program> All = Known.programWith(Own, Problem);
  // What is wrong with a configuration `async-tidy run` says.
  if (!Unit->Root.empty())
    program::configureRoutes(*All, Unit->Root, llvm::nulls());
  Unit->Linked = std::make_unique<program::Analysis>(std::move(All));
  const program::Program &P = Unit->Linked->program();
  Unit->Id = P.findUnit(Own.Unit);
  for (program::FunctionId F : P.functionsOf(Unit->Id))
    Unit->Own.insert(F);
  return *Unit;
}

} // namespace asynctidy
