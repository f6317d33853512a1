//===-- ConfiguredRoutes.cpp - Routes that a configuration has ------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/program/ConfiguredRoutes.h"
#include "lib/web/ComponentRoutes.h"
#include "llvm/Support/Path.h"

namespace path = llvm::sys::path;

namespace asynctidy::program {

void configureRoutes(Program &P, llvm::StringRef Root,
                     llvm::raw_ostream &Errors) {
  ComponentRoutes Configured(Errors);
  P.forEachRoute([&](RouteFact &R) {
    if (R.Component.empty() || R.At.File == None)
      return;
    llvm::SmallString<256> Folder(Root);
    path::append(Folder, path::parent_path(P.file(R.At.File)));
    Configured.readAround(Folder, Root);
    if (const auto *Known = Configured.find(R.Component)) {
      R.Path = Known->Path;
      R.Methods = Known->Methods;
    }
  });
}

} // namespace asynctidy::program
