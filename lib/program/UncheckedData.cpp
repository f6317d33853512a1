//===-- UncheckedData.cpp - Data of requests that nobody checked ----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/program/UncheckedData.h"
#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/STLExtras.h"

namespace asynctidy::program {

namespace {

class Finder {
public:
  Finder(const RunGraph &Graph, const RequestFlow &Flow,
         const Requests &PerRequest, const Programs &Mains)
      : P(Graph.program()), Graph(Graph), Flow(Flow), PerRequest(PerRequest),
        Mains(Mains) {}

  std::vector<UncheckedUse> run() {
    std::vector<UncheckedUse> Found;
    if (Flow.empty())
      return Found;
    findEscapes();
    for (const UseFact &Use : P.uses()) {
      uint32_t Root = Flow.rootOf(Use);
      if (Root != None && isOfRequest(Use) && isUnanswered(Use))
        Found.push_back(
            {&Use, Flow.root(isThrown(Use) ? handlerOf(Use, Root) : Root).Of});
    }
    return Found;
  }

private:
  /// Functions whose exceptions leave the handler: a way from where a request
  /// begins that no `try` is on.
  void findEscapes() {
    Escapes.resize(Graph.size());
    CameFrom.assign(Graph.size(), None);
    std::vector<RunGraph::Node> Next(PerRequest.roots());
    for (RunGraph::Node N : Next)
      Escapes.set(N);
    for (size_t I = 0; I < Next.size(); ++I) { // it grows meanwhile
      RunGraph::Node N = Next[I];
      Graph.forEachFrom(N, [&](const RunGraph::Edge &E) {
        if (E.Caught || Escapes.test(E.To))
          return;
        Escapes.set(E.To);
        CameFrom[E.To] = N;
        Next.push_back(E.To);
      });
    }
  }

  /// The handler that a use's exception leaves; \p Other when that isn't known.
  uint32_t handlerOf(const UseFact &Use, uint32_t Other) const {
    for (FunctionId F : P.definitions(Use.By))
      for (RunGraph::Node N = F; N != None; N = CameFrom[N])
        if (uint32_t Root = Graph.isFunction(N) && Escapes.test(N)
                                ? Flow.rootOfHandler(N)
                                : None;
            Root != None)
          return Root;
    return Other;
  }

  static bool isThrown(const UseFact &Use) {
    return Use.What == UseFact::Throws || Use.What == UseFact::NotThere;
  }

  bool escapes(const UseFact &Use) const {
    return llvm::any_of(P.definitions(Use.By),
                        [this](FunctionId F) { return Escapes.test(F); });
  }

  bool isOfRequest(const UseFact &Use) const {
    switch (Use.What) {
    case UseFact::Missing:
    case UseFact::NoRows:
    case UseFact::NotThere:
      return true;
    case UseFact::Unparsed:
    case UseFact::Throws:
    case UseFact::Guesses:
      break;
    }
    if (Use.From.What == OriginFact::Parameter)
      return Flow.has(Use.From.From, RequestFlow::Content::Raw) ||
             Flow.has(Use.From.From, RequestFlow::Content::Value);
    // A helper's text may be a single value of the request.
    return Flow.isRead(Use.From) ||
           (Use.From.From.Owner != None &&
            Flow.has(Use.From.From, RequestFlow::Content::Value));
  }

  /// Is there such a call in the same program?
  bool happens(catalog::EventKind What, const UseFact &Use) const {
    return llvm::any_of(P.events(), [&](const EventFact &E) {
      return E.What == What &&
             Mains.mayMeet(Programs::siteOf(E), Programs::siteOf(Use));
    });
  }

  /// Nobody turns what is thrown into an answer. Without any main, somebody
  /// may.
  bool isUnanswered(const UseFact &Use) const {
    using catalog::EventKind;
    if (!isThrown(Use))
      return true;
    if (Mains.mains().empty() || !escapes(Use) ||
        happens(EventKind::HandlesExceptions, Use))
      return false;
    // A framework's own answer is a 500, which says that nothing is there as
    // little as an exception does.
    return Use.What == UseFact::NotThere ||
           !happens(EventKind::AnswersExceptions, Use);
  }

  const Program &P;
  const RunGraph &Graph;
  const RequestFlow &Flow;
  const Requests &PerRequest;
  const Programs &Mains;
  llvm::BitVector Escapes;
  /// By which node an exception would come there; None for roots.
  std::vector<RunGraph::Node> CameFrom;
};

} // namespace

std::vector<UncheckedUse> findUnchecked(const RunGraph &Graph,
                                        const RequestFlow &Flow,
                                        const Requests &PerRequest,
                                        const Programs &Mains) {
  return Finder(Graph, Flow, PerRequest, Mains).run();
}

} // namespace asynctidy::program
