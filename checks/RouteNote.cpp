//===-- RouteNote.cpp - Says which route a finding is about ---------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "checks/RouteNote.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;
using namespace asynctidy::program;

namespace asynctidy {

void noteRoute(AsyncTidyCheck &Check, const ProgramView &View, const Answer &Of,
               StringRef Method) {
  const Program &P = View.Program.program();
  const RouteFact &Route = *Of.Route;
  std::string What =
      Method.empty() ? llvm::join(Route.Methods, ", ") : Method.str();
  if (What.empty())
    What = "requests";
  if (!Route.Path.empty())
    What += " of '" + Route.Path + "'";
  StringRef Name = P.symbolName(P.functions()[Of.Handler].Symbol);
  SourceLocation Loc = View.location(Of.Given ? Of.Given->At : Route.At);
  StringRef Via = Of.Given ? P.symbolName(Of.Given->To.Owner) : Route.Via;
  if (Via.empty())
    Check.diag(Loc, "'%0' answers %1 here", DiagnosticIDs::Note)
        << Name << What;
  else
    Check.diag(Loc, "'%0' answers %1, registered with '%2' here",
               DiagnosticIDs::Note)
        << Name << What << Via;
}

} // namespace asynctidy
