//===-- PartialUpdates.cpp - What PATCH requests overwrite ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/program/PartialUpdates.h"
#include "llvm/ADT/STLExtras.h"
#include <set>

namespace asynctidy::program {

namespace {

class Finder {
public:
  Finder(const Program &P, const RequestFlow &Flow) : P(P), Flow(Flow) {}

  std::vector<Overwrite> run() {
    if (Flow.empty())
      return {};
    for (const ReaderFact &R : P.readers()) {
      SymbolId By = Flow.canonical(R.By);
      for (uint32_t Parameter : R.Memberwise)
        TakenApart.insert({By, Parameter});
      if (R.Columns.File != None)
        Columns.try_emplace(By, R.Columns);
    }
    for (const PassFact &Pass : P.passes())
      if (Pass.From.What == OriginFact::Parameter && !Pass.From.Member)
        PassedOn[Flow.key(Pass.From.From)].push_back(&Pass);
    std::vector<Overwrite> Found;
    for (const WriteFact &W : P.writes())
      write(W, Found);
    for (const PassFact &Pass : P.passes())
      stored(Pass, Found);
    return Found;
  }

private:
  bool isKept(const Slot &Entity) const {
    return Entity.Owner == None ||
           Flow.has(Entity, RequestFlow::Content::Entity);
  }

  /// Does a request decide what \p From is? \p Needs is what the parameter has
  /// to have.
  bool isOfRequest(const OriginFact &From, bool Whole,
                   RequestFlow::Content &Needs) const {
    switch (From.What) {
    case OriginFact::Document:
    case OriginFact::Field:
      return Flow.isRead(From);
    case OriginFact::Object:
      return Flow.isReadByClass(From);
    case OriginFact::Parameter:
      Needs = From.Member || Whole ? RequestFlow::Content::Object
                                   : RequestFlow::Content::Value;
      return Flow.has(From.From, Needs);
    default:
      return false;
    }
  }

  void add(Overwrite O, const OriginFact &From, RequestFlow::Content Needs,
           uint32_t Root, std::vector<Overwrite> &Found) const {
    O.From = &From;
    if (From.What == OriginFact::Parameter) {
      O.Passes = Flow.wayTo(From.From, Needs);
      if (!O.Passes.empty())
        O.From = &O.Passes.front()->From;
      // A whole is said where PATCH's own code has it stored.
      if (!From.Member && (!O.Write || O.Write->What == WriteFact::Whole) &&
          isStoredBefore(O))
        return;
    } else if (From.From.Owner != None) {
      O.Passes = Flow.wayTo(From.From, RequestFlow::Content::Raw);
    }
    if (!O.Passes.empty())
      if (uint32_t First = Flow.rootOf(*O.Passes.front()); First != None)
        Root = First;
    O.Of = Flow.root(Root).Of;
    Found.push_back(std::move(O));
  }

  void write(const WriteFact &W, std::vector<Overwrite> &Found) const {
    uint32_t Root = Flow.rootOf(W);
    RequestFlow::Content Needs = RequestFlow::Content::Value;
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
    RequestFlow::Content Needs = RequestFlow::Content::Object;
    if (!Pass.Stores || Pass.From.Member || Pass.From.Partial)
      return;
    uint32_t Root = Flow.rootOf(Pass);
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
    RequestFlow::Key At = Flow.key(Pass.To);
    O.Columns = Columns.lookup(At.first);
    for (auto It = PassedOn.find(At);
         It != PassedOn.end() && O.Onward.size() < MaxOnward;
         It = PassedOn.find(At)) {
      // To what stores it, rather than to what only looks at it.
      auto Next = llvm::find_if(
          It->second, [](const PassFact *Next) { return Next->Stores; });
      if (Next == It->second.end())
        break;
      O.Onward.push_back(*Next);
      At = Flow.key((*Next)->To);
      if (O.Columns.File == None)
        O.Columns = Columns.lookup(At.first);
    }
    add(std::move(O), Pass.From, Needs, Root, Found);
  }

  /// Does somebody look at the members, the function or one that it passes the
  /// object on to?
  bool isFollowed(SymbolId Owner, uint32_t Parameter) const {
    std::set<RequestFlow::Key> Seen;
    std::vector<RequestFlow::Key> Next = {{Flow.canonical(Owner), Parameter}};
    while (!Next.empty()) {
      RequestFlow::Key At = Next.back();
      Next.pop_back();
      if (!Seen.insert(At).second)
        continue;
      if (TakenApart.contains(At))
        return true;
      if (auto It = PassedOn.find(At); It != PassedOn.end())
        for (const PassFact *Pass : It->second) {
          Next.push_back(Flow.key(Pass->To));
          if (Pass->Virtual)
            for (FunctionId F : P.overriders(Pass->To.Owner))
              Next.emplace_back(Flow.canonical(P.functions()[F].Symbol),
                                Pass->To.Parameter);
        }
    }
    return false;
  }

  /// A call further up has said it.
  static bool isStoredBefore(const Overwrite &O) {
    return llvm::any_of(O.Passes,
                        [](const PassFact *Pass) { return Pass->Stores; });
  }

  static constexpr size_t MaxOnward = 16;

  const Program &P;
  const RequestFlow &Flow;
  /// Parameters whose objects are looked at member by member.
  std::set<RequestFlow::Key> TakenApart;
  std::map<RequestFlow::Key, std::vector<const PassFact *>> PassedOn;
  llvm::DenseMap<SymbolId, Place> Columns;
};

} // namespace

std::vector<Overwrite> findOverwrites(const Program &P,
                                      const RequestFlow &Flow) {
  return Finder(P, Flow).run();
}

} // namespace asynctidy::program
