//===-- PartialUpdates.cpp - What PATCH requests overwrite ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/program/PartialUpdates.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"
#include <map>
#include <set>

namespace asynctidy::program {

namespace {

/// What a parameter gets in code that runs for PATCH.
enum class Content : uint8_t {
  Raw,    ///< the request, or what was parsed from it
  Object, ///< a class of the project's, read from it
  Value,  ///< a single value that may not have been sent
  Entity, ///< something that is kept
};
constexpr Content AllContents[] = {Content::Raw, Content::Object,
                                   Content::Value, Content::Entity};

class Finder {
public:
  explicit Finder(const RunGraph &Graph) : P(Graph.program()), Graph(Graph) {}

  std::vector<Overwrite> run() {
    findRoots();
    if (Roots.empty())
      return {};
    reach();
    for (const ReaderFact &R : P.readers()) {
      SymbolId By = canonical(R.By);
      if (R.Defaults)
        Readers.insert(By);
      for (uint32_t Parameter : R.Memberwise)
        TakenApart.insert({By, Parameter});
      if (R.Columns.File != None)
        Columns.try_emplace(By, R.Columns);
    }
    follow();
    std::vector<Overwrite> Found;
    for (const WriteFact &W : P.writes())
      write(W, Found);
    for (const PassFact &Pass : P.passes())
      stored(Pass, Found);
    return Found;
  }

private:
  using Key = std::pair<SymbolId, uint32_t>;

  /// A route of PATCH, and the part of the handler that answers it.
  struct Root {
    const RouteFact *Route = nullptr;
    FunctionId Handler = None;
  };
  /// How a parameter came to its content.
  struct Arrival {
    const PassFact *Pass = nullptr; ///< null for a handler's own
    Key Before = {None, None};
    Content Had = Content::Raw;
  };

  SymbolId canonical(SymbolId S) const {
    if (S == None)
      return None;
    auto Known = P.definitions(S);
    return Known.empty() ? S : P.functions()[Known.front()].Symbol;
  }
  Key key(const Slot &S) const { return {canonical(S.Owner), S.Parameter}; }

  void findRoots() {
    std::vector<const RouteFact *> Routes;
    for (const RouteFact &R : P.routes())
      if (llvm::is_contained(R.Methods, "PATCH"))
        Routes.push_back(&R);
    // A header's stand once for each unit.
    llvm::sort(Routes, [this](const RouteFact *A, const RouteFact *B) {
      if (A->At != B->At)
        return P.before(A->At, B->At);
      return std::tie(A->Path, A->Via) < std::tie(B->Path, B->Via);
    });
    std::set<std::tuple<Place, Place, FunctionId>> Known;
    for (const RouteFact *R : Routes) {
      auto Add = [&](SymbolId Handler) {
        for (FunctionId F : P.definitions(Handler))
          if (Known.insert({R->At, R->Begin, F}).second)
            Roots.push_back({R, F});
      };
      if (R->Handler != None)
        Add(R->Handler);
      else
        for (const HandOverFact &H : P.handOvers())
          if (key(H.To) == key(R->Content))
            for (SymbolId Function : H.Functions)
              Add(Function);
    }
  }

  bool isWithin(const Place &At, const RouteFact &Route) const {
    if (Route.Begin.File == None)
      return true;
    return At.File == Route.Begin.File &&
           std::tie(At.Line, At.Column) >=
               std::tie(Route.Begin.Line, Route.Begin.Column) &&
           std::tie(At.Line, At.Column) <=
               std::tie(Route.End.Line, Route.End.Column);
  }

  /// What PATCH runs, by calls and by what is started; not what somebody keeps
  /// for later. Breadth first.
  void reach() {
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
      ByHandler[R.Handler].push_back(Index);
    for (auto [Index, R] : llvm::enumerate(Roots))
      Graph.forEachFrom(R.Handler, [&, Index = Index](const RunGraph::Edge &E) {
        if (isWithin(E.At, *Roots[Index].Route))
          Go(E, Index);
      });
    for (size_t I = 0; I < Next.size(); ++I) // it grows meanwhile
      Graph.forEachFrom(Next[I], [&](const RunGraph::Edge &E) {
        Go(E, Reached.lookup(Next[I]));
      });
  }

  bool isRoot(FunctionId F) const { return ByHandler.contains(F); }

  /// The root by which the code at \p At in \p By runs for PATCH; None when it
  /// doesn't.
  uint32_t rootOf(SymbolId By, const Place &At) const {
    if (By == None)
      return None;
    for (FunctionId F : P.definitions(By)) {
      if (auto It = ByHandler.find(F); It != ByHandler.end())
        for (uint32_t Root : It->second)
          if (isWithin(At, *Roots[Root].Route))
            return Root;
      if (auto It = Reached.find(F); It != Reached.end())
        return It->second;
    }
    return None;
  }

  template <typename Fact> uint32_t rootOf(const Fact &F) const {
    uint32_t Root = rootOf(F.By, F.At);
    for (SymbolId Outer : F.Within)
      if (Root == None)
        Root = rootOf(Outer, F.At);
    return Root;
  }

  bool isHandlers(const Slot &S) const {
    return llvm::any_of(P.definitions(S.Owner),
                        [this](FunctionId F) { return isRoot(F); });
  }

