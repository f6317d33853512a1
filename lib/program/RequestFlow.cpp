//===-- RequestFlow.cpp - Where the data of requests goes -----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/program/RequestFlow.h"
#include "llvm/ADT/STLExtras.h"
#include <set>

namespace asynctidy::program {

namespace {

constexpr RequestFlow::Content AllContents[] = {
    RequestFlow::Content::Raw, RequestFlow::Content::Object,
    RequestFlow::Content::Value, RequestFlow::Content::Entity};

/// A way that is longer goes round in circles.
constexpr size_t MaxWay = 64;

bool isWithin(const Place &At, const RouteFact &Route) {
  if (Route.Begin.File == None)
    return true;
  return At.File == Route.Begin.File &&
         std::tie(At.Line, At.Column) >=
             std::tie(Route.Begin.Line, Route.Begin.Column) &&
         std::tie(At.Line, At.Column) <=
             std::tie(Route.End.Line, Route.End.Column);
}

} // namespace

bool RequestFlow::answers(const Root &R, const Place &At) const {
  return isWithin(At, *R.Of.Route) &&
         llvm::none_of(R.Others, [&](const RouteFact *Other) {
           return isWithin(At, *Other);
         });
}

RequestFlow::RequestFlow(const RunGraph &Graph, const Requests &PerRequest,
                         llvm::StringRef Method)
    : P(Graph.program()), Graph(Graph) {
  findRoots(PerRequest, Method);
  if (Roots.empty())
    return;
  reach();
  for (const ReaderFact &R : P.readers())
    if (R.Defaults)
      Readers.insert(canonical(R.By));
  follow();
}

SymbolId RequestFlow::canonical(SymbolId S) const {
  if (S == None)
    return None;
  auto Known = P.definitions(S);
  return Known.empty() ? S : P.functions()[Known.front()].Symbol;
}

void RequestFlow::findRoots(const Requests &PerRequest,
                            llvm::StringRef Method) {
  std::vector<const RouteFact *> Routes;
  for (const RouteFact &R : P.routes())
    if (!R.Otherwise &&
        (Method.empty() || llvm::is_contained(R.Methods, Method)))
      Routes.push_back(&R);
  // A header's stand once for each unit.
  llvm::sort(Routes, [this](const RouteFact *A, const RouteFact *B) {
    if (A->At != B->At)
      return P.before(A->At, B->At);
    return std::tie(A->Path, A->Via) < std::tie(B->Path, B->Via);
  });
  std::map<Key, std::vector<const HandOverFact *>> Given;
  for (const HandOverFact &H : P.handOvers())
    Given[key(H.To)].push_back(&H);
  // The functions that a parameter or variable gets, through others too.
  auto ForEachGiven = [&](const Slot &S, auto Visit) {
    std::set<Key> Seen;
    std::vector<Key> Next = {key(S)};
    while (!Next.empty()) {
      auto It = Given.find(Next.back());
      bool New = Seen.insert(Next.back()).second;
      Next.pop_back();
      if (!New || It == Given.end())
        continue;
      for (const HandOverFact *H : It->second) {
        for (SymbolId Function : H->Functions)
          Visit(Function, H);
        for (const Slot &Inner : H->Slots)
          Next.push_back(key(Inner));
      }
    }
  };
  std::set<std::tuple<Place, Place, FunctionId>> Known;
  for (const RouteFact *R : Routes) {
    auto Add = [&](SymbolId Handler, const HandOverFact *Given) {
      for (FunctionId F : P.definitions(Handler))
        // A function of the project's own that gets a method and code may be
        // a client's.
        if ((!R->Own || PerRequest.mayServe(F)) &&
            Known.insert({R->At, R->Begin, F}).second)
          Roots.push_back({{R, F, Given}, {}});
    };
    if (R->Handler != None)
      Add(R->Handler, nullptr);
    else
      ForEachGiven(R->Content, [&](SymbolId Function, const HandOverFact *H) {
        Add(Function, R->Own ? H : nullptr);
      });
  }
  findOthers(Routes, Method);
}

/// `if (method == PUT)` within a handler of PUT and PATCH, and what isn't
/// `if (method == PATCH)`.
void RequestFlow::findOthers(llvm::ArrayRef<const RouteFact *> Routes,
                             llvm::StringRef Method) {
  if (Method.empty())
    return;
  for (const RouteFact &R : P.routes()) {
    if (R.Begin.File == None || R.Methods.empty() ||
        llvm::is_contained(R.Methods, Method) != R.Otherwise)
      continue;
    // `if (method == PUT || method == PATCH)`
    bool Shared = llvm::any_of(Routes, [&](const RouteFact *Own) {
      return Own->Handler == R.Handler && Own->Begin.File != None &&
             (isWithin(Own->Begin, R) || isWithin(R.Begin, *Own));
    });
    if (Shared)
      continue;
    for (Root &Of : Roots)
      if (llvm::is_contained(P.definitions(R.Handler), Of.Of.Handler))
        Of.Others.push_back(&R);
  }
}

/// What handlers run, by calls and by what is started; not what somebody keeps
/// for later. Breadth first.
void RequestFlow::reach() {
  std::vector<FunctionId> Next;
  auto Reach = [&](FunctionId F, uint32_t Root) {
    if (Reached.try_emplace(F, Root).second)
      Next.push_back(F);
  };
  auto Go = [&](const RunGraph::Edge &E, uint32_t Root) {
    if (E.How != RunGraph::Step::Keeps && !E.Once && Graph.isFunction(E.To) &&
        !isRoot(E.To))
      Reach(E.To, Root);
  };
  for (auto [Index, R] : llvm::enumerate(Roots))
    ByHandler[R.Of.Handler].push_back(Index);
  for (auto [Index, R] : llvm::enumerate(Roots))
    Graph.forEachFrom(R.Of.Handler,
                      [&, Index = Index](const RunGraph::Edge &E) {
                        if (answers(Roots[Index], E.At))
                          Go(E, Index);
                      });
  size_t Done = 0;
  while (Done < Next.size()) {
    FunctionId F = Next[Done++];
    Graph.forEachFrom(
        F, [&](const RunGraph::Edge &E) { Go(E, Reached.lookup(F)); });
  }
}

/// The root by which the code at \p At in \p By runs for PATCH; None when it
/// doesn't.
uint32_t RequestFlow::rootOf(SymbolId By, const Place &At) const {
  if (By == None)
    return None;
  for (FunctionId F : P.definitions(By)) {
    if (auto It = ByHandler.find(F); It != ByHandler.end())
      for (uint32_t Root : It->second)
        if (answers(Roots[Root], At))
          return Root;
    if (auto It = Reached.find(F); It != Reached.end())
      return It->second;
  }
  return None;
}

/// A handler's own parameter that has it from the beginning.
bool RequestFlow::isHandlers(const Slot &S, Content What) const {
  for (FunctionId F : P.definitions(S.Owner)) {
    auto It = ByHandler.find(F);
    if (It == ByHandler.end())
      continue;
    if (What == Content::Raw)
      return true;
    for (uint32_t Root : It->second)
      if (What == Content::Object &&
          llvm::is_contained(Roots[Root].Of.Route->Objects, S.Parameter))
        return true;
  }
  return false;
}

bool RequestFlow::has(const Slot &S, Content What) const {
  return Contents.contains({key(S), What}) || isHandlers(S, What);
}

/// What is passed on, as far as it is known now.
template <typename Fn>
void RequestFlow::contentsOf(const OriginFact &From, Fn Visit) const {
  switch (From.What) {
  case OriginFact::Document:
    if (isRead(From))
      Visit(Content::Raw);
    return;
  case OriginFact::Field:
    if (isRead(From))
      Visit(Content::Value);
    return;
  case OriginFact::Object:
    if (isReadByClass(From))
      Visit(From.Member ? Content::Value : Content::Object);
    return;
  case OriginFact::Parameter:
    if (From.Member) {
      if (has(From.From, Content::Object))
        Visit(Content::Value);
      return;
    }
    for (Content What : AllContents)
      if (has(From.From, What))
        Visit(What);
    return;
  case OriginFact::Entity:
    Visit(Content::Entity);
    return;
  }
}

/// Contents flow from parameter to parameter until nothing changes.
void RequestFlow::follow() {
  std::map<Key, std::vector<const PassFact *>> ByParameter;
  std::vector<const PassFact *> Next;
  for (const PassFact &Pass : P.passes()) {
    if (rootOf(Pass) == None)
      continue;
    if (Pass.From.From.Owner != None)
      ByParameter[key(Pass.From.From)].push_back(&Pass);
    Next.push_back(&Pass);
  }
  for (size_t I = 0; I < Next.size(); ++I) { // it grows meanwhile
    const PassFact &Pass = *Next[I];
    contentsOf(Pass.From, [&](Content What) {
      Key Before =
          Pass.From.From.Owner == None ? Key(None, None) : key(Pass.From.From);
      Content Had =
          What == Content::Value && Pass.From.Member ? Content::Object : What;
      auto Arrive = [&](SymbolId Owner) {
        Key To(canonical(Owner), Pass.To.Parameter);
        if (!Contents.try_emplace({To, What}, Arrival{&Pass, Before, Had})
                 .second)
          return;
        if (auto It = ByParameter.find(To); It != ByParameter.end())
          Next.insert(Next.end(), It->second.begin(), It->second.end());
      };
      Arrive(Pass.To.Owner);
      if (Pass.Virtual)
        for (FunctionId F : P.overriders(Pass.To.Owner))
          Arrive(P.functions()[F].Symbol);
    });
  }
}

std::vector<const PassFact *> RequestFlow::wayTo(const Slot &S,
                                                 Content What) const {
  std::vector<const PassFact *> Way;
  if (isHandlers(S, What))
    return Way;
  auto It = Contents.find({key(S), What});
  while (It != Contents.end() && Way.size() < MaxWay) {
    const Arrival &How = It->second;
    Way.insert(Way.begin(), How.Pass);
    // Where it was read, or a handler's own parameter.
    if (How.Before.first == None ||
        isHandlers({How.Before.first, How.Before.second}, How.Had))
      break;
    It = Contents.find({How.Before, How.Had});
  }
  return Way;
}

} // namespace asynctidy::program
