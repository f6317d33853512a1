//===-- MetamorphicTest.cpp - What must not change a finding --------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/program/Codec.h"
#include "lib/program/CodecTraits.h"
#include "test/unit/program/Programs.h"
#include "test/unit/program/TestProgram.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include <algorithm>
#include <numeric>
#include <random>

using namespace asynctidy::program;
using asynctidy::test::factsOf;
using asynctidy::test::merged;
using asynctidy::test::ProgramFiles;
using asynctidy::test::SampleProgram;
using asynctidy::test::samplePrograms;
using asynctidy::test::split;
using asynctidy::test::TestProgram;

namespace {

class Metamorphic : public testing::TestWithParam<SampleProgram> {
protected:
  TestProgram T{GetParam().Files};
  const std::vector<UnitFacts> Units = T.units();
  const std::vector<std::string> Before = T.findings();
};

INSTANTIATE_TEST_SUITE_P(Programs, Metamorphic,
                         testing::ValuesIn(samplePrograms()),
                         [](const auto &Info) { return Info.param.Name; });

/// Everything that a report has of the findings.
std::vector<std::string> details(const TestProgram &T) {
  const Program &P = T.analysis().program();
  auto At = [&](const Place &Where) {
    return P.file(Where.File).str() + ":" + std::to_string(Where.Line) + ":" +
           std::to_string(Where.Column);
  };
  std::vector<std::string> Result = T.findings();
  for (const LoopBlock &B : T.blocks()) {
    Result.push_back(P.usr(P.functions()[B.Function].Symbol).str() + " at " +
                     At(B.At) + " since " + At(B.Why->At) + " by " +
                     B.Why->Via + " of " + B.Why->Runtime + " kind " +
                     std::to_string(B.Why->Why));
    for (const Hop &H : B.Chain)
      Result.push_back(At(H.At) + " " + P.usr(H.Caller).str());
    for (const ReachedBlock &R : B.Also)
      Result.push_back(At(R.Block->At) + " " + P.usr(R.In).str());
  }
  return Result;
}

TEST_P(Metamorphic, OrderOfUnits) {
  const std::vector<std::string> Expected = details(T);
  std::vector<size_t> Order(Units.size());
  std::iota(Order.begin(), Order.end(), 0);
  auto Check = [&] {
    std::vector<UnitFacts> Reordered;
    for (size_t I : Order)
      Reordered.push_back(Units[I]);
    T.link(Reordered);
    ASSERT_EQ(details(T), Expected) << testing::PrintToString(Order);
  };
  if (Units.size() <= 5) {
    while (std::next_permutation(Order.begin(), Order.end()))
      Check();
    return;
  }
  std::mt19937 Random(17);
  for (unsigned I = 0; I < 100; ++I) {
    std::shuffle(Order.begin(), Order.end(), Random);
    Check();
  }
}

TEST_P(Metamorphic, TheSameUnitTwice) {
  const std::vector<std::string> Expected = details(T);
  std::vector<UnitFacts> Doubled = Units;
  Doubled.insert(Doubled.end(), Units.begin(), Units.end());
  T.link(Doubled);
  EXPECT_EQ(details(T), Expected);
}

const ProgramFiles Unrelated = {
    {"unrelated/other.h", R"cpp(#pragma once
struct Service { void load(); virtual void save(); std::function<void()> hook; };
struct Repo { virtual void save(); virtual void load(); virtual void close(); };
struct Sql : Repo { void save() override; void load() override; void close() override; };
struct Peer { void gone(); void run(); };
struct Tool { void use(); };
struct Router { void run(const char *); std::function<void()> table, fallback; };
struct Hooks { std::function<void()> hook; };
struct Closes { ~Closes(); };
template <class X> struct Holder { void use(); };
)cpp"},
    {"unrelated/main.cpp", R"cpp(#include "unrelated/other.h"
static void work() { query(""); }
static void later(std::function<void()> f) { f(); }
static void helper() { nap(1); }
namespace {
void slow() { work(); } void one() { nap(1); } void four() { query(""); }
Task<> inner() { work(); co_return; }
void run() { spawn(pool, inner()); }
}
Task<> other(Repo &r, Router &q, Hooks &h) {
  helper(); slow(); one(); four(); r.save(); r.load(); r.close();
  later([] { nap(1); }); q.run(""); h.hook(); run(); co_return;
}
int main() {}
)cpp"},
    {"unrelated/other.cpp", R"cpp(#include "unrelated/other.h"
void Service::load() { nap(1); }
void Service::save() { nap(1); }
void Repo::save() { nap(1); }
void Repo::load() { nap(1); }
void Repo::close() { nap(1); }
void Sql::save() { nap(1); }
void Sql::load() { nap(1); }
void Sql::close() { nap(1); }
void Peer::gone() {}
void Peer::run() { post(bound(&Peer::run)); }
void Tool::use() { nap(1); }
void Router::run(const char *) { table(); fallback(); offload([this] { table(); }); }
Closes::~Closes() {}
template <class X> void Holder<X>::use() { nap(1); }
void uses() { Holder<int>().use(); }
)cpp"},
    {"unrelated/util.cpp", R"cpp(static std::function<void()> hook;
static void helper() { nap(1); }
static void work() { offload([] { nap(1); }); }
static Task<> run() { hook(); helper(); work(); co_return; }
void starts_run() { spawn(pool, run()); hook = [] { nap(1); }; }
)cpp"},
};

TEST_P(Metamorphic, UnrelatedUnits) {
  ProgramFiles Files = GetParam().Files;
  Files.insert(Files.end(), Unrelated.begin(), Unrelated.end());
  std::vector<std::string> After = TestProgram(Files).findings();
  llvm::erase_if(After, [](llvm::StringRef Text) {
    return Text.starts_with("unrelated/");
  });
  EXPECT_EQ(After, Before);
}

TEST_P(Metamorphic, SplitUnits) {
  ProgramFiles Files = split(GetParam().Files);
  if (Files.size() == GetParam().Files.size())
    GTEST_SKIP() << "nothing to move";
  EXPECT_THAT(TestProgram(Files).findings(),
              testing::UnorderedElementsAreArray(Before));
}

TEST_P(Metamorphic, OneUnit) {
  if (!GetParam().Mergeable)
    GTEST_SKIP() << "its units define the same names";
  EXPECT_THAT(TestProgram(merged(GetParam().Files)).findings(),
              testing::UnorderedElementsAreArray(Before));
}

TEST_P(Metamorphic, ThroughTheCodecs) {
  const std::vector<std::string> Expected = details(T);
  std::vector<UnitFacts> Binary, Json;
  for (const UnitFacts &Facts : Units) {
    UnitFacts &Back = Binary.emplace_back();
    Back.Unit = Facts.Unit;
    encodeKinds(Facts, [&](llvm::StringRef Kind, llvm::StringRef Data) {
      EXPECT_FALSE(bool(decodeKind(Back, Kind, Data))) << Kind.str();
    });
    EXPECT_FALSE(bool(validate(Back)));
    std::string Text;
    llvm::raw_string_ostream OS(Text);
    writeFacts(Facts, OS);
    llvm::Expected<UnitFacts> Read = readFacts(Text, "facts.json");
    ASSERT_TRUE(bool(Read)) << llvm::toString(Read.takeError());
    Json.push_back(std::move(*Read));
  }
  T.link(Binary);
  EXPECT_EQ(details(T), Expected);
  T.link(Json);
  EXPECT_EQ(details(T), Expected);
}

/// Facts as text, with USRs and file names for the unit's own indices.
class Symbolic {
public:
  explicit Symbolic(const UnitFacts &Facts) : Facts(Facts) {}

