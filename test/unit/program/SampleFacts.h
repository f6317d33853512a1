//===-- SampleFacts.h - Facts with everything in them -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_TEST_UNIT_PROGRAM_SAMPLEFACTS_H
#define ASYNC_TIDY_TEST_UNIT_PROGRAM_SAMPLEFACTS_H

#include "lib/program/Codec.h"
#include "llvm/Support/Error.h"
#include <string>
#include <tuple>

namespace asynctidy::program {

/// Makes values that all differ, and indices that are in their tables.
class SampleMaker {
public:
  explicit SampleMaker(unsigned Start) : Next(Start) {}

  uint32_t number() { return ++Next; }
  uint32_t index() { return ++Next % TableSize; }
  std::string text() { return "text " + std::to_string(++Next); }
  Place place() { return {index(), number(), number()}; }

  static constexpr unsigned TableSize = 97;

private:
  unsigned Next;
};

/// The kinds of fact about what is made, kept and ended.
inline void sampleResources(UnitFacts &F, SampleMaker &M) {
  auto Edits = [&M] {
    return std::vector<EditFact>{{M.index(), M.number(), M.number(), M.text()},
                                 {M.index(), M.number(), M.number(), M.text()}};
  };
  for (unsigned I = 0; I != 2; ++I) {
    CreationFact C;
    C.Name = M.text();
    C.Resource = M.text();
    C.Kind = catalog::ResourceKind::Executor;
    C.PerRequest = catalog::Verdict::Fine;
    C.Why = M.text();
    C.Shared = M.text();
    C.By = M.index();
    C.At = M.place();
    C.To = Destination::Handed;
    C.Into = M.index();
    C.Once = I == 0;
    C.ByKeeper = I == 1;
    C.Missing = {{catalog::ParameterKind::Connect,
                  catalog::Level::Strict,
                  M.text(),
                  M.text(),
                  M.text(),
                  {M.text(), M.text()}},
                 {}};
    C.Edits = Edits();
    C.Headers = {M.text(), M.text()};
    C.Options = M.place();
    F.Creations.push_back(C);
    HandleFact H;
    H.Name = M.text();
    H.Type = M.text();
    H.By = M.index();
    H.At = M.place();
    H.To = Destination::Member;
    H.Into = M.index();
    H.ReleasedBy = {M.text(), M.text()};
    H.Drains = I == 0;
    H.Edits = Edits();
    F.Handles.push_back(H);
  }
  F.Statics = {{M.index(), M.place(), StaticFact::Local, StaticFact::Pointer,
                true, M.text(), catalog::ResourceKind::Executor,
                catalog::Level::Strict, M.text(), Edits()}};
  F.Stores = {{M.index(), M.index(), M.place(), true, M.index()},
              {M.index(), None, M.place(), false, None}};
  F.Releases = {{M.text(), M.index(), M.index(), M.place()},
                {M.text(), None, None, {}}};
}

/// The kinds of fact about data of requests.
inline void sampleData(UnitFacts &F, SampleMaker &M) {
  auto Origin = [&M](OriginFact::Kind What) {
    OriginFact O;
    O.What = What;
    O.From = {M.index(), M.number()};
    O.Name = M.text();
    O.Member = What == OriginFact::Object;
    O.Optional = What == OriginFact::Parameter;
    O.Partial = What == OriginFact::Entity;
    O.Absent = M.text();
    O.Reader = M.index();
    O.At = M.place();
    return O;
  };
  WriteFact W;
  W.By = M.index();
  W.Within = {M.index(), M.index()};
  W.At = M.place();
  W.What = WriteFact::Whole;
  W.Target = M.text();
  W.Entity = {M.index(), M.number()};
  W.From = Origin(OriginFact::Object);
  W.Test = M.text();
  W.How = WriteFact::Loads;
  W.Edits = {{M.index(), M.number(), M.number(), M.text()},
             {M.index(), M.number(), M.number(), M.text()}};
  F.Writes = {W, {}};
  F.Writes[1].From = Origin(OriginFact::Parameter);
  for (unsigned I = 0; I != 2; ++I)
    F.Passes.push_back({M.index(),
                        {M.index(), M.index()},
                        M.place(),
                        {M.index(), M.number()},
                        Origin(OriginFact::Entity),
                        I == 0,
                        I == 1});
  F.Passes[1].From = Origin(OriginFact::Document);
  F.Readers = {
      {M.index(), M.place(), true, {M.number(), M.number()}, M.place()},
      {M.index(), M.place(), false, {}, {}}};
  F.Uses = {{UseFact::NotThere,
             M.index(),
             {M.index(), M.index()},
             M.place(),
             M.text(),
             M.text(),
             M.place(),
             Origin(OriginFact::Field),
             {{M.index(), M.number(), M.number(), M.text()},
              {M.index(), M.number(), M.number(), M.text()}}},
            {}};
  F.Uses[1].From = Origin(OriginFact::Parameter);
}

/// Every field of every kind of fact has a value of its own; each bool is the
/// only one that differs from its default once. Other \p Seeds say other
/// things.
inline UnitFacts sampleFacts(std::string Unit, unsigned Seed = 0) {
  SampleMaker M(Seed * 1000);
  UnitFacts F;
  F.Unit = std::move(Unit);
  for (unsigned I = 0; I != M.TableSize; ++I) {
    F.Files.push_back("file " + M.text());
    F.Symbols.push_back({M.text(),
                         M.index(),
                         M.text(),
                         {M.index(), M.index()},
                         I % 2 == 0,
                         I % 3 == 0,
                         I % 5 == 0,
                         Symbol::NonBlocking});
  }
  FunctionFact Function;
  Function.Symbol = M.index();
  Function.At = M.place();
  Function.Coroutine = true;
  Function.RunsInCaller = false;
  Function.Overrides = {M.index(), M.index()};
  for (unsigned I = 0; I != 6; ++I)
    Function.Calls.push_back({M.index(),
                              M.place(),
                              I == 0,
                              I == 1,
                              I == 2,
                              I == 3,
                              I == 4,
                              I == 5,
                              {{M.number(), M.number()}, {M.number(), None}}});
  for (unsigned I = 0; I != 2; ++I) {
    BlockFact B;
    B.What = BlockFact::HeldLock;
    B.Cat = catalog::Category::Console;
    B.Lvl = catalog::Level::Strict;
    B.Name = M.text();
    B.At = M.place();
    B.Why = M.text();
    B.Help = M.text();
    B.Offloaded = I == 0;
    B.CanAwait = I == 1;
    B.Timeout = M.number();
    B.Suspensions = {M.place(), M.place()};
    B.Offset = M.number();
    B.Length = M.number();
    B.Arguments = {M.text(), "", M.text()};
    B.Duration = M.text();
    Function.Blocks.push_back(B);
  }
  Function.Objects = {{M.text(), M.text()}};
  F.Functions = {Function, {}};
  F.Functions[1].Symbol = M.index();
  ReasonFact Why;
  Why.Why = ReasonFact::HandedOver;
  Why.At = M.place();
  Why.Via = M.text();
  Why.Runtime = M.text();
  Why.Request = true;
  F.Placements = {
      {M.index(), {}, catalog::Context::Thread, Why, true},
      {None, {M.index(), M.number()}, catalog::Context::Offload, {}, false}};
  F.HandOvers = {{M.index(),
                  {M.index(), M.number()},
                  {M.index(), M.index()},
                  {{M.index(), None}, {M.index(), 0}},
                  M.place(),
                  true},
                 {None, {M.index(), None}, {}, {}, {}, false}};
  F.Invocations = {{{M.index(), M.number()}, M.index(), M.place(), true, false},
                   {{M.index(), None}, M.index(), M.place(), false, true}};
  F.Events = {{catalog::EventKind::HandlesExceptions, M.text(), M.text(),
               M.index(), M.place()},
              {catalog::EventKind::RunsLoop, M.text(), "", None, M.place()}};
  sampleResources(F, M);
  sampleData(F, M);
  F.InitialCalls = {
      {.Callee = M.index(), .At = M.place(), .Virtual = true, .Timeouts = {}}};
  F.Routes = {{M.index(),
               {},
               {M.text(), M.text()},
               M.text(),
               M.place(),
               M.text(),
               true,
               M.text(),
               M.place(),
               M.place(),
               {M.number(), M.number()},
               true},
              {None,
               {M.index(), M.number()},
               {},
               "",
               M.place(),
               "",
               false,
               "",
               {},
               {},
               {}}};
  return F;
}

inline UnitRecord sampleRecord(std::string Unit, unsigned Seed = 0) {
  std::string Text = std::to_string(Seed);
  return {std::move(Unit),
          "key " + Text,
          "in\nputs " + Text,
          "shared " + std::to_string(Seed / 2),
          "{\"parse\": " + Text + "}",
          Seed + 0.5};
}

inline bool operator==(const UnitFacts &L, const UnitFacts &R) {
  auto Symbols = [](const UnitFacts &F) {
    std::vector<std::tuple<std::string, FileIndex, std::string,
                           std::vector<FileIndex>, bool, bool, bool, int>>
        Result;
    for (const Symbol &S : F.Symbols)
      Result.emplace_back(S.Usr, S.DeclaredIn, S.Name, S.AlsoDeclaredIn, S.Free,
                          S.Defined, S.Instantiated, S.Says);
    return Result;
  };
  return L.Unit == R.Unit && L.Files == R.Files && Symbols(L) == Symbols(R) &&
         L.Functions == R.Functions && L.Placements == R.Placements &&
         L.HandOvers == R.HandOvers && L.Invocations == R.Invocations &&
         L.Events == R.Events && L.Creations == R.Creations &&
         L.Statics == R.Statics && L.Stores == R.Stores &&
         L.Handles == R.Handles && L.Releases == R.Releases &&
         L.InitialCalls == R.InitialCalls && L.Routes == R.Routes &&
         L.Writes == R.Writes && L.Passes == R.Passes &&
         L.Readers == R.Readers && L.Uses == R.Uses;
}

inline bool operator==(const UnitRecord &L, const UnitRecord &R) {
  return std::tie(L.Unit, L.Key, L.Inputs, L.SharedInputs, L.Parse,
                  L.Seconds) ==
         std::tie(R.Unit, R.Key, R.Inputs, R.SharedInputs, R.Parse, R.Seconds);
}

/// The message of an error; empty for a success.
inline std::string message(llvm::Error E) {
  return llvm::toString(std::move(E));
}
template <typename T> std::string message(llvm::Expected<T> Value) {
  return llvm::toString(Value.takeError());
}

/// Facts as a file has them.
inline std::string jsonOf(const UnitFacts &Facts,
                          const UnitRecord *Record = nullptr) {
  std::string Result;
  llvm::raw_string_ostream OS(Result);
  writeFacts(Facts, OS, Record);
  return Result;
}

} // namespace asynctidy::program

#endif // ASYNC_TIDY_TEST_UNIT_PROGRAM_SAMPLEFACTS_H
