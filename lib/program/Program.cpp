//===-- Program.cpp - The facts of all units in one index -----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/program/Program.h"
#include "llvm/ADT/STLExtras.h"
#include <numeric>
#include <tuple>

namespace asynctidy::program {

/// Takes one unit's facts over: its indices become the program's.
class Program::Adder {
public:
  Adder(Program &P, const UnitFacts &Facts) : P(P), Facts(Facts) {}

  void run() {
    if (P.Units.empty() || P.Units.back() != Facts.Unit)
      P.Units.push_back(Facts.Unit);
    Unit = P.Units.size() - 1;
    for (const std::string &Name : Facts.Files) {
      auto [It, New] = P.FileIds.try_emplace(Name, P.Files.size());
      if (New)
        P.Files.push_back(Name);
      FileMap.push_back(It->second);
    }
    for (const program::Symbol &S : Facts.Symbols)
      SymbolMap.push_back(symbol(S));
    for (const FunctionFact &F : Facts.Functions)
      function(F);
    for (const CallFact &C : Facts.InitialCalls)
      P.InitialCalls.push_back(call(C));
    for (const PlacementFact &F : Facts.Placements)
      P.Placements.push_back(placement(F));
    for (const HandOverFact &F : Facts.HandOvers)
      P.HandOvers.push_back(handOver(F));
    for (const InvocationFact &F : Facts.Invocations)
      P.Invocations.push_back(
          {slot(F.What), symbolAt(F.By), place(F.At), F.Offloaded, F.Caught});
    for (const RouteFact &F : Facts.Routes)
      P.Routes.push_back(route(F));
    P.Resources.add(Facts, Unit, SymbolMap, FileMap);
  }

private:
  SymbolId symbol(const program::Symbol &S) {
    auto [Usr, NewUsr] = P.UsrIds.try_emplace(S.Usr, P.Usrs.size());
    if (NewUsr)
      P.Usrs.push_back(Usr->getKey());
    SymbolId Id = declared(Usr->second, fileAt(S.DeclaredIn), S.Name);
    for (FileIndex In : S.AlsoDeclaredIn)
      P.join(Id, declared(Usr->second, FileMap[In], S.Name));
    SymbolRow &Row = P.Symbols[Id];
    Row.Free |= S.Free;
    Row.Defined |= S.Defined;
    Row.Instantiated |= S.Instantiated;
    Row.Says = std::max(Row.Says, S.Says);
    return Id;
  }

  SymbolId declared(uint32_t Usr, FileId In, const std::string &Name) {
    auto [It, New] = P.SymbolIds.try_emplace({Usr, In}, P.Symbols.size());
    if (New) {
      SymbolRow &Row = P.Symbols.emplace_back();
      Row.Usr = Usr;
      Row.In = In;
      Row.Name = Name;
      Row.Same = It->second;
    }
    return It->second;
  }

  FileId fileAt(FileIndex I) const { return I == None ? None : FileMap[I]; }
  SymbolId symbolAt(SymbolIndex I) const {
    return I == None ? None : SymbolMap[I];
  }
  Place place(const Place &At) const {
    return {fileAt(At.File), At.Line, At.Column};
  }
  Slot slot(const Slot &S) const { return {symbolAt(S.Owner), S.Parameter}; }

  void function(const FunctionFact &F) {
    SymbolId Symbol = SymbolMap[F.Symbol];
    auto [It, New] = P.FunctionIds.try_emplace(
        {P.Symbols[Symbol].Usr, fileAt(F.At.File)}, P.Functions.size());
    P.Mentions.emplace_back(Unit, It->second);
    if (!New)
      return;
    Function &To = P.Functions.emplace_back();
    To.Symbol = Symbol;
    To.At = place(F.At);
    To.Unit = Unit;
    To.Coroutine = F.Coroutine;
    To.RunsInCaller = F.RunsInCaller;
    To.FirstCall = P.Calls.size();
    To.NumCalls = F.Calls.size();
    for (const CallFact &C : F.Calls)
      P.Calls.push_back(call(C));
    To.FirstBlock = P.Blocks.size();
    To.NumBlocks = F.Blocks.size();
    for (const BlockFact &B : F.Blocks) {
      BlockFact &Block = P.Blocks.emplace_back(B);
      Block.At = place(B.At);
      for (Place &At : Block.Suspensions)
        At = place(At);
    }
    To.FirstObject = P.Objects.size();
    To.NumObjects = F.Objects.size();
    llvm::append_range(P.Objects, F.Objects);
    for (SymbolIndex S : F.Overrides)
      P.Overrides.emplace_back(symbolAt(S), It->second);
  }