  template <typename T> std::string of(const T &Fact) {
    Text.clear();
    write("", Fact);
    return Text;
  }
  std::string symbol(SymbolIndex I) const {
    if (I == None)
      return "none";
    return Facts.Symbols[I].Usr + "(" + Facts.Symbols[I].Name + ")";
  }
  std::string file(FileIndex I) const {
    return I == None ? "none" : Facts.Files[I];
  }

private:
  template <typename T> void write(llvm::StringRef Name, const T &Value) {
    static const llvm::StringSet<> Symbols = {
        "symbol", "callee",    "owner",        "function",
        "by",     "functions", "instantiates", "overrides"};
    if constexpr (std::is_same_v<T, std::string>) {
      Text += '"' + Value + '"';
    } else if constexpr (requires { Value.begin(); }) {
      for (const auto &Element : Value) {
        write(Name, Element);
        Text += ';';
      }
    } else if constexpr (std::is_class_v<T>) {
      codec::visitFields(Value, [this](const char *Field, const auto &Member) {
        Text += std::string(" ") + Field + "=";
        write(Field, Member);
      });
    } else if (Name == "file") {
      Text += file(static_cast<uint32_t>(Value));
    } else if (Symbols.contains(Name)) {
      Text += symbol(static_cast<uint32_t>(Value));
    } else {
      Text += std::to_string(static_cast<uint64_t>(Value));
    }
  }

