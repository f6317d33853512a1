//===-- LifetimesTest.cpp - What a program never ends ---------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/program/Codec.h"
#include "test/unit/program/TestProgram.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include <algorithm>

using namespace asynctidy;
using namespace asynctidy::program;
using asynctidy::test::TestProgram;
using asynctidy::test::TestUnit;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

/// Facts of one unit, made by hand: files by name, symbols by USR.
class UnitMaker {
public:
  explicit UnitMaker(std::string Name) {
    F.Unit = Name;
    F.Files = {Name, "service.h"};
  }

  enum Kind { Own, Declared, Defined };
  /// A function or variable. Declared and Defined ones are of a namespace, and
  /// in the header unless \p Here.
  SymbolIndex symbol(std::string Usr, Kind Is = Own, bool Here = false) {
    Symbol S;
    S.Usr = S.Name = std::move(Usr);
    S.DeclaredIn = Is == Own || Here ? 0 : 1;
    S.Free = Is != Own;
    S.Defined = Is != Declared;
    F.Symbols.push_back(S);
    return F.Symbols.size() - 1;
  }
  /// A member variable, of a class in the header.
  SymbolIndex member(std::string Usr) {
    SymbolIndex S = symbol(std::move(Usr));
    F.Symbols[S].DeclaredIn = 1;
    return S;
  }
  SymbolIndex function(std::string Usr, unsigned Line = 1) {
    FunctionFact Fact;
    Fact.Symbol = symbol(std::move(Usr), Defined, /*Here=*/true);
    Fact.At = at(Line);
    F.Functions.push_back(Fact);
    return Fact.Symbol;
  }
  SymbolIndex main() { return function("c:@F@main#", 100); }
  void opens(std::string Name, unsigned Line, Destination To, SymbolIndex Into,
             SymbolIndex By = None, bool Drains = false) {
    HandleFact H;
    H.Name = std::move(Name);
    H.At = at(Line);
    H.To = To;
    H.Into = Into;
    H.By = By;
    H.ReleasedBy = {"release", "destroy"};
    H.Drains = Drains;
    F.Handles.push_back(H);
  }
  void releases(std::string Name, SymbolIndex Variable, SymbolIndex By = None) {
    F.Releases.push_back({std::move(Name), Variable, By, at(50)});
  }
  void event(catalog::EventKind Kind, SymbolIndex By) {
    F.Events.push_back({Kind, "event", "", By, at(60)});
  }
  Place at(unsigned Line) const { return {0, Line, 1}; }

  UnitFacts F;
};

std::unique_ptr<Analysis> link(std::vector<UnitFacts> Units) {
  auto P = std::make_unique<Program>();
  for (const UnitFacts &Unit : Units) {
    EXPECT_FALSE(bool(validate(Unit)));
    P->add(Unit);
  }
  return std::make_unique<Analysis>(std::move(P));
}

/// Opener, file and line of what is released nowhere.
std::vector<std::string> open(const Analysis &A) {
  std::vector<std::string> Texts;
  for (const OpenHandle &H : A.openHandles())
    Texts.push_back(H.Handle->Name + " at " +
                    A.program().file(H.Handle->At.File).str() + ":" +
                    std::to_string(H.Handle->At.Line) +
                    (H.AtStartup ? " at start-up" : ""));
  return Texts;
}

TEST(OpenHandles, AreReleasedThroughTheirVariableOnly) {
  UnitMaker U("a.cpp");
  SymbolIndex Main = U.main(), F = U.function("f");
  SymbolIndex Kept = U.symbol("kept"), Closed = U.symbol("closed");
  U.opens("one", 1, Destination::Static, Kept, Main);
  U.opens("two", 2, Destination::Static, Closed, F);
  U.opens("three", 3, Destination::Nowhere, None, F);
  U.releases("destroy", Closed);
  U.releases("other", Kept);
  EXPECT_THAT(open(*link({U.F})),
              ElementsAre("one at a.cpp:1 at start-up", "three at a.cpp:3"));
  // Somewhere, of whatever variable.
  U.releases("release", None);
  EXPECT_THAT(open(*link({U.F})), IsEmpty());
}

TEST(OpenHandles, OfALocalAreReleasedInTheSameFunction) {
  UnitMaker U("a.cpp");
  U.main();
  SymbolIndex F = U.function("f", 1), G = U.function("g", 9);
  SymbolIndex Other = U.symbol("other");
  U.opens("one", 1, Destination::Local, None, F);
  U.opens("two", 2, Destination::Local, None, G);
  U.releases("release", Other, F);
  EXPECT_THAT(open(*link({U.F})), ElementsAre("two at a.cpp:2"));
}

