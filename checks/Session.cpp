//===-- Session.cpp - What the checks of one process share ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "checks/Session.h"
#include "lib/program/ConfiguredRoutes.h"
#include "lib/program/Extract.h"
#include "lib/program/Symbols.h"
#include "llvm/ADT/STLExtras.h"
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
  std::scoped_lock Lock(Mutex);
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
  Entry *E = nullptr;
  {
    std::scoped_lock Lock(Mutex);
    std::unique_ptr<Entry> &Slot = Units[std::this_thread::get_id()];
    if (Slot && Slot->Ctx == &Ctx && Slot->Catalog == C && Slot->Facts == Facts)
      return Slot->Unit;
    Slot = std::make_unique<Entry>();
    E = Slot.get();
  }
  E->Ctx = &Ctx;
  E->Catalog = C;
  E->Facts = Facts.str();
  analyse(*E, Ctx, Problem);
  return E->Unit;
}

void Session::analyse(Entry &E, clang::ASTContext &Ctx, std::string &Problem) {
  program::OtherUnits Others = Known.read(E.Facts, mainFile(Ctx), Problem);
  UnitAnalysis &Unit = E.Unit;
  Unit.Root = Others.Root;
  program::UnitFacts Own =
      program::extractFacts(*UnitModel::build(Ctx, E.Catalog), Unit.Root);
  // An editor narrows the scope to the file that it shows, and parses headers
  // without the bodies of functions.
  bool Narrow =
      llvm::none_of(Ctx.getTraversalScope(), [](const clang::Decl *D) {
        return isa<clang::TranslationUnitDecl>(D);
      });
  std::unique_ptr<program::Program> All = program::programOf(
      Own, Narrow ? program::Seen::MainFile : program::Seen::Whole, Others);
  // What is wrong with a configuration `async-tidy run` says.
  if (!Unit.Root.empty())
    program::configureRoutes(*All, Unit.Root, llvm::nulls());
  Unit.Linked = std::make_unique<program::Analysis>(std::move(All));
  const program::Program &P = Unit.Linked->program();
  Unit.Id = P.findUnit(Own.Unit);
  for (program::FunctionId F : P.functionsOf(Unit.Id))
    Unit.Own.insert(F);
}

void Session::forgetUnit() {
  std::scoped_lock Lock(Mutex);
  Units.erase(std::this_thread::get_id());
}

} // namespace asynctidy
