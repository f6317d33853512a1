//===-- ConnectionPerRequestCheck.cpp - async-connection-per-request ------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "checks/ConnectionPerRequestCheck.h"
#include "llvm/ADT/DenseSet.h"

using namespace clang;
using namespace asynctidy::catalog;
using namespace asynctidy::program;

namespace asynctidy {

namespace {

/// What follows when there is one for each request.
StringRef consequence(ResourceKind Kind) {
  switch (Kind) {
  case ResourceKind::Pool:
    return "each one opens a whole pool of connections, and a burst opens more "
           "than the server takes";
  case ResourceKind::Client:
    return "each one connects again, and a burst runs out of connections and "
           "ports";
  case ResourceKind::Connection:
    return "each one pays for the connection, and a burst opens more than the "
           "server takes";
  case ResourceKind::Executor:
    return "each one starts threads and waits for their end, and a burst has "
           "more of them than cores";
  }
  llvm_unreachable("unknown kind");
}

/// A constructor that makes a member: the object decides how often.
bool isConstructor(const Program &P, SymbolId S) {
  StringRef Name = P.symbolName(S), Usr = P.usr(S);
  if (P.isFree(S) || Name.contains("::") || Name == "lambda")
    return false;
  size_t At = Usr.rfind(("@F@" + Name).str());
  if (At == StringRef::npos)
    At = Usr.rfind("@FT@");
  return At != StringRef::npos &&
         Usr.take_front(At).contains(("@" + Name).str());
}

/// Does somebody keep it for later requests?
bool isKept(const Program &P, const CreationFact &Made,
            const llvm::DenseSet<SymbolId> &KeptFactories) {
  if (Made.Once || Made.To == Destination::Static)
    return true;
  if (Made.To == Destination::Member)
    return !isConstructor(P, Made.By);
  return KeptFactories.contains(Made.By);
}

/// A function of those that make it which runs for requests only; None when
/// there is none.
FunctionId requestFunction(const Analysis &A, const CreationFact &Made) {
  for (FunctionId F : A.program().definitions(Made.By))
    if (A.requests().perRequest(F))
      return F;
  return None;
}

} // namespace

void ConnectionPerRequestCheck::checkProgram(const ProgramView &View) {
  const Program &P = View.Program.program();
  // Their results are stored where they live as long as the program.
  llvm::DenseSet<SymbolId> KeptFactories;
  for (const StoreFact &Store : P.stores())
    if (Store.Factory != None)
      KeptFactories.insert(Store.Factory);
  const CreationFact *Last = nullptr;
  for (const CreationFact &Made : P.creations()) {
    if (Made.By == None || Made.PerRequest == Verdict::Fine ||
        (Made.PerRequest == Verdict::Strict && !strict()) ||
        !View.IsReportedFact(P.unitsOf(Made)) || isKept(P, Made, KeptFactories))
      continue;
    // Instantiations of one template have the same place.
    if (Last && Last->At == Made.At)
      continue;
    FunctionId F = requestFunction(View.Program, Made);
    SourceLocation Loc = View.location(Made.At);
    if (F == None || Loc.isInvalid())
      continue;
    RequestPath Path = View.Program.requests().path(F);
    // A class that keeps such things acquires or connects again, when it isn't
    // the handler itself.
    if (Made.ByKeeper && !Path.Chain.empty())
      continue;
    Last = &Made;
    diag(Loc, "'%0' is created anew for every request: %1")
        << Made.Name << consequence(Made.Kind);
    noteChain(View, Path);
    noteReason(View, Path);
    if (!Made.Shared.empty())
      diag(Loc, "use %0", DiagnosticIDs::Note) << Made.Shared;
    if (Made.PerRequest == Verdict::Strict)
      noteStrict(Loc, Made.Why);
  }
}

void ConnectionPerRequestCheck::noteChain(const ProgramView &View,
                                          const RequestPath &Path) {
  const Program &P = View.Program.program();
  for (const RequestHop &H : Path.Chain) {
    SourceLocation Loc = View.location(H.At);
    StringRef Caller = P.symbolName(H.Caller), Callee = P.symbolName(H.Callee);
    if (H.How == RunGraph::Step::Keeps)
      diag(Loc, "'%0' is given to '%1' here, and '%2' calls it",
           DiagnosticIDs::Note)
          << Callee << P.symbolName(H.Slot) << Caller;
    else if (H.How == RunGraph::Step::Starts)
      diag(Loc, "'%0' has '%1' run here", DiagnosticIDs::Note)
          << Caller << Callee;
    else if (H.Overridden != None)
      diag(Loc, "'%0' calls '%1' here, which '%2' overrides",
           DiagnosticIDs::Note)
          << Caller << P.symbolName(H.Overridden) << Callee;
    else
      diag(Loc, "'%0' calls '%1' here", DiagnosticIDs::Note)
          << Caller << Callee;
  }
}

void ConnectionPerRequestCheck::noteReason(const ProgramView &View,
                                           const RequestPath &Path) {
  auto Note = [&](StringRef Text) {
    diag(View.location(Path.At), Text, DiagnosticIDs::Note)
        << View.Program.program().symbolName(Path.Root) << Path.Via;
  };
  switch (Path.Why) {
  case RequestPath::Given:
    return Note("'%0' runs for every request: given to '%1' here");
  case RequestPath::Overrides:
    return Note("'%0' runs for every request: it overrides '%1'");
  case RequestPath::Accepted:
    return Note("'%0' runs for every connection that '%1' accepts: it is "
                "started here");
  }
}

} // namespace asynctidy
