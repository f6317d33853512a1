//===-- MissingNotFoundCheck.cpp - async-missing-not-found ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "checks/MissingNotFoundCheck.h"

using namespace clang;
using namespace asynctidy::program;

namespace asynctidy {

UncheckedUses::Wording
MissingNotFoundCheck::wordingOf(const UseFact &Use) const {
  StringRef First = "answer 404 first";
  switch (Use.What) {
  case UseFact::Missing:
    return {
        "what '%0' looks up is used without the answer that it isn't there: "
        "a request for an unknown one is undefined behaviour instead of a "
        "404",
        First};
  case UseFact::NoRows:
    return {"the first row of '%0' is used without the answer that there is "
            "none: a request for an unknown one is an exception or undefined "
            "behaviour instead of a 404",
            First};
  case UseFact::NotThere:
    return {"'%0' throws for what isn't there, and nobody turns that into a "
            "404: a request for an unknown one looks like a fault of the "
            "service",
            "catch it, and answer 404"};
  default:
    return {};
  }
}

} // namespace asynctidy
