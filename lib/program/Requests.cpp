//===-- Requests.cpp - What runs for each request -------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/program/Requests.h"
#include "llvm/ADT/STLExtras.h"
#include <algorithm>

using asynctidy::catalog::EventKind;

namespace asynctidy::program {

namespace {

/// Takes one connection: `async_accept`, `accept4`. An acceptor that is made,
/// or a server that is started, doesn't.
bool takesConnection(const EventFact &E) {
  llvm::StringRef Name = E.Name;
  if (size_t Colons = Name.rfind("::"); Colons != llvm::StringRef::npos)
    Name = Name.drop_front(Colons + 2);
  return E.What == EventKind::Accepts && E.By != None &&
         Name.contains_insensitive("accept") &&
         !Name.contains_insensitive("acceptor");
}

} // namespace

Requests::Requests(const RunGraph &Graph) : P(Graph.program()), Graph(Graph) {
  findRoots();
  findSessions();
  reach();
  Served = Only;
  dropOthers();
  reach();
}

void Requests::addRoot(Node N, const Root &R) {
  if (Roots.try_emplace(N, R).second)
    RootOrder.push_back(N);
}

void Requests::findRoots() {
  for (const RunGraph::Request &R : Graph.requests())
    addRoot(R.Of, {R.Why, nullptr, R.Why->At});
}

bool Requests::acceptsConnections(FunctionId F) const {
  return Accepting.contains(F);
}

/// What a function starts for the connections that it accepts.
void Requests::findSessions() {
  for (const EventFact &E : P.events())
    if (takesConnection(E))
      for (FunctionId F : P.definitions(E.By))
        Accepting[F].push_back(&E);
  for (const EventFact &E : P.events()) {
    if (!takesConnection(E))
      continue;
    for (FunctionId F : P.definitions(E.By)) {
      // The handler that the call itself is given, or what comes behind it.
      bool CallsBack = false;
      Graph.forEachFrom(F, [&](const RunGraph::Edge &Start) {
        CallsBack |= Start.How == RunGraph::Step::Starts && Start.At == E.At;
      });
      Graph.forEachFrom(F, [&](const RunGraph::Edge &Start) {
        if (Start.How != RunGraph::Step::Starts ||
            (!CallsBack && acceptsConnections(Start.To)))
          return;
        if (CallsBack
                ? Start.At == E.At
                : Start.At.File == E.At.File && Start.At.Line >= E.At.Line)
          addRoot(Start.To, {nullptr, &E, Start.At});
      });
    }
  }
}

/// Everything that roots lead to; once \c Only is known, within it. Breadth
/// first, so that the way to each is the shortest.
void Requests::reach() {
  bool Within = !Only.empty();
  llvm::BitVector Reached(Graph.size());
  ReachedBy.assign(Graph.size(), nullptr);
  std::vector<Node> Next(RootOrder);
  for (Node N : Next)
    Reached.set(N);
  for (size_t I = 0; I < Next.size(); ++I) // it grows meanwhile
    Graph.forEachFrom(Next[I], [&](const RunGraph::Edge &E) {
      if (E.Once || Reached.test(E.To) || (Within && !Only.test(E.To)))
        return;
      Reached.set(E.To);
      ReachedBy[E.To] = &E;
      Next.push_back(E.To);
    });
  Only = std::move(Reached);
}

bool Requests::hasOtherCaller(Node N) const {
  // Other units may call it, of which nothing is known.
  if (Graph.isFunction(N) && P.isOpen(P.functions()[N].Symbol))
    return true;
  bool Other = false;
  Graph.forEachTo(N, [&](const RunGraph::Edge &E) {
    Other |= E.From == None || E.Once || !Only.test(E.From);
  });
  return Other;
}

/// The greatest set whose members nobody outside of it makes run.
void Requests::dropOthers() {
  std::vector<Node> Dropped;
  auto Look = [&](Node N) {
    if (!Only.test(N) || Roots.contains(N) || !hasOtherCaller(N))
      return;
    Only.reset(N);
    Dropped.push_back(N);
  };
  for (Node N = 0; N < Graph.size(); ++N)
    Look(N);
  while (!Dropped.empty()) {
    Node N = Dropped.back();
    Dropped.pop_back();
    Graph.forEachFrom(N, [&](const RunGraph::Edge &E) { Look(E.To); });
  }
}

RequestPath Requests::path(FunctionId F) const {
  RequestPath Path;
  Node N = F;
  auto Symbol = [&](Node Of) { return P.functions()[Of].Symbol; };
  while (const RunGraph::Edge *E = ReachedBy[N]) {
    if (Graph.isFunction(E->From)) {
      Path.Chain.push_back(
          {Symbol(E->From), Symbol(N), E->Overridden, E->How, None, E->At});
      N = E->From;
      continue;
    }
    // Through slots up to whoever runs them: where the function was given is
    // the place to look at.
    const RunGraph::Edge *Runs = E;
    while (Runs && !Graph.isFunction(Runs->From)) {
      Node Slot = Runs->From;
      Runs = ReachedBy[Slot];
      if (!Runs) { // a library runs it
        Path.Root = Symbol(N);
        Path.Via = P.symbolName(Graph.owner(E->From));
        Path.At = E->At;
        std::reverse(Path.Chain.begin(), Path.Chain.end());
        return Path;
      }
    }
    Path.Chain.push_back({Symbol(Runs->From), Symbol(N), None, E->How,
                          Graph.owner(E->From), E->At});
    N = Runs->From;
  }
  const Root &R = Roots.find(N)->second;
  Path.Root = Symbol(N);
  Path.At = R.At;
  if (R.Accept) {
    Path.Why = RequestPath::Accepted;
    Path.Via = R.Accept->Name;
  } else {
    Path.Why = R.Why->Why == ReasonFact::Overrides ? RequestPath::Overrides
                                                   : RequestPath::Given;
    Path.Via = R.Why->Via;
  }
  std::reverse(Path.Chain.begin(), Path.Chain.end());
  return Path;
}

} // namespace asynctidy::program
