//===-- ModuleLevelPoolCheck.cpp - async-module-level-pool ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "checks/ModuleLevelPoolCheck.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace asynctidy::catalog;
using namespace asynctidy::program;

namespace asynctidy {

namespace {

llvm::StringRef whereOf(const StaticFact &S) {
  if (S.ThreadLocal)
    return "in every thread";
  switch (S.Where) {
  case StaticFact::Namespace:
    return "at namespace scope";
  case StaticFact::Member:
    return "in a static member";
  case StaticFact::Local:
    return "in a function-local static";
  }
  llvm_unreachable("unknown storage");
}

/// What hurts, for one made before main and for one filled later.
llvm::StringRef consequenceOf(const StaticOwner &Owner) {
  const StaticFact &S = *Owner.Variable;
  if (S.ThreadLocal)
    return "as many as there are threads, and none is closed before the loop "
           "ends";
  if (S.Where == StaticFact::Local)
    return "it outlives the event loop, and nothing closes it at shutdown";
  if (!Owner.Fills.empty())
    return "it has no owner, so that code may meet it before it is filled, and "
           "nothing closes it while the event loop still runs";
  return "it is made before main, without configuration, and closed after "
         "main, when the event loop is gone";
}

} // namespace

void ModuleLevelPoolCheck::checkProgram(const ProgramView &View) {
  const Program &P = View.Program.program();
  for (const StaticOwner &Owner : View.Program.staticOwners()) {
    const StaticFact &S = *Owner.Variable;
    bool Local = S.Where == StaticFact::Local;
    if (!View.IsReportedFact(P.unitsOf(S)) || (Local && Owner.Closed) ||
        ((Local || S.Lvl == Level::Strict) && !strict()))
      continue;
    SourceLocation Loc = View.location(S.At);
    if (Loc.isValid())
      report(View, Owner, Loc);
  }
}

void ModuleLevelPoolCheck::report(const ProgramView &View,
                                  const StaticOwner &Owner,
                                  SourceLocation Loc) {
  const Program &P = View.Program.program();
  const StaticFact &S = *Owner.Variable;
  diag(Loc, "'%0' keeps %select{a|an}1 %2 ('%3') %4: %5")
      << P.symbolName(S.Variable) << (S.Kind == ResourceKind::Executor ? 1 : 0)
      << spelling(S.Kind) << S.Resource << whereOf(S) << consequenceOf(Owner);
  constexpr size_t MaxFills = 3;
  for (const StoreFact *Fill : llvm::ArrayRef(Owner.Fills).take_front(MaxFills))
    diag(View.location(Fill->At), "'%0' fills it here", DiagnosticIDs::Note)
        << P.symbolName(Fill->By);
  noteOwner(View, S, Loc);
  if (S.Lvl == Level::Strict)
    noteStrict(Loc, S.Why);
  else if (S.Where == StaticFact::Local)
    noteStrict(Loc, "a function-local static is made at its first use, and "
                    "often meant so");
}

void ModuleLevelPoolCheck::noteOwner(const ProgramView &View,
                                     const StaticFact &S, SourceLocation Loc) {
  const Program &P = View.Program.program();
  const auto *Run = llvm::find_if(P.events(), [&](const EventFact &E) {
    return E.What == EventKind::RunsLoop && !E.Help.empty() &&
           View.Program.programs().mayMeet(Programs::siteOf(E),
                                           {None, S.At.File});
  });
  if (Run != P.events().end())
    diag(Loc, "give it an owner: %0", DiagnosticIDs::Note) << Run->Help;
  else
    diag(Loc,
         "give it an owner: make it in main before the event loop runs, hand a "
         "reference to whatever uses it, and close it after the loop has ended",
         DiagnosticIDs::Note);
  if (S.Edits.empty())
    return;
  DiagnosticBuilder Note = diag(
      Loc, "or make it at its first use, in a function with a local static",
      DiagnosticIDs::Note);
  addEdits(View, Note, S.Edits);
}

} // namespace asynctidy
