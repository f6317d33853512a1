//===-- UncheckedRequestBodyCheck.cpp - async-unchecked-request-body ------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "checks/UncheckedRequestBodyCheck.h"

using namespace clang;
using namespace asynctidy::program;

namespace asynctidy {

UncheckedUses::Wording
UncheckedRequestBodyCheck::wordingOf(const UseFact &Use) const {
  switch (Use.What) {
  case UseFact::Unparsed:
    return {"the body is used before the check that it could be read: '%0' "
            "gives nothing for one that is no document, and any client can "
            "send that",
            "answer 400 first"};
  case UseFact::Throws:
    return {"'%0' throws for data that a client got wrong, and nobody turns "
            "that into a 400: it ends as a 500 or as a dropped connection",
            "catch it in the handler, or in what calls the handlers, and "
            "answer 400"};
  case UseFact::Guesses:
    return {"'%0' makes 0 of text that is no number: the request goes on with "
            "a value that the client didn't send",
            "use std::from_chars, and answer 400 where it doesn't read all of "
            "the text"};
  default:
    return {};
  }
}

} // namespace asynctidy
