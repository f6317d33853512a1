//===-- PatchOverwriteCheck.cpp - async-patch-overwrite -------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "checks/PatchOverwriteCheck.h"
#include "checks/RouteNote.h"
#include "llvm/ADT/MapVector.h"
#include <set>

using namespace clang;
using namespace asynctidy::program;

namespace asynctidy {

namespace {

/// The writes of one class that a finding lists.
constexpr size_t MaxWrites = 5;

std::string absent(StringRef Absent) {
  return Absent == "empty" ? "an empty value" : Absent.str();
}

/// Where the object was read whose class can't say what was sent: its read, or
/// the handler that is given it.
Place blamed(const Program &P, const Overwrite &O) {
  return O.From->At.File != None ? O.From->At : P.functions()[O.Of.Handler].At;
}

} // namespace

void PatchOverwriteCheck::checkProgram(const ProgramView &View) {
  const Program &P = View.Program.program();
  std::set<std::pair<Place, std::string>> Said;
  llvm::MapVector<std::pair<uint64_t, uint64_t>, std::vector<const Overwrite *>>
      ByClass;
  for (const Overwrite &O : View.Program.overwrites()) {
    Place At = O.Write ? O.Write->At : O.Stored->At;
    std::string Target =
        O.Write ? O.Write->Target + '\0' + O.Write->From.Name : "";
    // Instantiations of one template say it once each.
    if (!Said.insert({At, Target}).second)
      continue;
    if (O.ByClass) {
      Place Read = blamed(P, O);
      ByClass[{Read.File, uint64_t(Read.Line) << 32 | Read.Column}].push_back(
          &O);
    } else if (O.Write) {
      if (View.IsReportedFact(P.unitsOf(*O.Write)))
        reportWrite(View, O);
    } else if (View.IsReportedFact(P.unitsOf(*O.Stored))) {
      reportStored(View, O);
    }
  }
  for (const auto &[Key, Writes] : ByClass)
    reportClass(View, Writes);
}

void PatchOverwriteCheck::reportWrite(const ProgramView &View,
                                      const Overwrite &Found) {
  const WriteFact &W = *Found.Write;
  SourceLocation Loc = View.location(W.At);
  if (Loc.isInvalid())
    return;
  // A single value that was passed has its name where it is read.
  bool IsPassed = W.From.What == OriginFact::Parameter && !W.From.Member;
  StringRef Key = IsPassed ? Found.From->Name : W.From.Name;
  StringRef Absent = IsPassed ? Found.From->Absent : W.From.Absent;
  auto Report = [&]() -> DiagnosticBuilder {
    switch (W.What) {
    case WriteFact::Member:
      return diag(Loc, "a PATCH request without '%0' overwrites '%1' with %2: "
                       "what was stored is lost")
             << Key << W.Target << absent(Absent);
    case WriteFact::Setter:
      return diag(Loc, "a PATCH request without '%0' has '%1' overwrite what "
                       "was stored with %2")
             << Key << W.Target << absent(Absent);
    case WriteFact::Column:
      return diag(Loc, "a PATCH request without '%0' sets the column '%1' to "
                       "%2: what was stored is lost")
             << Key << W.Target << absent(Absent);
    case WriteFact::Whole:
      break;
    }
    return diag(Loc, "a PATCH request replaces '%0' as a whole: every member "
                     "that it doesn't send is lost")
           << W.Target;
  };
  {
    DiagnosticBuilder Warning = Report();
    if (W.How == WriteFact::KeepsCurrent || W.How == WriteFact::Asks)
      addEdits(View, Warning, W.Edits);
  }
  noteWay(View, Found, Loc);
  noteRoute(*this, View, Found.Of, "PATCH");
  switch (W.How) {
  case WriteFact::KeepsCurrent:
    diag(Loc, "keep the current value as the default", DiagnosticIDs::Note);
    return;
  case WriteFact::Asks:
    diag(Loc, "write it only when it was sent", DiagnosticIDs::Note);
    return;
  case WriteFact::Merges: {
    DiagnosticBuilder Note =
        diag(Loc, "merge what was sent into it", DiagnosticIDs::Note);
    addEdits(View, Note, W.Edits);
    return;
  }
  case WriteFact::Loads:
    diag(Loc, "load what is stored, and change only what was sent",
         DiagnosticIDs::Note);
    return;
  case WriteFact::NoCure:
    break;
  }
  if (W.What == WriteFact::Whole)
    diag(Loc, "change only the members that were sent", DiagnosticIDs::Note);
  else if (W.What == WriteFact::Column)
    diag(Loc,
         "bind a null for what wasn't sent, with 'COALESCE(..., %0)', or name "
         "only the columns that were sent",
         DiagnosticIDs::Note)
        << W.Target;
  else if (!W.Test.empty())
    diag(Loc, "write it only when it was sent: 'if (%0)'", DiagnosticIDs::Note)
        << W.Test;
  else
    diag(Loc, "write it only when it was sent", DiagnosticIDs::Note);
}

void PatchOverwriteCheck::reportStored(const ProgramView &View,
                                       const Overwrite &Found) {
  SourceLocation Loc = View.location(Found.Stored->At);
  if (Loc.isInvalid())
    return;
  const Program &P = View.Program.program();
  diag(Loc, "a PATCH request has '%0' store a whole object: every member that "
            "it doesn't send is lost")
      << P.symbolName(Found.Stored->To.Owner);
  notePasses(View, Found.Onward);
  if (Found.Columns.File != None)
    diag(View.location(Found.Columns), "'%0' sets all columns here",
         DiagnosticIDs::Note)
        << P.symbolName(Found.Stored->To.Owner);
  noteWay(View, Found, Loc);
  noteRoute(*this, View, Found.Of, "PATCH");
  diag(Loc,
       "load what is stored, and change only the members that were sent; "
       "members of type std::optional can say which",
       DiagnosticIDs::Note);
}

void PatchOverwriteCheck::reportClass(
    const ProgramView &View, llvm::ArrayRef<const Overwrite *> Writes) {
  const Program &P = View.Program.program();
  const Overwrite &First = *Writes.front();
  bool IsHandlers = First.From->At.File == None;
  bool Reported =
      IsHandlers ? View.IsReported(First.Of.Handler)
                 : View.IsReportedFact(First.Passes.empty()
                                           ? P.unitsOf(*First.Write)
                                           : P.unitsOf(*First.Passes.front()));
  SourceLocation Loc = View.location(blamed(P, First));
  if (!Reported || Loc.isInvalid())
    return;
  if (IsHandlers)
    diag(Loc, "'%0' gets an object that can't say which of its members a PATCH "
              "request sent: those that it left out are overwritten with their "
              "defaults")
        << P.symbolName(P.functions()[First.Of.Handler].Symbol);
  else
    diag(Loc, "an object is read here that can't say which of its members a "
              "PATCH request sent: those that it left out are overwritten with "
              "their defaults");
  for (const Overwrite *O : Writes.take_front(MaxWrites))
    diag(View.location(O->Write->At), "'%0' is overwritten here",
         DiagnosticIDs::Note)
        << O->Write->Target;
  notePasses(View, First.Passes);
  noteRoute(*this, View, First.Of, "PATCH");
  diag(Loc,
       "make the members std::optional, and write only those that have a value",
       DiagnosticIDs::Note);
}

void PatchOverwriteCheck::notePasses(const ProgramView &View,
                                     llvm::ArrayRef<const PassFact *> Passes) {
  const Program &P = View.Program.program();
  for (const PassFact *Pass : Passes)
    diag(View.location(Pass->At), "'%0' passes it to '%1' here",
         DiagnosticIDs::Note)
        << P.symbolName(Pass->By) << P.symbolName(Pass->To.Owner);
}

void PatchOverwriteCheck::noteWay(const ProgramView &View,
                                  const Overwrite &Found, SourceLocation Loc) {
  const Program &P = View.Program.program();
  const Place &At = Found.Write ? Found.Write->At : Found.Stored->At;
  const Place &Read = Found.From->At;
  if (Read.File != None && (Read.File != At.File || Read.Line != At.Line))
    diag(View.location(Read), "'%0' is read here", DiagnosticIDs::Note)
        << Found.From->Name;
  if (Read.File == None && Found.From->What == OriginFact::Parameter)
    diag(View.location(P.functions()[Found.Of.Handler].At),
         "'%0' gets it, made from the request's body", DiagnosticIDs::Note)
        << P.symbolName(P.functions()[Found.Of.Handler].Symbol);
  notePasses(View, Found.Passes);
}

} // namespace asynctidy