TEST(OpenHandles, AreReleasedInOtherUnits) {
  UnitMaker A("a.cpp"), B("b.cpp"), C("c.cpp");
  A.opens("one", 1, Destination::Static,
          A.symbol("global", UnitMaker::Defined));
  A.opens("two", 2, Destination::Member, A.member("member"));
  A.opens("three", 3, Destination::Static,
          A.symbol("elsewhere", UnitMaker::Declared));
  EXPECT_THAT(open(*link({A.F, C.F})),
              ElementsAre("one at a.cpp:1 at start-up",
                          "two at a.cpp:2 at start-up",
                          "three at a.cpp:3 at start-up"));
  B.releases("release", B.symbol("global", UnitMaker::Declared));
  B.releases("release", B.member("member"));
  // Declares what it means in its own file.
  B.releases("release", B.symbol("elsewhere", UnitMaker::Declared, true));
  EXPECT_THAT(open(*link({A.F, B.F})), IsEmpty());
  EXPECT_THAT(open(*link({B.F, A.F})), IsEmpty());
}

TEST(OpenHandles, OfAnotherProgramsVariableAreNotReleased) {
  UnitMaker A("a.cpp"), B("b.cpp");
  A.opens("one", 1, Destination::Static,
          A.symbol("global", UnitMaker::Defined, true));
  B.releases("release", B.symbol("global", UnitMaker::Defined, true));
  EXPECT_THAT(open(*link({A.F, B.F})),
              ElementsAre("one at a.cpp:1 at start-up"));
}

TEST(OpenHandles, OfAnotherProgramsFunctionsAreNotReleased) {
  UnitMaker A("a.cpp"), B("b.cpp"), C("c.cpp");
  SymbolIndex MainA = A.main(), MainB = B.main();
  A.opens("one", 1, Destination::Nowhere, None, MainA);
  B.releases("release", None, MainB);
  EXPECT_THAT(open(*link({A.F, B.F})),
              ElementsAre("one at a.cpp:1 at start-up"));
  // Before main, in the same file.
  A.opens("two", 2, Destination::Static, A.symbol("kept"));
  EXPECT_EQ(open(*link({A.F, B.F})).size(), 2U);
  // Nobody knows which program has it.
  C.releases("release", None, C.function("f"));
  EXPECT_THAT(open(*link({A.F, B.F, C.F})), IsEmpty());
  // What both lead to, both have.
  UnitMaker D("d.cpp");
  SymbolIndex Shared = D.symbol("shared", UnitMaker::Defined);
  FunctionFact Fact;
  Fact.Symbol = Shared;
  Fact.At = D.at(1);
  D.F.Functions.push_back(Fact);
  D.releases("release", None, Shared);
  for (UnitMaker *U : {&A, &B})
    U->F.Functions.front().Calls.push_back(
        {.Callee = U->symbol("shared", UnitMaker::Declared),
         .At = U->at(7),
         .Timeouts = {}});
  EXPECT_THAT(open(*link({A.F, B.F, D.F})), IsEmpty());
  EXPECT_THAT(open(*link({D.F, B.F, A.F})), IsEmpty());
}

TEST(OpenHandles, OfAFactoryAreKnownWhereAStaticKeepsThem) {
  UnitMaker U("a.cpp");
  SymbolIndex Main = U.main(), Open = U.function("open");
  SymbolIndex Kept = U.symbol("kept");
  U.opens("one", 1, Destination::Returned, None, Open);
  EXPECT_THAT(open(*link({U.F})), IsEmpty());
  U.F.Stores.push_back({Kept, Main, U.at(3), false, Open});
  EXPECT_EQ(open(*link({U.F})).size(), 1U);
  U.releases("release", Kept, Main);
  EXPECT_THAT(open(*link({U.F})), IsEmpty());
}

TEST(OpenHandles, OfOneUnitAloneAreWhatOthersCannotRelease) {
  UnitMaker U("a.cpp");
  U.opens("one", 1, Destination::Static,
          U.symbol("global", UnitMaker::Defined, true));
  U.opens("two", 2, Destination::Static, U.symbol("internal"));
  U.opens("three", 3, Destination::Member, U.member("member"));
  U.opens("four", 4, Destination::Local, None);
  EXPECT_THAT(open(*link({U.F})), ElementsAre("two at a.cpp:2 at start-up",
                                              "four at a.cpp:4 at start-up"));
  U.main();
  EXPECT_EQ(open(*link({U.F})).size(), 4U);
}

