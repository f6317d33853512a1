//===-- StaticOwners.cpp - Static variables that own resources ------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/program/StaticOwners.h"
#include "lib/program/ByVariable.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"

namespace asynctidy::program {

namespace {

class Finder {
public:
  explicit Finder(const Program &P)
      : P(P), Stores(P, P.stores()), Releases(P, P.releases()) {
    for (const CreationFact &C : P.creations())
      if (C.To == Destination::Returned && C.By != None)
        Factories.insert(C.By);
  }

  std::vector<StaticOwner> run() const {
    std::vector<StaticOwner> Found;
    for (const StaticFact &S : P.statics()) {
      // Instantiations of one template say it once each.
      if (!Found.empty() && Found.back().Variable->At == S.At)
        continue;
      StaticOwner Owner;
      Owner.Variable = &S;
      bool Owns = S.Has == StaticFact::Object;
      Stores.forEach(S.Variable, [&](const StoreFact &Store) {
        if (!makes(Store))
          return;
        Owns = true;
        // `static_ = make()` stores what is made on the same line.
        bool Known = !Owner.Fills.empty() &&
                     Owner.Fills.back()->At.File == Store.At.File &&
                     Owner.Fills.back()->At.Line == Store.At.Line;
        if (Store.By != None && !Known)
          Owner.Fills.push_back(&Store);
      });
      Releases.forEach(S.Variable,
                       [&](const ReleaseFact &) { Owner.Closed = true; });
      if (Owns)
        Found.push_back(std::move(Owner));
    }
    return Found;
  }

private:
  /// Is the value made there, or by a factory of the project's?
  bool makes(const StoreFact &Store) const {
    if (Store.Creates)
      return true;
    if (Store.Factory == None)
      return false;
    if (Factories.contains(Store.Factory))
      return true;
    return llvm::any_of(P.definitions(Store.Factory), [&](FunctionId F) {
      return Factories.contains(P.functions()[F].Symbol);
    });
  }

  const Program &P;
  ByVariable<StoreFact> Stores;
  ByVariable<ReleaseFact> Releases;
  llvm::DenseSet<SymbolId> Factories;
};

} // namespace

std::vector<StaticOwner> findStaticOwners(const Program &P) {
  return Finder(P).run();
}

} // namespace asynctidy::program
