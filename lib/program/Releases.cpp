//===-- Releases.cpp - Who ends or configures what ------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/program/Releases.h"
#include "llvm/ADT/STLExtras.h"

namespace asynctidy::program {

Releases::Releases(const Program &P, const Programs &Of) : P(P), Of(Of) {
  for (const ReleaseFact &R : P.releases())
    ByName[R.Name].push_back(&R);
}

bool Releases::any(llvm::ArrayRef<std::string> Names, Programs::Site Where,
                   llvm::function_ref<bool(const ReleaseFact &)> Means) const {
  return llvm::any_of(Names, [&](const std::string &Name) {
    auto Found = ByName.find(Name);
    return Found != ByName.end() &&
           llvm::any_of(Found->second, [&](const ReleaseFact *R) {
             return Means(*R) && Of.mayMeet(Programs::siteOf(*R), Where);
           });
  });
}

} // namespace asynctidy::program
