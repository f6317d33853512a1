//===-- UncheckedRequestBodyCheck.cpp - async-unchecked-request-body ------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "checks/UncheckedRequestBodyCheck.h"
#include "checks/RouteNote.h"

using namespace clang;
using namespace asynctidy::program;

namespace asynctidy {

namespace {

/// What is wrong, and what to write instead.
struct Wording {
  StringRef Warning;
  StringRef Cure;
};

Wording wordingOf(const UseFact &Use) {
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

} // namespace

void UncheckedRequestBodyCheck::checkProgram(const ProgramView &View) {
  const Program &P = View.Program.program();
  Place Last;
  for (const UncheckedUse &Found : View.Program.uncheckedUses()) {
    const UseFact &Use = *Found.Use;
    Wording Says = wordingOf(Use);
    SourceLocation Loc = View.location(Use.At);
    // Instantiations of one template have the same place.
    if (Says.Warning.empty() || Use.At == Last ||
        !View.IsReportedFact(P.unitsOf(Use)) || Loc.isInvalid())
      continue;
    Last = Use.At;
    diag(Loc, Says.Warning) << Use.Name;
    if (Use.Made.Line != Use.At.Line || Use.Made.File != Use.At.File)
      diag(View.location(Use.Made), "'%0' is made here", DiagnosticIDs::Note)
          << Use.Target;
    noteRoute(*this, View, *Found.Route, Found.Handler);
    DiagnosticBuilder Note = diag(Loc, Says.Cure, DiagnosticIDs::Note);
    addEdits(View, Note, Use.Edits);
  }
}

} // namespace asynctidy