  bool has(const Slot &S, Content What) const {
    if (Contents.contains({key(S), What}))
      return true;
    if (!isHandlers(S))
      return false;
    if (What == Content::Raw)
      return true;
    if (What != Content::Object)
      return false;
    for (FunctionId F : P.definitions(S.Owner))
      if (auto It = ByHandler.find(F); It != ByHandler.end())
        for (uint32_t Root : It->second)
          if (llvm::is_contained(Roots[Root].Route->Objects, S.Parameter))
            return true;
    return false;
  }

  bool isRead(const OriginFact &From) const {
    return From.From.Owner == None || has(From.From, Content::Raw);
  }

  bool isReadByClass(const OriginFact &From) const {
    return isRead(From) &&
           (From.Reader == None || Readers.contains(canonical(From.Reader)));
  }

  /// What is passed on, as far as it is known now.
  template <typename Fn> void contentsOf(const OriginFact &From, Fn Visit) {
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
  void follow() {
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
        Key Before = Pass.From.From.Owner == None ? Key(None, None)
                                                  : key(Pass.From.From);
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

  /// The passes by which \p S came to its content, the first first.
  std::vector<const PassFact *> wayTo(const Slot &S, Content What) const {
    std::vector<const PassFact *> Way;
    Key At = key(S);
    auto It = Contents.find({At, What});
    while (It != Contents.end()) {
      const Arrival &How = It->second;
      Way.insert(Way.begin(), How.Pass);
      // Where it was read, or a handler's own parameter.
      if (How.Pass->From.What != OriginFact::Parameter || Way.size() > MaxWay)
        break;
      It = Contents.find({How.Before, How.Had});
    }
    return Way;
  }

  bool isKept(const Slot &Entity) const {
    return Entity.Owner == None || has(Entity, Content::Entity);
  }

  /// Does a request decide what \p From is? \p Needs is what the parameter has
  /// to have.
  bool isOfRequest(const OriginFact &From, bool Whole, Content &Needs) const {
    switch (From.What) {
    case OriginFact::Field:
      return isRead(From);
    case OriginFact::Object:
      return isReadByClass(From);
    case OriginFact::Parameter:
      Needs = From.Member || Whole ? Content::Object : Content::Value;
      return has(From.From, Needs);
    default:
      return false;
    }
  }

  void add(Overwrite O, const OriginFact &From, Content Needs, uint32_t Root,
           std::vector<Overwrite> &Found) const {
    O.From = &From;
    if (From.What == OriginFact::Parameter) {
      O.Passes = wayTo(From.From, Needs);
      if (!O.Passes.empty())
        O.From = &O.Passes.front()->From;
    }
    O.Route = Roots[Root].Route;
    O.Handler = Roots[Root].Handler;
    Found.push_back(std::move(O));
  }

  void write(const WriteFact &W, std::vector<Overwrite> &Found) const {
    uint32_t Root = rootOf(W);
    Content Needs = Content::Value;
    if (Root == None || !isKept(W.Entity) ||
        !isOfRequest(W.From, W.What == WriteFact::Whole, Needs))
      return;
    Overwrite O;
    O.Write = &W;
    O.ByClass = W.From.Member && !W.From.Optional;
    add(std::move(O), W.From, Needs, Root, Found);
  }

  /// A whole that is given to an `update` of the project's own.
  void stored(const PassFact &Pass, std::vector<Overwrite> &Found) const {
    Content Needs = Content::Object;
    if (!Pass.Stores || Pass.From.Member || Pass.From.Partial)
      return;
    uint32_t Root = rootOf(Pass);
    if (Root == None || Pass.From.What == OriginFact::Field ||
        !isOfRequest(Pass.From, /*Whole=*/true, Needs))
      return;
    bool Known = !P.definitions(Pass.To.Owner).empty() ||
                 (Pass.Virtual && !P.overriders(Pass.To.Owner).empty());
    // What it does may stand where nothing is known of.
    if (!Known && P.isOpen(Pass.To.Owner))
      return;
    if (isFollowed(Pass.To.Owner, Pass.To.Parameter))
      return;
    if (Pass.Virtual)
      for (FunctionId F : P.overriders(Pass.To.Owner))
        if (isFollowed(P.functions()[F].Symbol, Pass.To.Parameter))
          return;
    Overwrite O;
    O.Stored = &Pass;
    O.Columns = Columns.lookup(canonical(Pass.To.Owner));
    add(std::move(O), Pass.From, Needs, Root, Found);
  }

  /// Does what the function does with the parameter say more?
  bool isFollowed(SymbolId Owner, uint32_t Parameter) const {
    Key Of(canonical(Owner), Parameter);
    if (TakenApart.contains(Of))
      return true;
    return llvm::any_of(P.passes(), [&](const PassFact &Pass) {
      return Pass.From.What == OriginFact::Parameter &&
             key(Pass.From.From) == Of;
    });
  }

  static constexpr size_t MaxWay = 64;

  const Program &P;
  const RunGraph &Graph;
  std::vector<Root> Roots;
  llvm::DenseMap<FunctionId, llvm::SmallVector<uint32_t, 1>> ByHandler;
  /// Functions that PATCH runs beside the handlers, and a root that does.
  llvm::DenseMap<FunctionId, uint32_t> Reached;
  /// Functions that make objects, and go on where a field isn't there.
  llvm::DenseSet<SymbolId> Readers;
  llvm::DenseMap<SymbolId, Place> Columns;
  /// Parameters whose objects are looked at member by member.
  std::set<Key> TakenApart;
  std::map<std::pair<Key, Content>, Arrival> Contents;
};

} // namespace

std::vector<Overwrite> findOverwrites(const RunGraph &Graph) {
  return Finder(Graph).run();
}

} // namespace asynctidy::program
