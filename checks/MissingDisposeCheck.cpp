//===-- MissingDisposeCheck.cpp - async-missing-dispose -------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "checks/MissingDisposeCheck.h"

using namespace clang;
using namespace asynctidy::program;

namespace asynctidy {

namespace {

/// `'PQfinish'`; `'mysql_close' or 'mysql_shutdown'`.
std::string names(llvm::ArrayRef<std::string> Names) {
  std::string Text;
  for (size_t I = 0; I < Names.size(); ++I) {
    if (I > 0)
      Text += I + 1 == Names.size() ? " or " : ", ";
    Text += "'" + Names[I] + "'";
  }
  return Text;
}

bool isMadeByNew(const HandleFact &Handle) {
  return llvm::is_contained(Handle.ReleasedBy, "delete");
}

} // namespace

void MissingDisposeCheck::checkProgram(const ProgramView &View) {
  const Program &P = View.Program.program();
  for (const OpenHandle &Found : View.Program.openHandles())
    if (View.IsReportedFact(P.unitsOf(*Found.Handle)))
      report(View, Found);
  for (const EndlessService &Found : View.Program.endlessServices())
    if (View.IsReportedFact(P.unitsOf(*Found.Runs)))
      report(View, Found);
}

void MissingDisposeCheck::report(const ProgramView &View,
                                 const OpenHandle &Found) {
  const HandleFact &Handle = *Found.Handle;
  SourceLocation Loc = View.location(Handle.At);
  if (Loc.isInvalid())
    return; // the file is gone since the facts were made
  warn(Loc, Handle);
  if (Found.AtStartup && !Handle.Drains)
    diag(Loc,
         "it is made when the service starts, and nothing ends it at "
         "shutdown",
         DiagnosticIDs::Note);
  if (SourceLocation At = View.location(Found.Shutdown); At.isValid())
    diag(At, "this runs at shutdown, and doesn't end it", DiagnosticIDs::Note);
  noteOwner(View, Handle);
}

void MissingDisposeCheck::warn(SourceLocation Loc, const HandleFact &Handle) {
  if (Handle.Drains) {
    diag(Loc, "'%0' goes on until %1 is called, and nothing in the program "
              "calls it: the loop doesn't end when the service is told to")
        << Handle.Name << names(Handle.ReleasedBy);
    return;
  }
  if (isMadeByNew(Handle)) {
    diag(Loc, "%0 is made with 'new', and nothing in the program deletes it: "
              "its connections are never closed, and the server keeps them "
              "until its own timeout")
        << (Handle.Type.empty() ? "this" : "'" + Handle.Type + "'");
    return;
  }
  diag(Loc, "'%0' opens %1 that nothing in the program closes with %2: %3")
      << Handle.Name
      << (Handle.Type.empty() ? "a connection" : "a '" + Handle.Type + "'")
      << names(Handle.ReleasedBy)
      << (Handle.Unreleased.empty()
              ? "at every restart the other side keeps it until its own "
                "timeout, and a burst of restarts uses up what it has"
              : Handle.Unreleased);
}

void MissingDisposeCheck::noteOwner(const ProgramView &View,
                                    const HandleFact &Handle) {
  SourceLocation Loc = View.location(Handle.At);
  if (Handle.Drains) {
    diag(Loc, "call %0 when the signal arrives", DiagnosticIDs::Note)
        << names(Handle.ReleasedBy);
    return;
  }
  DiagnosticBuilder Note =
      isMadeByNew(Handle)
          ? diag(Loc, "let a std::unique_ptr own it", DiagnosticIDs::Note)
          : diag(Loc, "let a std::unique_ptr with %0 as deleter own it",
                 DiagnosticIDs::Note)
                << "'" + Handle.ReleasedBy.front() + "'";
  addEdits(View, Note, Handle.Edits);
  if (Handle.Edits.empty())
    return;
  if (std::optional<FixItHint> Include = includeHeader(
          View, View.Program.program().file(Handle.Edits.front().File),
          "memory"))
    Note << *Include;
}

void MissingDisposeCheck::report(const ProgramView &View,
                                 const EndlessService &Found) {
  SourceLocation Loc = View.location(Found.Runs->At);
  if (Loc.isInvalid())
    return;
  diag(Loc, "'%0' serves until the process is killed: nothing handles SIGTERM, "
            "so that no connection is closed and no request finished at "
            "shutdown")
      << Found.Runs->Name;
  if (Found.Accepts->At != Found.Runs->At)
    diag(View.location(Found.Accepts->At), "'%0' accepts connections here",
         DiagnosticIDs::Note)
        << Found.Accepts->Name;
  if (Found.Runs->Help.empty())
    diag(Loc,
         "wait for SIGINT and SIGTERM, stop the loop then, and close what "
         "the service owns after '%0' returns",
         DiagnosticIDs::Note)
        << Found.Runs->Name;
  else
    diag(Loc, "%0", DiagnosticIDs::Note) << Found.Runs->Help;
}

} // namespace asynctidy