  CallFact call(CallFact C) const {
    C.Callee = symbolAt(C.Callee);
    C.At = place(C.At);
    return C;
  }

  PlacementFact placement(const PlacementFact &F) const {
    PlacementFact To = F;
    To.Function = symbolAt(F.Function);
    To.Content = slot(F.Content);
    To.Why.At = place(F.Why.At);
    return To;
  }

  RouteFact route(RouteFact F) const {
    F.Handler = symbolAt(F.Handler);
    F.Content = slot(F.Content);
    F.At = place(F.At);
    F.Begin = place(F.Begin);
    F.End = place(F.End);
    return F;
  }

  HandOverFact handOver(const HandOverFact &F) const {
    HandOverFact To;
    To.By = symbolAt(F.By);
    To.To = slot(F.To);
    for (SymbolIndex S : F.Functions)
      To.Functions.push_back(symbolAt(S));
    for (const Slot &S : F.Slots)
      To.Slots.push_back(slot(S));
    To.At = place(F.At);
    To.Offloaded = F.Offloaded;
    return To;
  }

  Program &P;
  const UnitFacts &Facts;
  UnitId Unit = None;
  std::vector<FileId> FileMap;
  std::vector<SymbolId> SymbolMap;
};

void Program::add(const UnitFacts &Facts) { Adder(*this, Facts).run(); }

namespace {

/// Units that share a header say the same of it.
template <typename T> void unique(std::vector<T> &Facts) {
  llvm::sort(Facts);
  Facts.erase(std::unique(Facts.begin(), Facts.end()), Facts.end());
}

} // namespace

SymbolId Program::same(SymbolId S) {
  while (Symbols[S].Same != S)
    S = Symbols[S].Same = Symbols[Symbols[S].Same].Same;
  return S;
}

void Program::join(SymbolId A, SymbolId B) {
  A = same(A);
  B = same(B);
  Symbols[std::max(A, B)].Same = std::min(A, B);
}

/// One number for every symbol that units see declared in several files.
void Program::joinSymbols() {
  for (SymbolId S = 0; S < Symbols.size(); ++S) {
    SymbolRow &To = Symbols[same(S)];
    To.Free |= Symbols[S].Free;
    To.Defined |= Symbols[S].Defined;
    To.Instantiated |= Symbols[S].Instantiated;
    To.Says = std::max(To.Says, Symbols[S].Says);
    if (rankOf(Symbols[S].In) < rankOf(To.In))
      To.In = Symbols[S].In;
  }
  auto Join = [this](SymbolId &S) {
    if (S != None)
      S = same(S);
  };
  for (Function &F : Functions)
    Join(F.Symbol);
  for (CallFact &C : Calls)
    Join(C.Callee);
  for (auto &[Overridden, By] : Overrides)
    Join(Overridden);
  for (PlacementFact &F : Placements) {
    Join(F.Function);
    Join(F.Content.Owner);
  }
  for (HandOverFact &F : HandOvers) {
    Join(F.By);
    Join(F.To.Owner);
    llvm::for_each(F.Functions, Join);
    for (Slot &S : F.Slots)
      Join(S.Owner);
  }
  for (InvocationFact &F : Invocations) {
    Join(F.By);
    Join(F.What.Owner);
  }
  for (RouteFact &F : Routes) {
    Join(F.Handler);
    Join(F.Content.Owner);
  }
}

void Program::finish() {
  rankFiles();
  joinSymbols();
  unique(Placements);
  unique(HandOvers);
  unique(Invocations);
  dropPatterns();
  sortFunctions();
  sortFacts();
  finishResources();
  indexDefinitions();
  UnitFunctions = Lists::of(Mentions, Units.size());
  findOnlyFile();
}

void Program::findOnlyFile() {
  if (Units.size() != 1)
    return;
  for (SymbolId S = 0; S < Symbols.size(); ++S)
    if (Symbols[S].Defined && isMain(S))
      return;
  if (auto It = FileIds.find(Units.front()); It != FileIds.end())
    OnlyFile = It->second;
}

bool Program::isOpen(SymbolId S) const {
  return OnlyFile != None && symbolName(S) != "lambda" &&
         (Symbols[S].Free || Symbols[S].In != OnlyFile);
}

/// A pattern whose instantiation is known says nothing of its own.
void Program::dropPatterns() {
  for (Function &F : Functions)
    if (Symbols[F.Symbol].Instantiated)
      F.NumCalls = F.NumBlocks = 0;
}

void Program::rankFiles() {
  std::vector<FileId> ByName(Files.size());
  std::iota(ByName.begin(), ByName.end(), 0);
  llvm::sort(ByName, [&](FileId A, FileId B) { return Files[A] < Files[B]; });
  FileRanks.resize(Files.size());
  for (uint32_t I = 0; I < ByName.size(); ++I)
    FileRanks[ByName[I]] = I;
}

/// Indices depend on the order of units; places and names don't.
void Program::sortFacts() {
  // What happens before main comes first.
  auto By = [this](const HandOverFact &F) {
    return F.By == None ? llvm::StringRef() : usr(F.By);
  };
  llvm::sort(HandOvers, [&](const HandOverFact &A, const HandOverFact &B) {
    if (A.At != B.At)
      return before(A.At, B.At);
    if (A.To.Owner != B.To.Owner)
      return usr(A.To.Owner) < usr(B.To.Owner);
    if (A.To.Parameter != B.To.Parameter)
      return A.To.Parameter < B.To.Parameter;
    return By(A) < By(B);
  });
  llvm::sort(Invocations,
             [&](const InvocationFact &A, const InvocationFact &B) {
               if (A.At != B.At)
                 return before(A.At, B.At);
               return usr(A.What.Owner) < usr(B.What.Owner);
             });
}

void Program::finishResources() {
  auto Same = [this](SymbolId S) { return same(S); };
  auto Instantiated = [this](SymbolId S) { return Symbols[S].Instantiated; };
  auto Before = [this](SymbolId A, SymbolId B) {
    return std::make_pair(usr(A), rankOf(Symbols[A].In)) <
           std::make_pair(usr(B), rankOf(Symbols[B].In));
  };
  Resources.finish({Same, Instantiated, Before, FileRanks});
}

void Program::sortFunctions() {
  Order.resize(Functions.size());
  std::iota(Order.begin(), Order.end(), 0);
  llvm::sort(Order, [&](FunctionId A, FunctionId B) {
    const Function &L = Functions[A], &R = Functions[B];
    if (L.At != R.At)
      return before(L.At, R.At);
    return usr(L.Symbol) < usr(R.Symbol); // instantiations of one template
  });
  Ranks.resize(Functions.size());
  for (uint32_t I = 0; I < Order.size(); ++I)
    Ranks[Order[I]] = I;
}

bool Program::before(const Place &A, const Place &B) const {
  auto Key = [this](const Place &P) {
    return std::make_tuple(rankOf(P.File), P.Line, P.Column);
  };
  return Key(A) < Key(B);
}

void Program::indexDefinitions() {
  std::vector<std::pair<uint32_t, uint32_t>> OfSymbol, OfUsr;
  for (FunctionId F : Order) {
    OfSymbol.emplace_back(Functions[F].Symbol, F);
    OfUsr.emplace_back(Symbols[Functions[F].Symbol].Usr, F);
  }
  Lists ByUsr = Lists::of(OfUsr, Usrs.size());
  // A declaration that nobody defines: `extern void f();` in the caller's file.
  for (SymbolId S = 0; S < Symbols.size(); ++S) {
    const SymbolRow &Row = Symbols[S];
    if (Row.Same != S || Row.Defined || !Row.Free)
      continue;
    for (FunctionId F : ByUsr[Row.Usr]) {
      OfSymbol.emplace_back(S, F);
      auto &Says = Symbols[Functions[F].Symbol].Says;
      Says = std::max(Says, Row.Says);
    }
  }
  Definitions = Lists::of(OfSymbol, Symbols.size());
  llvm::sort(Overrides, [&](auto A, auto B) {
    return std::make_pair(A.first, Ranks[A.second]) <
           std::make_pair(B.first, Ranks[B.second]);
  });
  Overriders = Lists::of(Overrides, Symbols.size());
}

bool Program::maybeSameVariable(SymbolId A, SymbolId B) const {
  auto IsOpen = [this](SymbolId S) {
    return Symbols[S].Free && !Symbols[S].Defined;
  };
  return A == B ||
         (A != None && B != None && Symbols[A].Usr == Symbols[B].Usr &&
          (IsOpen(A) || IsOpen(B)));
}

UnitId Program::findUnit(llvm::StringRef Name) const {
  auto It = llvm::find(Units, Name);
  return It == Units.end() ? None : It - Units.begin();
}

} // namespace asynctidy::program
