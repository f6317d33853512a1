//===-- Validate.cpp - Indices that point into their tables ---------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The only code that has to know which numbers are indices, and which of them
/// may be \c None.
///
//===----------------------------------------------------------------------===//

#include "lib/program/Validate.h"
#include "lib/program/Codec.h"

namespace asynctidy::program {

namespace {

class Validator {
public:
  Validator(const UnitFacts &Facts, Mistakes &Found)
      : Files(Facts.Files.size()), Symbols(Facts.Symbols.size()), Found(Found) {
  }

  /// Checks every element of a vector, a member of \p In.
  template <typename T>
  void each(const std::vector<T> &Values, const Where &In, const char *Field) {
    Where At(In, Field);
    for (size_t I = 0, E = Values.size(); I != E; ++I)
      check(Values[I], Where(At, I));
  }

private:
  enum Presence { Optional, Required };

  void index(uint32_t Index, size_t Size, Presence Need, const char *Noun,
             const Where &In, const char *Field) {
    if (LLVM_LIKELY(Index < Size) || (Need == Optional && Index == None))
      return;
    Where At(In, Field);
    if (Index == None)
      Found.add(Field ? At : In, llvm::Twine("no ") + Noun + " is given");
    else
      Found.add(Field ? At : In,
                llvm::Twine("there is no ") + Noun + " " + llvm::Twine(Index));
  }
  void file(FileIndex File, const Where &In, const char *Field) {
    index(File, Files, Optional, "file", In, Field);
  }
  void symbol(SymbolIndex Symbol, Presence Need, const Where &In,
              const char *Field) {
    index(Symbol, Symbols, Need, "symbol", In, Field);
  }
  void slot(const Slot &S, Presence Need, const Where &In, const char *Field) {
    symbol(S.Owner, Need, Where(In, Field), "owner");
  }
  void place(const Place &P, const Where &In, const char *Field) {
    file(P.File, Where(In, Field), "file");
  }

