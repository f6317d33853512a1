//===-- Routes.cpp - Which code answers which requests --------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/web/Routes.h"
#include "lib/web/MethodTests.h"
#include "lib/web/Registration.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace asynctidy {

namespace {

bool contains(const Stmt *Outer, const Expr *E) {
  return Outer == E || llvm::any_of(Outer->children(), [&](const Stmt *Child) {
           return Child && contains(Child, E);
         });
}

} // namespace

std::vector<Route> routesOf(const UnitModel &Unit) {
  std::vector<Route> Found;
  // Methods that a registration names are said with it.
  llvm::SmallVector<const Expr *, 8> Registrations;
  for (const RouteSite &S : Unit.routeSites())
    if (S.What == RouteSite::Registers)
      Registrations.push_back(S.E);
  llvm::DenseMap<const Decl *, std::unique_ptr<BodyTree>> Trees;
  for (const RouteSite &S : Unit.routeSites()) {
    Route R;
    if (S.What != RouteSite::Names) {
      R = readRegistration(S, Unit);
    } else if (llvm::none_of(Registrations, [&](const Expr *Call) {
                 return contains(Call, S.E);
               })) {
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
