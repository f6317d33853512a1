//===-- Routes.cpp - Which code answers which requests --------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/web/Routes.h"
#include "lib/web/MethodTests.h"
#include "lib/web/Registration.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/DenseSet.h"

using namespace clang;

namespace asynctidy {

namespace {

void collect(const Stmt *S, llvm::DenseSet<const Stmt *> &Parts) {
  Parts.insert(S);
  if (isa<LambdaExpr>(S))
    return; // a handler, which may ask for the method itself
  for (const Stmt *Child : S->children())
    if (Child)
      collect(Child, Parts);
}

} // namespace

std::vector<Route> routesOf(const UnitModel &Unit) {
  std::vector<Route> Found;
  // Methods that a registration names are said with it.
  llvm::DenseSet<const Stmt *> Registered;
  for (const RouteSite &S : Unit.routeSites())
    if (S.What == RouteSite::Registers)
      collect(S.E, Registered);
  llvm::DenseMap<const Decl *, std::unique_ptr<BodyTree>> Trees;
  for (const RouteSite &S : Unit.routeSites()) {
    Route R;
    if (S.What != RouteSite::Names) {
      R = readRegistration(S, Unit);
    } else if (!Registered.contains(S.E)) {
      const Decl *Key = S.By ? static_cast<const Decl *>(S.By) : S.Initializes;
      std::unique_ptr<BodyTree> &Around = Trees[Key];
      if (!Around)
        Around = std::make_unique<BodyTree>(S.By, S.Initializes);
      R = readMethodName(S, *Around, Unit);
    }
    if (!R.Handlers.empty() || !R.Slots.empty())
      Found.push_back(std::move(R));
  }
  return Found;
}

} // namespace asynctidy