TEST(OpenHandles, ThatOnlyKeepALoopRunningMatterWhereItHasToDrain) {
  using catalog::EventKind;
  UnitMaker U("a.cpp");
  SymbolIndex Main = U.main();
  U.opens("run", 1, Destination::Local, None, Main, /*Drains=*/true);
  EXPECT_THAT(open(*link({U.F})), IsEmpty());
  U.event(EventKind::RunsLoop, Main);
  EXPECT_THAT(open(*link({U.F})), IsEmpty());
  U.event(EventKind::HandlesSignal, Main);
  EXPECT_THAT(open(*link({U.F})), ElementsAre("run at a.cpp:1 at start-up"));
  U.event(EventKind::Stops, Main);
  EXPECT_THAT(open(*link({U.F})), IsEmpty());
}

TEST(OpenHandles, OfAHeaderAreThereOnce) {
  UnitMaker A("a.cpp"), B("b.cpp");
  for (UnitMaker *U : {&A, &B}) {
    U->opens("one", 1, Destination::Static, U->member("inline"));
    U->F.Handles[0].At.File = 1;
  }
  auto L = link({A.F, B.F});
  EXPECT_THAT(open(*L), ElementsAre("one at service.h:1 at start-up"));
  EXPECT_EQ(L->program().unitsOf(L->program().handles()[0]).size(), 2U);
}

/// The loops of services that nothing ends.
std::vector<std::string> endless(const TestProgram &T) {
  const Program &P = T.analysis().program();
  std::vector<std::string> Texts;
  for (const EndlessService &S : T.analysis().endlessServices())
    Texts.push_back(S.Runs->Name + " at " + P.file(S.Runs->At.File).str() +
                    ":" + std::to_string(S.Runs->At.Line) + ", " +
                    S.Accepts->Name + " at line " +
                    std::to_string(S.Accepts->At.Line));
  return Texts;
}

