//===-- MissingNotFoundCheck.cpp - async-missing-not-found ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "checks/MissingNotFoundCheck.h"
#include "checks/RouteNote.h"

using namespace clang;
using namespace asynctidy::program;

namespace asynctidy {

namespace {

/// What happens to a request for what isn't there.
StringRef warningOf(const UseFact &Use) {
  switch (Use.What) {
  case UseFact::Missing:
    return "what '%0' looks up is used without the answer that it isn't there: "
           "a request for an unknown one is undefined behaviour instead of a "
           "404";
  case UseFact::NoRows:
    return "the first row of '%0' is used without the answer that there is "
           "none: a request for an unknown one is an exception or undefined "
           "behaviour instead of a 404";
  case UseFact::NotThere:
    return "'%0' throws for what isn't there, and nobody turns that into a "
           "404: a request for an unknown one looks like a fault of the "
           "service";
  default:
    return "";
  }
}

} // namespace

void MissingNotFoundCheck::checkProgram(const ProgramView &View) {
  const Program &P = View.Program.program();
  Place Last;
  for (const UncheckedUse &Found : View.Program.uncheckedUses()) {
    const UseFact &Use = *Found.Use;
    StringRef Warning = warningOf(Use);
    SourceLocation Loc = View.location(Use.At);
    // Instantiations of one template have the same place.
    if (Warning.empty() || Use.At == Last ||
        !View.IsReportedFact(P.unitsOf(Use)) || Loc.isInvalid())
      continue;
    Last = Use.At;
    diag(Loc, Warning) << Use.Name;
    if (Use.Made.Line != Use.At.Line || Use.Made.File != Use.At.File)
      diag(View.location(Use.Made), "'%0' is looked up here",
           DiagnosticIDs::Note)
          << Use.Target;
    noteRoute(*this, View, *Found.Route, Found.Handler);
    DiagnosticBuilder Note =
        diag(Loc,
             Use.What == UseFact::NotThere ? "catch it, and answer 404"
                                           : "answer 404 first",
             DiagnosticIDs::Note);
    addEdits(View, Note, Use.Edits);
  }
}

} // namespace asynctidy
