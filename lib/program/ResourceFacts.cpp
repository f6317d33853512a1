//===-- ResourceFacts.cpp - What a program makes, keeps, ends -------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/program/ResourceFacts.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/STLExtras.h"

namespace asynctidy::program {

namespace {

/// Has every index of \p Fact that points to something replaced.
template <typename T, typename SymbolFn, typename FileFn>
void mapIndices(T &Fact, SymbolFn MapSymbol, FileFn MapFile) {
  auto Symbol = [&](SymbolIndex &S) {
    if (S != None)
      S = MapSymbol(S);
  };
  auto File = [&](FileIndex &F) {
    if (F != None)
      F = MapFile(F);
  };
  File(Fact.At.File);
  if constexpr (requires { Fact.By; })
    Symbol(Fact.By);
  if constexpr (requires { Fact.Into; })
    Symbol(Fact.Into);
  if constexpr (requires { Fact.Variable; })
    Symbol(Fact.Variable);
  if constexpr (requires { Fact.Factory; })
    Symbol(Fact.Factory);
  if constexpr (requires { Fact.Within; })
    for (SymbolIndex &S : Fact.Within)
      Symbol(S);
  if constexpr (requires { Fact.Entity; })
    Symbol(Fact.Entity.Owner);
  if constexpr (requires { Fact.To.Owner; })
    Symbol(Fact.To.Owner);
  if constexpr (requires { Fact.From; }) {
    Symbol(Fact.From.From.Owner);
    Symbol(Fact.From.Reader);
    File(Fact.From.At.File);
  }
  if constexpr (requires { Fact.Made; })
    File(Fact.Made.File);
  if constexpr (requires { Fact.Columns; })
    File(Fact.Columns.File);
  if constexpr (requires { Fact.Options; })
    File(Fact.Options.File);
  if constexpr (requires { Fact.Edits; })
    for (EditFact &Edit : Fact.Edits)
      File(Edit.File);
}

// What makes two facts the same, however much else units see.
auto identity(const EventFact &F) {
  return std::tie(F.At, F.By, F.What, F.Name);
}
auto identity(const CreationFact &F) { return std::tie(F.At, F.By, F.Name); }
auto identity(const StaticFact &F) { return std::tie(F.At, F.Variable); }
auto identity(const StoreFact &F) { return std::tie(F.At, F.By, F.Variable); }
auto identity(const HandleFact &F) { return std::tie(F.At, F.By, F.Name); }
auto identity(const WriteFact &F) {
  return std::tie(F.At, F.By, F.What, F.Target, F.From.Name);
}
auto identity(const PassFact &F) {
  return std::tie(F.At, F.By, F.To, F.From.What);
}
auto identity(const UseFact &F) { return std::tie(F.At, F.By, F.What, F.Name); }
auto identity(const ReaderFact &F) { return std::tie(F.At, F.By); }
auto identity(const ReleaseFact &F) {
  return std::tie(F.At, F.By, F.Name, F.Variable);
}

} // namespace

template <typename T>
void FactTable<T>::add(llvm::ArrayRef<T> Said, UnitId Unit,
                       llvm::ArrayRef<SymbolId> SymbolMap,
                       llvm::ArrayRef<FileId> FileMap) {
  for (const T &Fact : Said) {
    Row &To = Added.emplace_back(Fact, Unit);
    mapIndices(
        To.Fact, [&](SymbolIndex S) { return SymbolMap[S]; },
        [&](FileIndex F) { return FileMap[F]; });
  }
}

/// Numbers of symbols and files depend on the order of units, ranks don't.
template <typename T> void FactTable<T>::rank(const FactOrder &Order) {
  llvm::DenseMap<SymbolId, uint32_t> Ranks;
  for (Row &R : Added)
    mapIndices(
        R.Fact,
        [&](SymbolId S) {
          SymbolId Same = Order.Same(S);
          Ranks.try_emplace(Same, 0);
          return Same;
        },
        [](FileId F) { return F; });
  auto Symbols = llvm::to_vector(llvm::make_first_range(Ranks));
  llvm::sort(Symbols, Order.Before);
  for (auto [Rank, S] : llvm::enumerate(Symbols))
    Ranks[S] = Rank;
  for (Row &R : Added) {
    R.Ranked = R.Fact;
    mapIndices(
        R.Ranked, [&](SymbolId S) { return Ranks.lookup(S); },
        [&](FileId F) { return Order.FileRanks[F]; });
  }
}

template <typename T> void FactTable<T>::finish(const FactOrder &Order) {
  // A pattern whose instantiation is known says nothing of its own.
  if constexpr (requires(T F) { F.By; })
    llvm::erase_if(Added, [&](const Row &R) {
      return R.Fact.By != None && Order.Instantiated(Order.Same(R.Fact.By));
    });
  rank(Order);
  llvm::sort(Added, [](const Row &A, const Row &B) {
    auto Left = identity(A.Ranked), Right = identity(B.Ranked);
    if (Left != Right)
      return Left < Right;
    return std::tie(A.Ranked, A.Unit) < std::tie(B.Ranked, B.Unit);
  });
  std::vector<std::pair<uint32_t, uint32_t>> SaidBy;
  SaidBy.reserve(Added.size());
  const Row *Last = nullptr;
  for (Row &R : Added) {
    if (!Last || identity(Last->Ranked) != identity(R.Ranked))
      Facts.push_back(std::move(R.Fact));
    std::pair<uint32_t, uint32_t> Said(Facts.size() - 1, R.Unit);
    // Those of one fact stand at the end.
    bool Known = false;
    for (const auto &Other : llvm::reverse(SaidBy)) {
      if (Other.first != Said.first)
        break;
      Known |= Other == Said;
    }
    if (!Known)
      SaidBy.push_back(Said);
    Last = &R;
  }
  Units = Lists::of(SaidBy, Facts.size());
  Added = {};
}

void ResourceFacts::add(const UnitFacts &Said, UnitId Unit,
                        llvm::ArrayRef<SymbolId> SymbolMap,
                        llvm::ArrayRef<FileId> FileMap) {
  auto Add = [&]<typename T>(const std::vector<T> &Facts) {
    std::get<FactTable<T>>(Tables).add(Facts, Unit, SymbolMap, FileMap);
  };
  Add(Said.Events);
  Add(Said.Creations);
  Add(Said.Statics);
  Add(Said.Stores);
  Add(Said.Handles);
  Add(Said.Releases);
  Add(Said.Writes);
  Add(Said.Passes);
  Add(Said.Readers);
  Add(Said.Uses);
}

void ResourceFacts::finish(const FactOrder &Order) {
  std::apply([&](auto &...Table) { (Table.finish(Order), ...); }, Tables);
}

} // namespace asynctidy::program