TEST(EndlessServices, RunALoopAndAccept) {
  EXPECT_THAT(endless(TestUnit(R"cpp(
    int main() { Acceptor a(80); run_loop(); })cpp")),
              ElementsAre("run_loop at unit.cpp:2, Acceptor at line 2"));
  EXPECT_THAT(endless(TestUnit("int main() { serve(80); }")),
              ElementsAre("serve at unit.cpp:1, serve at line 1"));
  EXPECT_THAT(endless(TestUnit("int main() { run_loop(); }")), IsEmpty())
      << "a client";
  EXPECT_THAT(endless(TestUnit("void f() { serve(80); }")), IsEmpty())
      << "a library";
}

TEST(EndlessServices, EndWhenSomethingTellsThemTo) {
  EXPECT_THAT(endless(TestUnit("int main() { Signals s(1); serve(80); }")),
              IsEmpty());
  EXPECT_THAT(endless(TestUnit("Signals s(1); int main() { serve(80); }")),
              IsEmpty());
  EXPECT_THAT(endless(TestUnit(R"cpp(
    void quit() { stop_loop(); } int main() { serve(80); })cpp")),
              IsEmpty());
  EXPECT_THAT(endless(TestProgram({{"a.cpp", "int main() { serve(80); }"},
                                   {"b.cpp", "Signals s(1);"}})),
              IsEmpty());
}

TEST(EndlessServices, AreFoundThroughCallsTasksAndCallbacks) {
  EXPECT_THAT(endless(TestProgram({{"main.cpp", R"cpp(
    void start(); int main() { start(); })cpp"},
                                   {"start.cpp", R"cpp(
    Task<> listen() { Acceptor a(80); co_await a.accept(); }
    void threads(std::function<void()> f) { offload(f); }
    void start() { spawn(pool, listen()); threads([] { run_loop(); }); })cpp"}})),
              ElementsAre("run_loop at start.cpp:4, Acceptor at line 2"));
  // Nobody starts it.
  EXPECT_THAT(endless(TestProgram({{"main.cpp", "int main() { run_loop(); }"},
                                   {"other.cpp", "void f() { serve(80); }"}})),
              IsEmpty());
}

TEST(EndlessServices, OfOneUnitAloneCallNothingUnknown) {
  EXPECT_THAT(endless(TestUnit(R"cpp(
    void setup(); int main() { setup(); serve(80); })cpp")),
              IsEmpty());
  EXPECT_THAT(endless(TestUnit(R"cpp(
    void setup() {} int main() { setup(); serve(80); })cpp")),
              ElementsAre("serve at unit.cpp:2, serve at line 2"));
}

TEST(EndlessServices, DoNotEndBecauseAnotherProgramDoes) {
  std::vector<std::pair<std::string, std::string>> Files = {
      {"one.cpp", "int main() { serve(80); }"},
      {"two.cpp", "int main() { Signals s(1); serve(80); }"}};
  EXPECT_THAT(endless(TestProgram(Files)),
              ElementsAre("serve at one.cpp:1, serve at line 1"));
  std::swap(Files[0], Files[1]);
  EXPECT_THAT(endless(TestProgram(Files)),
              ElementsAre("serve at one.cpp:1, serve at line 1"));
}

// What the index over all units makes of the facts.

TEST(ResourceFacts, AreTheSameForAnyOrderOfUnits) {
  // The same place of a header, of which the units say different things.
  UnitMaker A("a.cpp"), B("b.cpp"), C("c.cpp");
  for (auto [U, Drains] : {std::pair(&A, true), {&B, false}, {&C, true}}) {
    SymbolIndex Into = U->member(U == &A ? "first" : "second");
    U->symbol("between " + U->F.Unit);
    U->opens("one", 7, Destination::Member, Into, None, Drains);
    U->opens("two", 3, Destination::Member, U->member("both"));
    for (HandleFact &H : U->F.Handles)
      H.At.File = 1;
  }
  std::vector<UnitFacts> Units = {A.F, B.F, C.F};
  auto Describe = [&] {
    auto L = link(Units);
    const Program &P = L->program();
    std::vector<std::string> Texts;
    for (const HandleFact &H : P.handles()) {
      std::vector<std::string> SaidBy;
      for (UnitId U : P.unitsOf(H))
        SaidBy.push_back(P.unit(U).str());
      std::sort(SaidBy.begin(), SaidBy.end());
      Texts.push_back(H.Name + " " + P.usr(H.Into).str() +
                      (H.Drains ? " drains" : ""));
      for (const std::string &Unit : SaidBy)
        Texts.back() += " " + Unit;
    }
    return Texts;
  };
  const std::vector<std::string> Expected = Describe();
  EXPECT_THAT(Expected, ElementsAre("two both a.cpp b.cpp c.cpp",
                                    "one first drains a.cpp b.cpp c.cpp"));
  auto Before = [](const UnitFacts &L, const UnitFacts &R) {
    return L.Unit < R.Unit;
  };
  while (std::next_permutation(Units.begin(), Units.end(), Before))
    EXPECT_EQ(Describe(), Expected);
}

TEST(ResourceFacts, OfPatternsAreThoseOfTheInstantiations) {
  UnitMaker U("a.cpp");
  SymbolIndex Pattern = U.function("pattern", 1), Instance = U.function("i", 2);
  U.F.Symbols[Pattern].Instantiated = true;
  U.opens("one", 1, Destination::Nowhere, None, Pattern);
  U.opens("one", 1, Destination::Nowhere, None, Instance);
  auto L = link({U.F});
  ASSERT_EQ(L->program().handles().size(), 1U);
  EXPECT_EQ(L->program().usr(L->program().handles()[0].By), "i");
}

TEST(ResourceFacts, OfAVariableInThreeUnitsAreOfOneSymbol) {
  const std::string Header = "#pragma once\nextern std::function<void()> hook; "
                             "struct S { static std::function<void()> f; };";
  TestProgram T({{"h.h", Header},
                 {"def.cpp", R"cpp(#include "h.h"
std::function<void()> hook; std::function<void()> S::f;
void a() { hook = [] { nap(1); }; S::f = [] { nap(1); }; })cpp"},
                 {"use.cpp", R"cpp(#include "h.h"
void b() { hook(); S::f(); })cpp"},
                 {"own.cpp", "extern std::function<void()> hook;\n"
                             "void c() { hook(); }"},
                 {"static.cpp", "static std::function<void()> hook;\n"
                                "void d() { hook(); }"}});
  const Program &P = T.analysis().program();
  std::vector<SymbolId> Hooks;
  for (const InvocationFact &I : P.invocations())
    if (P.symbolName(I.What.Owner) == "hook")
      Hooks.push_back(I.What.Owner);
  ASSERT_EQ(Hooks.size(), 3U); // own.cpp, static.cpp, use.cpp
  SymbolId Defined = None;
  for (const HandOverFact &H : P.handOvers())
    if (P.symbolName(H.To.Owner) == "hook")
      Defined = H.To.Owner;
  EXPECT_EQ(Hooks[2], Defined);
  EXPECT_TRUE(P.maybeSameVariable(Hooks[0], Defined));
  EXPECT_TRUE(P.maybeSameVariable(Defined, Hooks[0]));
  EXPECT_FALSE(P.maybeSameVariable(Hooks[1], Defined));
  EXPECT_FALSE(P.maybeSameVariable(None, Defined));
  EXPECT_TRUE(P.isFree(Defined));
  EXPECT_FALSE(P.isFree(Hooks[1]));
}

} // namespace
