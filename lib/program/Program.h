//===-- Program.h - The facts of all units in one index ---------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_PROGRAM_PROGRAM_H
#define ASYNC_TIDY_LIB_PROGRAM_PROGRAM_H

#include "lib/program/Lists.h"
#include "lib/program/ResourceFacts.h"
#include "lib/program/UnitFacts.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"

namespace asynctidy::program {

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
  /// function that another unit has said already nothing is taken again. A unit
  /// may come in parts, one after the other.
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
  /// What runs before main calls, in no particular order.
  llvm::ArrayRef<CallFact> initialCalls() const { return InitialCalls; }
  llvm::ArrayRef<PlacementFact> placements() const { return Placements; }
  llvm::ArrayRef<HandOverFact> handOvers() const { return HandOvers; }
  /// In no particular order; a header's once for each unit.
  llvm::ArrayRef<RouteFact> routes() const { return Routes; }
  /// Visits them to say what no unit says, before anything is asked of them.
  template <typename Fn> void forEachRoute(Fn Visit) {
    for (RouteFact &R : Routes)
      Visit(R);
  }
  llvm::ArrayRef<InvocationFact> invocations() const { return Invocations; }

  // What is made, kept and ended: each fact once, in the order of files and
  // places. Instantiations of one template say it once each.
  llvm::ArrayRef<EventFact> events() const { return all<EventFact>(); }
  llvm::ArrayRef<CreationFact> creations() const { return all<CreationFact>(); }
  llvm::ArrayRef<StaticFact> statics() const { return all<StaticFact>(); }
  llvm::ArrayRef<StoreFact> stores() const { return all<StoreFact>(); }
  llvm::ArrayRef<HandleFact> handles() const { return all<HandleFact>(); }
  llvm::ArrayRef<ReleaseFact> releases() const { return all<ReleaseFact>(); }
  llvm::ArrayRef<WriteFact> writes() const { return all<WriteFact>(); }
  llvm::ArrayRef<PassFact> passes() const { return all<PassFact>(); }
  llvm::ArrayRef<UseFact> uses() const { return all<UseFact>(); }
  llvm::ArrayRef<ReaderFact> readers() const { return all<ReaderFact>(); }
  /// The units that say one of these, an element of those arrays.
  template <typename T> llvm::ArrayRef<UnitId> unitsOf(const T &Fact) const {
    return Resources.table<T>().unitsOf(Fact);
  }

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
  /// Are these two variables one, or may they be? A unit that declares one
  /// `extern` in its own file doesn't say which of the same name it means.
  bool maybeSameVariable(SymbolId A, SymbolId B) const;
  /// Can other units than those that declare it mean it: is it a function or
  /// variable of a namespace with external linkage?
  bool isFree(SymbolId S) const { return Symbols[S].Free; }
  /// Has some unit its body, or its definition?
  bool isDefined(SymbolId S) const { return Symbols[S].Defined; }
  /// The file that declares it, the first by name where there are several.
  FileId declaredIn(SymbolId S) const { return Symbols[S].In; }
  /// Is it the function that a program begins with?
  bool isMain(SymbolId S) const { return usr(S).starts_with("c:@F@main#"); }
  /// One unit without main: what the others do isn't known. What \p S stands
  /// for can be used by them.
  bool isOpen(SymbolId S) const;

  size_t numUnits() const { return Units.size(); }
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
  template <typename T> llvm::ArrayRef<T> all() const {
    return Resources.table<T>().all();
  }
  struct SymbolRow {
    uint32_t Usr = 0;
    /// A file that declares it; of those of its joined symbols the first.
    FileId In = None;
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
  uint32_t rankOf(FileId F) const { return F == None ? None : FileRanks[F]; }
  void sortFunctions();
  void sortFacts();
  void finishResources();
  void findOnlyFile();
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
  std::vector<CallFact> InitialCalls;
  std::vector<PlacementFact> Placements;
  std::vector<HandOverFact> HandOvers;
  std::vector<InvocationFact> Invocations;
  std::vector<RouteFact> Routes;
  ResourceFacts Resources;
  std::vector<std::pair<SymbolId, FunctionId>> Overrides;
  std::vector<std::pair<UnitId, FunctionId>> Mentions;

  std::vector<FunctionId> Order;
  std::vector<uint32_t> Ranks, FileRanks;
  Lists Definitions, Overriders, UnitFunctions;
  /// The only unit, when it has no main.
  FileId OnlyFile = None;
};

} // namespace asynctidy::program

#endif // ASYNC_TIDY_LIB_PROGRAM_PROGRAM_H
