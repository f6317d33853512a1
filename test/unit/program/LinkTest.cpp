//===-- LinkTest.cpp - What several units say together --------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "test/unit/program/Programs.h"
#include "test/unit/program/TestProgram.h"
#include "llvm/ADT/STLExtras.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

using namespace asynctidy::program;
using asynctidy::test::SampleProgram;
using asynctidy::test::samplePrograms;
using asynctidy::test::TestProgram;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

class Link : public testing::TestWithParam<SampleProgram> {};

TEST_P(Link, Finds) {
  TestProgram T(GetParam().Files);
  EXPECT_THAT(T.findings(),
              testing::UnorderedElementsAreArray(GetParam().Findings));
}

INSTANTIATE_TEST_SUITE_P(Programs, Link, testing::ValuesIn(samplePrograms()),
                         [](const auto &Info) { return Info.param.Name; });

const SampleProgram &program(llvm::StringRef Name) {
  return *llvm::find_if(samplePrograms(),
                        [&](const auto &P) { return P.Name == Name; });
}

std::string at(const Program &P, const Place &At) {
  return P.file(At.File).str() + ":" + std::to_string(At.Line) + ":" +
         std::to_string(At.Column);
}

/// Caller, callee and place of every hop of a finding.
std::vector<std::string> hops(const TestProgram &T, const LoopBlock &Found) {
  const Program &P = T.analysis().program();
  std::vector<std::string> Result;
  for (const Hop &H : Found.Chain)
    Result.push_back(
        P.symbolName(H.Caller).str() + " > " +
        (H.Callee == None ? Found.Leaf->Name : P.symbolName(H.Callee).str()) +
        (H.Overridden == None ? ""
                              : " as " + P.symbolName(H.Overridden).str()) +
        " at " + at(P, H.At));
  return Result;
}

TEST(LinkChain, HopsOverFourFiles) {
  TestProgram T(program("ChainOverFourFiles").Files);
  ASSERT_EQ(T.blocks().size(), 1u);
  EXPECT_THAT(hops(T, T.blocks()[0]),
              ElementsAre("run > one at 1.cpp:2:16", "one > two at 2.cpp:2:14",
                          "two > four at 3.cpp:2:23",
                          "four > nap at 4.cpp:4:15"));
  EXPECT_EQ(at(T.analysis().program(), T.blocks()[0].Leaf->At), "4.cpp:4:15");
}

TEST(LinkChain, NamesWhatIsOverridden) {
  TestProgram T(program("VirtualCalls").Files);
  ASSERT_EQ(T.blocks().size(), 3u);
  EXPECT_THAT(hops(T, T.blocks()[0]),
              ElementsAre("run > Sql::save as Repo::save at main.cpp:3:3",
                          "Sql::save > query at sql.cpp:2:20"));
}

TEST(LinkChain, StaysTheShortestWhenALongerOneComes) {
  auto Files = program("ChainOverFourFiles").Files;
  Files.emplace_back("0.cpp", "#include \"chain.h\"\nvoid zero() { one(); }\n"
                              "Task<> other() { $b^zero(); co_return; }");
  EXPECT_THAT(TestProgram(Files).findings(),
              ElementsAre("b: zero > one > two > four > nap",
                          "a: one > two > four > nap"));
}

TEST(LinkReason, IsInTheOtherUnit) {
  TestProgram T(program("HandlerInAnotherUnit").Files);
  const Placements &Where = T.analysis().placements();
  const ReasonFact *Why = Where.reason(T.function("message"));
  ASSERT_NE(Why, nullptr);
  EXPECT_EQ(Why->Why, ReasonFact::HandedOver);
  EXPECT_EQ(Why->Via, "post");
  EXPECT_EQ(Why->Runtime, "demo");
  EXPECT_EQ(at(T.analysis().program(), Why->At), "start.cpp:2:16");
  EXPECT_EQ(Where.role(T.function("idle")), Role::Plain);
}

TEST(LinkReason, SaysWhoKeepsAHandler) {
  TestProgram T(program("StoredHandlers").Files);
  std::vector<std::string> Reasons;
  for (const LoopBlock &B : T.blocks()) {
    EXPECT_EQ(B.Why->Why, ReasonFact::Stored);
    EXPECT_EQ(B.Why->Runtime, "demo");
    Reasons.push_back(B.Why->Via + " at " +
                      at(T.analysis().program(), B.Why->At));
  }
  EXPECT_THAT(Reasons, ElementsAre("Router::add at start.cpp:3:3",
                                   "table at start.cpp:4:18",
                                   "fallback at start.cpp:5:16"));
}

TEST(LinkReason, OfACoroutineThatAPoolStarts) {
  TestProgram T(program("CoroutineOffloadedElsewhere").Files);
  const Placements &Where = T.analysis().placements();
  EXPECT_EQ(Where.role(T.function("work")), Role::Offload);
  EXPECT_EQ(Where.role(T.function("inner")), Role::Offload);
}

TEST(LinkHeaders, FunctionIsThereOnce) {
  TestProgram T(program("InlineFunctions").Files);
  const Program &P = T.analysis().program();
  FunctionId F = T.function("helper");
  EXPECT_EQ(llvm::count_if(P.functions(),
                           [&](const Program::Function &Other) {
                             return P.symbolName(Other.Symbol) == "helper";
                           }),
            1);
  for (llvm::StringRef Unit : {"a.cpp", "b.cpp", "slow.cpp"})
    EXPECT_TRUE(llvm::is_contained(P.functionsOf(P.findUnit(Unit)), F))
        << Unit.str();
}

TEST(LinkPrograms, GrowAndShrink) {
  TestProgram T(program("OffloadedCoroutineAwaitedElsewhere").Files);
  std::vector<UnitFacts> All = T.units();
  T.link(llvm::ArrayRef(All).drop_back()); // without also.cpp
  EXPECT_THAT(T.findings(), IsEmpty());
  T.link(All);
  EXPECT_THAT(T.findings(), ElementsAre("work: nap", "inner: nap"));
  T.link({});
  EXPECT_THAT(T.findings(), IsEmpty());
}

TEST(LinkStrict, OverUnits) {
  std::vector<std::pair<std::string, std::string>> Files = {
      {"helper.h", "#pragma once\nbool there(); void slow();"},
      {"helper.cpp",
       "#include \"helper.h\"\n"
       "bool there() { return exists(\"\"); } void slow() { nap(1); }"},
      {"main.cpp",
       "#include \"helper.h\"\nint once() { slow(); return 1; }\n"
       "Task<> run() { $a^there(); static int x = $b^once(); co_return; }"}};
  EXPECT_THAT(TestProgram(Files).findings(), IsEmpty());
  EXPECT_THAT(TestProgram(Files, /*Strict=*/true).findings(),
              ElementsAre("a: there > exists", "b: once > slow > nap"));
}

} // namespace
