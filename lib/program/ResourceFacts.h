//===-- ResourceFacts.h - What a program makes, keeps, ends -----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_PROGRAM_RESOURCEFACTS_H
#define ASYNC_TIDY_LIB_PROGRAM_RESOURCEFACTS_H

#include "lib/program/Lists.h"
#include "lib/program/UnitFacts.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include <tuple>

namespace asynctidy::program {

/// What a table of facts asks the program when all units are there.
struct FactOrder {
  /// The one symbol that stands for this and all that are known to be the same.
  llvm::function_ref<SymbolId(SymbolId)> Same;
  /// Is it a template's pattern whose instantiation is known?
  llvm::function_ref<bool(SymbolId)> Instantiated;
  /// An order of symbols that doesn't depend on the order of units.
  llvm::function_ref<bool(SymbolId, SymbolId)> Before;
  /// The same for files: ranks by FileId.
  llvm::ArrayRef<uint32_t> FileRanks;
};

/// The facts of one kind: each once, in the order of their files and places,
/// with the units that say it. Of what units say differently the same is kept
/// for any order of units.
template <typename T> class FactTable {
public:
  llvm::ArrayRef<T> all() const { return Facts; }
  /// The units that say \p Fact, which is an element of \c all().
  llvm::ArrayRef<UnitId> unitsOf(const T &Fact) const {
    return Units[&Fact - Facts.data()];
  }

  /// Takes a unit's facts over; the maps have the program's numbers.
  void add(llvm::ArrayRef<T> Said, UnitId Unit,
           llvm::ArrayRef<SymbolId> SymbolMap, llvm::ArrayRef<FileId> FileMap);
  /// Call once, after the last unit.
  void finish(const FactOrder &Order);

private:
  struct Row {
    T Fact;
    UnitId Unit;
    /// The fact with ranks for numbers.
    T Ranked = {};
  };
  void rank(const FactOrder &Order);

  std::vector<Row> Added;
  std::vector<T> Facts;
  Lists Units;
};

/// Pools, clients, connections and handles: where they are made and kept, what
/// ends them; the events in the life of the service that owns them; and where
/// data of requests goes.
class ResourceFacts {
public:
  /// Takes over what a unit says.
  void add(const UnitFacts &Said, UnitId Unit,
           llvm::ArrayRef<SymbolId> SymbolMap, llvm::ArrayRef<FileId> FileMap);
  /// Call once, after the last unit.
  void finish(const FactOrder &Order);

  template <typename T> const FactTable<T> &table() const {
    return std::get<FactTable<T>>(Tables);
  }

private:
  std::tuple<FactTable<EventFact>, FactTable<CreationFact>,
             FactTable<StaticFact>, FactTable<StoreFact>, FactTable<HandleFact>,
             FactTable<ReleaseFact>, FactTable<WriteFact>, FactTable<PassFact>,
             FactTable<ReaderFact>, FactTable<UseFact>>
      Tables;
};

} // namespace asynctidy::program

#endif // ASYNC_TIDY_LIB_PROGRAM_RESOURCEFACTS_H