  void check(SymbolIndex Symbol, const Where &At) {
    symbol(Symbol, Required, At, nullptr);
  }
  void check(const Slot &S, const Where &At) {
    symbol(S.Owner, Required, At, "owner");
  }
  void check(const Place &P, const Where &At) { file(P.File, At, "file"); }
  void check(const Symbol &S, const Where &At) {
    file(S.DeclaredIn, At, "declared_in");
    for (FileIndex In : S.AlsoDeclaredIn)
      index(In, Files, Required, "file", Where(At, "also_declared_in"),
            nullptr);
  }
  void check(const CallFact &C, const Where &At) {
    symbol(C.Callee, Required, At, "callee");
    place(C.At, At, "at");
  }
  void check(const BlockFact &B, const Where &At) {
    place(B.At, At, "at");
    each(B.Suspensions, At, "suspensions");
  }
  void check(const FunctionFact &F, const Where &At) {
    symbol(F.Symbol, Required, At, "symbol");
    place(F.At, At, "at");
    each(F.Overrides, At, "overrides");
    each(F.Calls, At, "calls");
    each(F.Blocks, At, "blocks");
  }
  void check(const PlacementFact &P, const Where &At) {
    symbol(P.Function, Optional, At, "function");
    slot(P.Content, P.Function == None ? Required : Optional, At, "content");
    place(P.Why.At, Where(At, "reason"), "at");
  }
  void check(const HandOverFact &H, const Where &At) {
    symbol(H.By, Optional, At, "by");
    slot(H.To, Required, At, "to");
    each(H.Functions, At, "functions");
    each(H.Slots, At, "slots");
    place(H.At, At, "at");
  }
  void check(const InvocationFact &I, const Where &At) {
    slot(I.What, Required, At, "what");
    symbol(I.By, Required, At, "by");
    place(I.At, At, "at");
  }
  void check(const EventFact &E, const Where &At) {
    symbol(E.By, Optional, At, "by");
    place(E.At, At, "at");
  }
  void check(const EditFact &E, const Where &At) {
    index(E.File, Files, Required, "file", At, "file");
  }
  void check(const CreationFact &C, const Where &At) {
    symbol(C.By, Optional, At, "by");
    place(C.At, At, "at");
    symbol(C.Into, Optional, At, "into");
    each(C.Edits, At, "edits");
    place(C.Options, At, "options");
  }
  void check(const StaticFact &S, const Where &At) {
    symbol(S.Variable, Required, At, "variable");
    place(S.At, At, "at");
    each(S.Edits, At, "edits");
  }
  void check(const StoreFact &S, const Where &At) {
    symbol(S.Variable, Required, At, "variable");
    symbol(S.By, Optional, At, "by");
    place(S.At, At, "at");
    symbol(S.Factory, Optional, At, "factory");
  }
  void check(const HandleFact &H, const Where &At) {
    symbol(H.By, Optional, At, "by");
    place(H.At, At, "at");
    symbol(H.Into, Optional, At, "into");
    each(H.Edits, At, "edits");
  }
  void check(const ReleaseFact &R, const Where &At) {
    symbol(R.Variable, Optional, At, "variable");
    symbol(R.By, Optional, At, "by");
    place(R.At, At, "at");
  }
  void check(const RouteFact &R, const Where &At) {
    symbol(R.Handler, Optional, At, "handler");
    slot(R.Content, R.Handler == None ? Required : Optional, At, "content");
    place(R.At, At, "at");
    place(R.Begin, At, "begin");
    place(R.End, At, "end");
  }
  void check(const OriginFact &O, const Where &At) {
    slot(O.From, O.What == OriginFact::Parameter ? Required : Optional, At,
         "from");
    symbol(O.Reader, Optional, At, "reader");
    place(O.At, At, "at");
  }
  void check(const WriteFact &W, const Where &At) {
    symbol(W.By, Optional, At, "by");
    each(W.Within, At, "within");
    place(W.At, At, "at");
    slot(W.Entity, Optional, At, "entity");
    check(W.From, Where(At, "from"));
    each(W.Edits, At, "edits");
  }
  void check(const PassFact &P, const Where &At) {
    symbol(P.By, Optional, At, "by");
    each(P.Within, At, "within");
    place(P.At, At, "at");
    slot(P.To, Required, At, "to");
    check(P.From, Where(At, "from"));
  }
  void check(const UseFact &U, const Where &At) {
    symbol(U.By, Optional, At, "by");
    each(U.Within, At, "within");
    place(U.At, At, "at");
    place(U.Made, At, "made");
    check(U.From, Where(At, "from"));
    each(U.Edits, At, "edits");
  }
  void check(const ReaderFact &R, const Where &At) {
    symbol(R.By, Required, At, "by");
    place(R.At, At, "at");
    place(R.Columns, At, "columns");
  }

  size_t Files;
  size_t Symbols;
  Mistakes &Found;
};

} // namespace

void validate(const UnitFacts &Facts, Mistakes &Found) {
  Where Top;
  if (Facts.Unit.empty())
    Found.add(Where(Top, "unit"), "no unit is given");
  Validator Check(Facts, Found);
  Check.each(Facts.Symbols, Top, "symbols");
  Check.each(Facts.Functions, Top, "functions");
  Check.each(Facts.InitialCalls, Top, "initial_calls");
  Check.each(Facts.Placements, Top, "placements");
  Check.each(Facts.HandOvers, Top, "hand_overs");
  Check.each(Facts.Invocations, Top, "invocations");
  Check.each(Facts.Events, Top, "events");
  Check.each(Facts.Creations, Top, "creations");
  Check.each(Facts.Statics, Top, "statics");
  Check.each(Facts.Stores, Top, "stores");
  Check.each(Facts.Handles, Top, "handles");
  Check.each(Facts.Releases, Top, "releases");
  Check.each(Facts.Routes, Top, "routes");
  Check.each(Facts.Writes, Top, "writes");
  Check.each(Facts.Passes, Top, "passes");
  Check.each(Facts.Readers, Top, "readers");
  Check.each(Facts.Uses, Top, "uses");
}

llvm::Error validate(const UnitFacts &Facts) {
  Mistakes Found;
  validate(Facts, Found);
  return Found.take("broken facts: ");
}

} // namespace asynctidy::program