  const UnitFacts &Facts;
  std::string Text;
};

/// What a unit says of the functions in a header, one text a function; and
/// beside that, what those functions hand over and call.
std::map<std::string, std::string> saidOf(const UnitFacts &Facts,
                                          llvm::StringRef Header) {
  Symbolic Names(Facts);
  auto IsThere = [&](const Place &At) { return Names.file(At.File) == Header; };
  std::map<std::string, std::string> Said;
  for (const FunctionFact &F : Facts.Functions)
    if (IsThere(F.At))
      Said[Names.symbol(F.Symbol)] += Names.of(F) + "\n";
  auto Add = [&](SymbolIndex Of, const auto &Fact) {
    if (auto It = Said.find(Names.symbol(Of)); It != Said.end())
      It->second += Names.of(Fact) + "\n";
  };
  for (const PlacementFact &F : Facts.Placements)
    if (IsThere(F.Why.At)) // others may be placed by the unit itself
      Add(F.Function, F);
  for (const HandOverFact &F : Facts.HandOvers)
    Add(F.By, F);
  for (const InvocationFact &F : Facts.Invocations)
    Add(F.By, F);
  return Said;
}

TEST_P(Metamorphic, HeadersSayTheSameInEveryUnit) {
  for (const auto &[Header, Text] : GetParam().Files) {
    std::map<std::string, std::pair<std::string, std::string>> First;
    for (const UnitFacts &Facts : Units)
      for (auto &[Function, Said] : saidOf(Facts, Header)) {
        auto [It, New] = First.try_emplace(Function, Facts.Unit, Said);
        if (!New)
          EXPECT_EQ(It->second.second, Said)
              << It->second.first << " and " << Facts.Unit;
      }
  }
}

/// A function that is in two units is compared at all.
TEST(MetamorphicItself, ComparesHeaders) {
  ProgramFiles Headers = {
      {"h.h",
       "#pragma once\nvoid slow();\n#ifdef OTHER\n#define EXTRA nap(2);\n"
       "#else\n#define EXTRA\n#endif\ninline void f() { slow(); EXTRA }"}};
  UnitFacts A =
      factsOf("a.cpp", "#include \"h.h\"\nvoid a() { f(); }", Headers);
  UnitFacts B = factsOf("b.cpp",
                        "void first() { nap(1); }\n#include \"h.h\"\n"
                        "void b() { f(); }",
                        Headers);
  UnitFacts C = factsOf("c.cpp", "#define OTHER\n#include \"h.h\"", Headers);
  EXPECT_EQ(saidOf(A, "h.h").size(), 1u);
  EXPECT_EQ(saidOf(A, "h.h"), saidOf(B, "h.h"));
  EXPECT_NE(saidOf(A, "h.h"), saidOf(C, "h.h"));
}

} // namespace
