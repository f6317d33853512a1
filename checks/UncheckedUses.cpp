//===-- UncheckedUses.cpp - Data that nobody looked at before -------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "checks/UncheckedUses.h"
#include "checks/RouteNote.h"

using namespace clang;
using namespace asynctidy::program;

namespace asynctidy {

void UncheckedUses::checkProgram(const ProgramView &View) {
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
    if (!Use.Target.empty() &&
        (Use.Made.Line != Use.At.Line || Use.Made.File != Use.At.File))
      diag(View.location(Use.Made), origin(), DiagnosticIDs::Note)
          << Use.Target;
    noteRoute(*this, View, Found.Of);
    DiagnosticBuilder Note = diag(Loc, Says.Cure, DiagnosticIDs::Note);
    addEdits(View, Note, Use.Edits);
  }
}

} // namespace asynctidy
