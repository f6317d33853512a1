//===-- Program.h - The facts of all units in one index ---------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_PROGRAM_PROGRAM_H
#define ASYNC_TIDY_LIB_PROGRAM_PROGRAM_H

#include "lib/program/UnitFacts.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"

namespace asynctidy::program {

/// Indices into the program's own tables. A Place of the program names a file
/// of the program; None is an index of nothing, as in facts.
using FileId = uint32_t;
using SymbolId = uint32_t;
using FunctionId = uint32_t;
using UnitId = uint32_t;

/// Lists of numbers by a number, in one piece of memory.
class Lists {
public:
  llvm::ArrayRef<uint32_t> operator[](uint32_t Key) const {
    if (Key + 1 >= Begins.size())
      return {};
    return llvm::ArrayRef(Values).slice(Begins[Key],
                                        Begins[Key + 1] - Begins[Key]);
  }
  /// From pairs of key and value; each list is in the order of the pairs.
  static Lists of(llvm::ArrayRef<std::pair<uint32_t, uint32_t>> Pairs,
                  uint32_t NumKeys);

private:
  std::vector<uint32_t> Begins;
  std::vector<uint32_t> Values;
};

/// The facts of any number of units, the same function from several units once.
/// Programs of one database may define different functions of one name: a
/// symbol is a USR and the files that declare it, a function is a USR and the
/// file that defines it.
class Program {
public:
  struct Function {
    SymbolId Symbol = None;
    Place At;
    /// The first unit that has it.
    UnitId Unit = None;
    uint32_t FirstCall = 0, NumCalls = 0;
    uint32_t FirstBlock = 0, NumBlocks = 0;
    uint32_t FirstObject = 0, NumObjects = 0;
    bool Coroutine = false;
    bool RunsInCaller = true;
  };

  /// Adds what a unit says. The facts must be valid: see \c validate. Of a
  /// function that another unit has said already nothing is taken again.
  void add(const UnitFacts &Facts);
  /// Call once, after the last unit.
  void finish();

  llvm::ArrayRef<Function> functions() const { return Functions; }
  llvm::ArrayRef<CallFact> calls(const Function &F) const {
    return llvm::ArrayRef(Calls).slice(F.FirstCall, F.NumCalls);
  }
  llvm::ArrayRef<BlockFact> blocks(const Function &F) const {
    return llvm::ArrayRef(Blocks).slice(F.FirstBlock, F.NumBlocks);
  }
  llvm::ArrayRef<ObjectFact> objects(const Function &F) const {
    return llvm::ArrayRef(Objects).slice(F.FirstObject, F.NumObjects);
  }
  llvm::ArrayRef<PlacementFact> placements() const { return Placements; }
  llvm::ArrayRef<HandOverFact> handOvers() const { return HandOvers; }
  llvm::ArrayRef<InvocationFact> invocations() const { return Invocations; }

  /// Functions in the order of their files and places: whatever depends on an
  /// order takes this one, so that it is the same for any order of units.
  llvm::ArrayRef<FunctionId> inOrder() const { return Order; }
  uint32_t rank(FunctionId F) const { return Ranks[F]; }
  /// The functions that a symbol may mean; those of the same declaration, or,
  /// where there is none, of the same USR.
  llvm::ArrayRef<FunctionId> definitions(SymbolId S) const {
    return Definitions[S];
  }
  /// The functions that override a symbol's, directly or not.
  llvm::ArrayRef<FunctionId> overriders(SymbolId S) const {
    return Overriders[S];
  }
  /// Where a call may go: its callee's definitions, and for a virtual call the
  /// overriders too.
  template <typename Fn> void forEachTarget(const CallFact &C, Fn Visit) const {
    for (FunctionId F : definitions(C.Callee))
      Visit(F);
    if (C.Virtual)
      for (FunctionId F : overriders(C.Callee))
        Visit(F);
  }

  llvm::StringRef file(FileId F) const { return Files[F]; }
  llvm::StringRef unit(UnitId U) const { return Units[U]; }
  llvm::StringRef symbolName(SymbolId S) const { return Symbols[S].Name; }
  llvm::StringRef usr(SymbolId S) const { return Usrs[Symbols[S].Usr]; }
  /// What a declaration of it says, in whatever unit.
  program::Symbol::Annotation annotation(SymbolId S) const {
    return Symbols[S].Says;
  }
  size_t numSymbols() const { return Symbols.size(); }

  /// The unit of this name, or None.
  UnitId findUnit(llvm::StringRef Name) const;
  /// All functions that a unit has, those of its headers too.
  llvm::ArrayRef<FunctionId> functionsOf(UnitId U) const {
    return UnitFunctions[U];
  }

  /// A place before another: by the file's name, line, column.
  bool before(const Place &A, const Place &B) const;

private:
  class Adder;
  struct SymbolRow {
    uint32_t Usr = 0;
    std::string Name;
    bool Free = false;
    bool Defined = false;
    bool Instantiated = false;
    program::Symbol::Annotation Says = program::Symbol::NoAnnotation;
    /// Another symbol that some unit knows to be the same; itself otherwise.
    SymbolId Same = None;
  };
  SymbolId same(SymbolId S);
  void join(SymbolId A, SymbolId B);
  void joinSymbols();
  void dropPatterns();
  void rankFiles();
  void sortFunctions();
  void sortFacts();
  void indexDefinitions();

  std::vector<std::string> Files, Units;
  std::vector<llvm::StringRef> Usrs;
  std::vector<SymbolRow> Symbols;
  llvm::StringMap<uint32_t> FileIds, UsrIds;
  llvm::DenseMap<std::pair<uint32_t, FileId>, SymbolId> SymbolIds;
  llvm::DenseMap<std::pair<uint32_t, FileId>, FunctionId> FunctionIds;

  std::vector<Function> Functions;
  std::vector<CallFact> Calls;
  std::vector<BlockFact> Blocks;
  std::vector<ObjectFact> Objects;
  std::vector<PlacementFact> Placements;
  std::vector<HandOverFact> HandOvers;
  std::vector<InvocationFact> Invocations;
  std::vector<std::pair<SymbolId, FunctionId>> Overrides;
  std::vector<std::pair<UnitId, FunctionId>> Mentions;

  std::vector<FunctionId> Order;
  std::vector<uint32_t> Ranks, FileRanks;
  Lists Definitions, Overriders, UnitFunctions;
};

} // namespace asynctidy::program

#endif // ASYNC_TIDY_LIB_PROGRAM_PROGRAM_H
