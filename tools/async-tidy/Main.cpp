//===-- Main.cpp - The linter for whole projects --------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/catalog/Catalog.h"
#include "lib/runner/CatalogCommands.h"
#include "lib/runner/Inputs.h"
#include "tools/async-tidy/CacheCommand.h"
#include "tools/async-tidy/CommandLine.h"
#include "tools/async-tidy/FactsCommands.h"
#include "tools/async-tidy/RunCommand.h"
#include "llvm/Config/llvm-config.h"
#include "llvm/Support/raw_ostream.h"

using namespace asynctidy;

int main(int argc, const char **argv) {
  CommandLine Line = readCommandLine(argc, argv);
  switch (Line.What) {
  case Command::None:
    return Line.ExitStatus;
  case Command::Version:
    llvm::outs() << "async-tidy " ASYNC_TIDY_VERSION
                    " (LLVM " LLVM_VERSION_STRING ", "
                 << catalog::builtinPacks().size() << " catalog packs, build "
                 << llvm::StringRef(runner::buildId()).take_front(12) << ")\n";
    return NothingFound;
  case Command::Run:
    return runCommand(Line.Run);
  case Command::CatalogList:
    return catalog::listCommand({Line.List.Pack, Line.List.Catalogs},
                                llvm::outs(), llvm::errs());
  case Command::CatalogCheck:
    return catalog::checkCommand(Line.Check.Files, llvm::outs(), llvm::errs());
  case Command::CatalogVerify:
    return catalog::verifyCommand({Line.Verify.Packs, Line.Verify.Build,
                                   Line.Verify.Unit, Line.Verify.Catalogs},
                                  llvm::outs(), llvm::errs());
  case Command::FactsExport:
    return exportCommand(Line.Facts);
  case Command::FactsImport:
    return importCommand(Line.Facts);
  case Command::FactsMerge:
    return mergeCommand(Line.Facts);
  case Command::FactsRoutes:
    return routesCommand(Line.Facts);
  case Command::CacheClear:
    return clearCommand(Line.Cache);
  }
}
