//===-- CodecTest.cpp - Facts as bytes and as JSON ------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/program/Codec.h"
#include "lib/program/CodecTraits.h"
#include "test/unit/program/SampleFacts.h"
#include "llvm/ADT/StringExtras.h"
#include "gtest/gtest.h"
#include <random>

namespace asynctidy::program {
namespace {

using Kinds = std::vector<std::pair<std::string, std::string>>;

/// Converts to anything: counts the members of an aggregate.
struct Anything {
  template <typename T> operator T() const;
};
template <typename T, typename... Members> constexpr size_t countMembers() {
  if constexpr (requires { T{Members{}..., Anything{}}; })
    return countMembers<T, Members..., Anything>();
  else
    return sizeof...(Members);
}

template <typename T> class EveryMember : public ::testing::Test {};
using Structs =
    ::testing::Types<Place, Symbol, Slot, ReasonFact, TimeoutFact, CallFact,
                     BlockFact, ObjectFact, FunctionFact, PlacementFact,
                     HandOverFact, InvocationFact, EventFact, EditFact,
                     ParameterFact, CreationFact, StaticFact, StoreFact,
                     HandleFact, ReleaseFact, RouteFact, OriginFact, WriteFact,
                     PassFact, ReaderFact, UseFact>;
TYPED_TEST_SUITE(EveryMember, Structs);

TYPED_TEST(EveryMember, IsVisited) {
  size_t Visited = 0;
  codec::visitFields(TypeParam(),
                     [&](const char *, const auto &) { ++Visited; });
  EXPECT_EQ(Visited, countMembers<TypeParam>());
}

TEST(EveryKind, IsVisited) {
  size_t Visited = 0;
  codec::visitKinds(UnitFacts(),
                    [&](const char *, const auto &) { ++Visited; });
  EXPECT_EQ(Visited + 1, countMembers<UnitFacts>()) << "the unit is no kind";
}

TEST(Enumerations, EndWhereTheCatalogSays) {
  using namespace catalog;
  EXPECT_EQ(codec::lastNumber<Category>() + 1, spellings<Category>().size());
  EXPECT_EQ(codec::lastNumber<Level>() + 1, spellings<Level>().size());
  EXPECT_EQ(codec::lastNumber<Context>() + 1, spellings<Context>().size());
  EXPECT_EQ(codec::lastNumber<EventKind>() + 1, spellings<EventKind>().size());
  EXPECT_EQ(codec::lastNumber<ResourceKind>() + 1,
            spellings<ResourceKind>().size());
  EXPECT_EQ(codec::lastNumber<Verdict>() + 1, spellings<Verdict>().size());
  EXPECT_EQ(codec::lastNumber<ParameterKind>() + 1,
            spellings<ParameterKind>().size());
}

Kinds encoded(const UnitFacts &Facts) {
  Kinds Result;
  encodeKinds(Facts, [&](llvm::StringRef Kind, llvm::StringRef Data) {
    Result.emplace_back(Kind.str(), Data.str());
  });
  return Result;
}

std::string encoded(const UnitFacts &Facts, llvm::StringRef Kind) {
  for (auto &[Name, Data] : encoded(Facts))
    if (Name == Kind)
      return Data;
  return "";
}

std::string decoding(llvm::StringRef Kind, llvm::StringRef Data) {
  UnitFacts Facts;
  return message(decodeKind(Facts, Kind, Data));
}

TEST(BinaryFacts, ComeBackWithEverything) {
  UnitFacts Facts = sampleFacts("a.cpp");
  UnitFacts Back;
  Back.Unit = "a.cpp";
  for (auto &[Kind, Data] : encoded(Facts))
    EXPECT_EQ(message(decodeKind(Back, Kind, Data)), "");
  EXPECT_TRUE(Back == Facts);
  EXPECT_EQ(encoded(Back), encoded(Facts));
  EXPECT_EQ(message(validate(Back)), "");
}

TEST(BinaryFacts, OfNothingAreNothing) {
  EXPECT_EQ(encoded(UnitFacts()), Kinds());
}

TEST(BinaryFacts, AreSmall) {
  UnitFacts Facts;
  Facts.Functions.resize(1);
  size_t Without = encoded(Facts, "functions").size();
  Facts.Functions[0].Calls = {
      {10'000, {200, 2'000, 80}, true, false, true, false, true, false, {}}};
  EXPECT_LE(encoded(Facts, "functions").size() - Without, 9u);
  Facts.Functions[0].Calls = {CallFact()};
  EXPECT_EQ(encoded(Facts, "functions").size() - Without, 6u);
}

TEST(BinaryFacts, CutAnywhereAreAnError) {
  for (auto &[Kind, Data] : encoded(sampleFacts("a.cpp")))
    for (size_t Size = 0; Size != Data.size(); ++Size) {
      // A copy of this size: whoever reads further is seen by a sanitizer.
      std::vector<char> Cut(Data.begin(), Data.begin() + Size);
      EXPECT_NE(decoding(Kind, {Cut.data(), Size}), "")
          << Kind << " cut at " << Size;
    }
}

TEST(BinaryFacts, WithMoreBehindThemAreAnError) {
  for (auto &[Kind, Data] : encoded(sampleFacts("a.cpp")))
    EXPECT_EQ(decoding(Kind, Data + '\0'), "broken facts: " + Kind + ", byte " +
                                               std::to_string(Data.size()) +
                                               ": there are bytes left over");
}

TEST(BinaryFacts, OutOfRangeAreAnError) {
  EXPECT_EQ(decoding("calls", ""), "broken facts: there is no kind 'calls'");
  EXPECT_EQ(decoding("files", llvm::StringRef("\xFF\xFF\xFF\xFF\x0F", 5)),
            "broken facts: files, byte 5: it ends early");
  EXPECT_EQ(
      decoding("files", "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x01"),
      "broken facts: files, byte 0: a number is too big");
  std::string Event = encoded(sampleFacts("a.cpp"), "events");
  // Behind the count: EventKind.
  Event[1] = codec::lastNumber<catalog::EventKind>() + 1;
  EXPECT_EQ(decoding("events", Event),
            "broken facts: events, byte 2: a number is too big");
  UnitFacts Facts;
  Facts.Symbols.resize(1);
  std::string Symbol = encoded(Facts, "symbols");
  EXPECT_EQ(decoding("symbols", Symbol), "");
  Symbol[Symbol.size() - 2] = 8; // a fourth bool where three are
  EXPECT_EQ(decoding("symbols", Symbol),
            "broken facts: symbols, byte 6: a bool that isn't there");
  // One more than 2^32 - 1, where an index is.
  EXPECT_EQ(
      decoding("symbols", llvm::StringRef("\1\0\x80\x80\x80\x80\x10\0\0", 9)),
      "broken facts: symbols, byte 7: a number is too big");
}

TEST(BinaryFacts, ChangedAnywhereNeverCrash) {
  std::mt19937 Random(1);
  size_t Refused = 0;
  for (auto &[Kind, Data] : encoded(sampleFacts("a.cpp")))
    for (unsigned I = 0; I != 3'000; ++I) {
      std::string Changed = Data;
      for (unsigned N = 1 + Random() % 3; N; --N)
        Changed[Random() % Changed.size()] = static_cast<char>(Random());
      UnitFacts Facts;
      bool Wrong = !message(decodeKind(Facts, Kind, Changed)).empty();
      Refused += Wrong || !message(validate(Facts)).empty();
      if (!Wrong)
        EXPECT_LE(encoded(Facts, Kind).size(), Changed.size());
    }
  EXPECT_GT(Refused, 1'000u);
}

TEST(JsonFacts, ComeBackWithEverything) {
  UnitFacts Facts = sampleFacts("a.cpp");
  std::string Text = jsonOf(Facts);
  auto Back = readFacts(Text, "f");
  ASSERT_TRUE(bool(Back)) << message(std::move(Back));
  EXPECT_TRUE(*Back == Facts);
  EXPECT_EQ(jsonOf(*Back), Text);
}

TEST(JsonFacts, BringTheirRecord) {
  UnitRecord Record = sampleRecord("a.cpp", 3);
  std::string Text = jsonOf(sampleFacts("a.cpp"), &Record);
  UnitRecord Back;
  EXPECT_EQ(message(readFacts(Text, "f", &Back)), "");
  Record.Seconds = 0;
  EXPECT_TRUE(Back == Record);
  EXPECT_EQ(message(readFacts(Text, "f")), "");
}

TEST(JsonFacts, HaveALineForEachElementWithoutDefaults) {
  UnitFacts Facts;
  Facts.Unit = "a.cpp";
  Facts.Files = {"a.cpp"};
  Facts.Symbols = {{"c:f", 0, "f", {}}, {"c:g", None, "", {}, false, true}};
  Facts.Functions.resize(1);
  Facts.Functions[0].Symbol = 0;
  Facts.Functions[0].At = {0, 3, 1};
  Facts.Functions[0].Calls = {
      {.Callee = 1, .At = {}, .Awaited = true, .Timeouts = {}}};
  EXPECT_EQ(jsonOf(Facts), R"({
 "version": )" + std::to_string(FactsVersion) +
                               R"(,
 "unit": "a.cpp",
 "files": [
  "a.cpp"
 ],
 "symbols": [
  {"usr":"c:f","declared_in":0,"name":"f"},
  {"usr":"c:g","defined":true}
 ],
 "functions": [
  {"symbol":0,"at":{"file":0,"line":3,"column":1},"calls":[{"callee":1,"awaited":true}]}
 ]
}
)");
}

TEST(JsonFacts, KeepEveryText) {
  UnitFacts Facts;
  Facts.Unit = "a.cpp";
  std::string All;
  for (char C = 0; C != 127; ++C)
    All += C;
  Facts.Files = {All, "\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80", ""};
  auto Back = readFacts(jsonOf(Facts), "f");
  ASSERT_TRUE(bool(Back)) << message(std::move(Back));
  EXPECT_EQ(Back->Files, Facts.Files);
}

/// What is said of a file with this behind its version.
std::string reading(llvm::StringRef Rest) {
  return message(readFacts("{\"version\": " + std::to_string(FactsVersion) +
                               ",\n\"unit\": \"a.cpp\"," + Rest.str(),
                           "f"));
}

TEST(JsonFacts, MayHaveEscapesAndAnyOrder) {
  auto Facts = readFacts(
      R"({"files": ["\u0061\/\ud83d\ude00\ud83d\u0041\n"], "unit": "a",)"
      "\"version\":" +
          std::to_string(FactsVersion) + "}\n",
      "f");
  ASSERT_TRUE(bool(Facts)) << message(std::move(Facts));
  EXPECT_EQ(Facts->Files[0], "a/\xF0\x9F\x98\x80\xEF\xBF\xBD"
                             "A\n");
}

TEST(JsonFacts, OfAnotherVersionSayBoth) {
  EXPECT_EQ(message(readFacts(R"({"new": [{}], "version": 77, "more": {}})",
                              "x/f.json")),
            "x/f.json: these are facts of version 77; this async-tidy reads "
            "version " +
                std::to_string(FactsVersion));
  for (const char *Text : {"[]", "{}", "3", "{\"version\": \"1\"}", ""})
    EXPECT_EQ(message(readFacts(Text, "f")),
              "f: these are no facts: there is no version")
        << Text;
}

TEST(JsonFacts, SayWhatIsWrongWhere) {
  EXPECT_EQ(reading(R"("functions": [{"symbol": 0, "calls":
                       [{"callee": "x"}]}]})"),
            "f: functions[0].calls[0].callee: expected a number");
  EXPECT_EQ(reading(R"("functions": [{}, {"calls": [{}, {"call": [{}]}]}]})"),
            "f: functions[1].calls[1].call: there is no such field");
  EXPECT_EQ(reading(R"("functions": [{"coroutine": 1}]})"),
            "f: functions[0].coroutine: expected true or false");
  EXPECT_EQ(reading(R"("functions": {}})"), "f: functions: expected a list");
  EXPECT_EQ(reading(R"("functions": [[]]})"),
            "f: functions[0]: expected an object");
  EXPECT_EQ(reading(R"("files": [null]})"), "f: files[0]: expected a text");
  EXPECT_EQ(reading(R"("events": [{"what": 99}]})"),
            "f: events[0].what: expected a number from 0 to " +
                std::to_string(codec::lastNumber<catalog::EventKind>()));
  for (const char *Number : {"-1", "4294967296", "1.5", "1e3"})
    EXPECT_EQ(reading("\"events\": [{\"at\": {\"line\": " +
                      std::string(Number) + "}}]}"),
              "f: events[0].at.line: expected a number from 0 to 4294967295");
  EXPECT_EQ(reading(R"("secret": 1})"), "f: secret: there is no such field");
  EXPECT_EQ(reading(R"("record": {"seconds": 1}})"),
            "f: record.seconds: there is no such field");
}

TEST(JsonFacts, SayEverythingThatIsWrong) {
  EXPECT_EQ(reading(R"("files": [1, "a", 2], "x": {}, "unit": 3})"),
            "f: files[0]: expected a text\nf: files[2]: expected a text\n"
            "f: x: there is no such field\nf: unit: expected a text");
  std::string Many = "\"files\": [0";
  for (unsigned I = 0; I != 99; ++I)
    Many += ", 0";
  std::string Said = reading(Many + "]}");
  EXPECT_EQ(llvm::StringRef(Said).count('\n'), 20u);
  EXPECT_TRUE(llvm::StringRef(Said).ends_with("\nf: and 80 more mistakes"));
}

TEST(JsonFacts, OfBrokenJsonSayTheLine) {
  EXPECT_EQ(reading("\n\"files\": [\"a\" \"b\"]}"),
            "f: line 3, column 15: expected a comma or a closing bracket");
  EXPECT_EQ(reading("\"files\": [\"a"),
            "f: line 2, column 29: the text doesn't end");
  EXPECT_EQ(reading("}"), "f: line 2, column 17: expected a name in quotes");
  EXPECT_EQ(reading("\"files\" 3}"), "f: line 2, column 25: expected a colon");
  EXPECT_EQ(reading("\"files\": []} {}"),
            "f: line 2, column 30: there is something behind the end");
  EXPECT_EQ(reading("\"files\": [\"\xFF\"]}"),
            "f: line 2, column 28: this is no UTF-8");
  EXPECT_EQ(reading("\"files\": [\"\\x\"]}"),
            "f: line 2, column 29: there is no such escape");
  EXPECT_EQ(reading("\"files\": [nul]}"),
            "f: line 2, column 27: expected a value");
}

TEST(JsonFacts, CutAnywhereAreAnError) {
  std::string Text = jsonOf(sampleFacts("a.cpp"));
  for (size_t Size = 0; Size < Text.size() - 2; Size += 7)
    EXPECT_NE(message(readFacts(Text.substr(0, Size), "f")), "") << Size;
}

TEST(JsonFacts, ChangedAnywhereNeverCrash) {
  std::mt19937 Random(1);
  UnitFacts Facts = sampleFacts("a.cpp");
  Facts.Files.resize(SampleMaker::TableSize);
  std::string Text = jsonOf(Facts);
  const llvm::StringRef Bytes("{}[]\",:\\u0919-.eEtfn \xFF");
  size_t Refused = 0;
  for (unsigned I = 0; I != 2'000; ++I) {
    std::string Changed = Text;
    for (unsigned N = 1 + Random() % 3; N; --N)
      Changed[Random() % Changed.size()] = Bytes[Random() % Bytes.size()];
    Refused += !message(readFacts(Changed, "f")).empty();
  }
  EXPECT_GT(Refused, 1'000u);
}

TEST(JsonFacts, OfManyBracketsNeverCrash) {
  std::string Brackets(2'000'000, '[');
  EXPECT_EQ(reading("\"x\": " + Brackets),
            "f: line 2, column 2000022: the file ends early");
}

TEST(Validation, FindsEveryIndexOutsideItsTable) {
  using Change = void (*)(UnitFacts &);
  const std::pair<Change, const char *> Changes[] = {
      {[](UnitFacts &F) { F.Unit = ""; }, "unit: no unit is given"},
      {[](UnitFacts &F) { F.Symbols[3].DeclaredIn = 97; },
       "symbols[3].declared_in: there is no file 97"},
      {[](UnitFacts &F) { F.Functions[1].Symbol = 97; },
       "functions[1].symbol: there is no symbol 97"},
      {[](UnitFacts &F) { F.Functions[1].Symbol = None; },
       "functions[1].symbol: no symbol is given"},
      {[](UnitFacts &F) { F.Functions[0].At.File = 97; },
       "functions[0].at.file: there is no file 97"},
      {[](UnitFacts &F) { F.Symbols[2].AlsoDeclaredIn[1] = 97; },
       "symbols[2].also_declared_in: there is no file 97"},
      {[](UnitFacts &F) { F.Functions[0].Overrides[1] = None; },
       "functions[0].overrides[1]: no symbol is given"},
      {[](UnitFacts &F) { F.Functions[0].Calls[4].Callee = 97; },
       "functions[0].calls[4].callee: there is no symbol 97"},
      {[](UnitFacts &F) { F.Functions[0].Calls[4].At.File = 97; },
       "functions[0].calls[4].at.file: there is no file 97"},
      {[](UnitFacts &F) { F.Functions[0].Blocks[1].At.File = 97; },
       "functions[0].blocks[1].at.file: there is no file 97"},
      {[](UnitFacts &F) { F.Functions[0].Blocks[1].Suspensions[1].File = 97; },
       "functions[0].blocks[1].suspensions[1].file: there is no file 97"},
      {[](UnitFacts &F) { F.Placements[0].Function = 97; },
       "placements[0].function: there is no symbol 97"},
      {[](UnitFacts &F) { F.Placements[0].Content.Owner = 97; },
       "placements[0].content.owner: there is no symbol 97"},
      {[](UnitFacts &F) { F.Placements[1].Content.Owner = None; },
       "placements[1].content.owner: no symbol is given"},
      {[](UnitFacts &F) { F.Placements[0].Why.At.File = 97; },
       "placements[0].reason.at.file: there is no file 97"},
      {[](UnitFacts &F) { F.HandOvers[0].By = 97; },
       "hand_overs[0].by: there is no symbol 97"},
      {[](UnitFacts &F) { F.HandOvers[0].To.Owner = None; },
       "hand_overs[0].to.owner: no symbol is given"},
      {[](UnitFacts &F) { F.HandOvers[0].Functions[1] = 97; },
       "hand_overs[0].functions[1]: there is no symbol 97"},
      {[](UnitFacts &F) { F.HandOvers[0].Slots[1].Owner = 97; },
       "hand_overs[0].slots[1].owner: there is no symbol 97"},
      {[](UnitFacts &F) { F.HandOvers[0].At.File = 97; },
       "hand_overs[0].at.file: there is no file 97"},
      {[](UnitFacts &F) { F.Invocations[0].What.Owner = 97; },
       "invocations[0].what.owner: there is no symbol 97"},
      {[](UnitFacts &F) { F.Invocations[0].By = None; },
       "invocations[0].by: no symbol is given"},
      {[](UnitFacts &F) { F.Invocations[0].At.File = 97; },
       "invocations[0].at.file: there is no file 97"},
      {[](UnitFacts &F) { F.Events[0].By = 97; },
       "events[0].by: there is no symbol 97"},
      {[](UnitFacts &F) { F.Events[0].At.File = 97; },
       "events[0].at.file: there is no file 97"},
      {[](UnitFacts &F) { F.Creations[1].By = 97; },
       "creations[1].by: there is no symbol 97"},
      {[](UnitFacts &F) { F.Creations[1].At.File = 97; },
       "creations[1].at.file: there is no file 97"},
      {[](UnitFacts &F) { F.Creations[1].Into = 97; },
       "creations[1].into: there is no symbol 97"},
      {[](UnitFacts &F) { F.Creations[1].Edits[1].File = None; },
       "creations[1].edits[1].file: no file is given"},
      {[](UnitFacts &F) { F.Creations[1].Options.File = 97; },
       "creations[1].options.file: there is no file 97"},
      {[](UnitFacts &F) { F.Statics[0].Variable = None; },
       "statics[0].variable: no symbol is given"},
      {[](UnitFacts &F) { F.Statics[0].At.File = 97; },
       "statics[0].at.file: there is no file 97"},
      {[](UnitFacts &F) { F.Statics[0].Edits[1].File = 97; },
       "statics[0].edits[1].file: there is no file 97"},
      {[](UnitFacts &F) { F.Stores[1].Variable = None; },
       "stores[1].variable: no symbol is given"},
      {[](UnitFacts &F) { F.Stores[1].By = 97; },
       "stores[1].by: there is no symbol 97"},
      {[](UnitFacts &F) { F.Stores[1].At.File = 97; },
       "stores[1].at.file: there is no file 97"},
      {[](UnitFacts &F) { F.Stores[1].Factory = 97; },
       "stores[1].factory: there is no symbol 97"},
      {[](UnitFacts &F) { F.Handles[0].By = 97; },
       "handles[0].by: there is no symbol 97"},
      {[](UnitFacts &F) { F.Handles[0].At.File = 97; },
       "handles[0].at.file: there is no file 97"},
      {[](UnitFacts &F) { F.Handles[0].Into = 97; },
       "handles[0].into: there is no symbol 97"},
      {[](UnitFacts &F) { F.Handles[0].Edits[0].File = 97; },
       "handles[0].edits[0].file: there is no file 97"},
      {[](UnitFacts &F) { F.Releases[1].Variable = 97; },
       "releases[1].variable: there is no symbol 97"},
      {[](UnitFacts &F) { F.Releases[1].By = 97; },
       "releases[1].by: there is no symbol 97"},
      {[](UnitFacts &F) { F.Releases[0].At.File = 97; },
       "releases[0].at.file: there is no file 97"},
      {[](UnitFacts &F) { F.InitialCalls[0].Callee = 97; },
       "initial_calls[0].callee: there is no symbol 97"},
      {[](UnitFacts &F) { F.Routes[0].Handler = 97; },
       "routes[0].handler: there is no symbol 97"},
      {[](UnitFacts &F) { F.Routes[1].Content.Owner = None; },
       "routes[1].content.owner: no symbol is given"},
      {[](UnitFacts &F) { F.Routes[0].Begin.File = 97; },
       "routes[0].begin.file: there is no file 97"},
      {[](UnitFacts &F) { F.Routes[0].End.File = 97; },
       "routes[0].end.file: there is no file 97"},
      {[](UnitFacts &F) { F.Writes[0].By = 97; },
       "writes[0].by: there is no symbol 97"},
      {[](UnitFacts &F) { F.Writes[0].Within[1] = 97; },
       "writes[0].within[1]: there is no symbol 97"},
      {[](UnitFacts &F) { F.Writes[0].Within[1] = None; },
       "writes[0].within[1]: no symbol is given"},
      {[](UnitFacts &F) { F.Writes[0].At.File = 97; },
       "writes[0].at.file: there is no file 97"},
      {[](UnitFacts &F) { F.Writes[0].Entity.Owner = 97; },
       "writes[0].entity.owner: there is no symbol 97"},
      {[](UnitFacts &F) { F.Writes[0].From.From.Owner = 97; },
       "writes[0].from.from.owner: there is no symbol 97"},
      {[](UnitFacts &F) { F.Writes[1].From.From.Owner = None; },
       "writes[1].from.from.owner: no symbol is given"},
      {[](UnitFacts &F) { F.Writes[0].From.Reader = 97; },
       "writes[0].from.reader: there is no symbol 97"},
      {[](UnitFacts &F) { F.Writes[0].From.At.File = 97; },
       "writes[0].from.at.file: there is no file 97"},
      {[](UnitFacts &F) { F.Writes[0].Edits[1].File = 97; },
       "writes[0].edits[1].file: there is no file 97"},
      {[](UnitFacts &F) { F.Writes[0].Edits[0].File = None; },
       "writes[0].edits[0].file: no file is given"},
      {[](UnitFacts &F) { F.Passes[1].By = 97; },
       "passes[1].by: there is no symbol 97"},
      {[](UnitFacts &F) { F.Passes[1].Within[0] = None; },
       "passes[1].within[0]: no symbol is given"},
      {[](UnitFacts &F) { F.Passes[1].At.File = 97; },
       "passes[1].at.file: there is no file 97"},
      {[](UnitFacts &F) { F.Passes[0].To.Owner = None; },
       "passes[0].to.owner: no symbol is given"},
      {[](UnitFacts &F) { F.Passes[0].To.Owner = 97; },
       "passes[0].to.owner: there is no symbol 97"},
      {[](UnitFacts &F) { F.Passes[1].From.From.Owner = 97; },
       "passes[1].from.from.owner: there is no symbol 97"},
      {[](UnitFacts &F) { F.Passes[1].From.At.File = 97; },
       "passes[1].from.at.file: there is no file 97"},
      {[](UnitFacts &F) { F.Readers[0].By = None; },
       "readers[0].by: no symbol is given"},
      {[](UnitFacts &F) { F.Readers[0].At.File = 97; },
       "readers[0].at.file: there is no file 97"},
      {[](UnitFacts &F) { F.Readers[1].Columns.File = 97; },
       "readers[1].columns.file: there is no file 97"},
      {[](UnitFacts &F) { F.Uses[0].By = 97; },
       "uses[0].by: there is no symbol 97"},
      {[](UnitFacts &F) { F.Uses[0].Within[1] = None; },
       "uses[0].within[1]: no symbol is given"},
      {[](UnitFacts &F) { F.Uses[0].At.File = 97; },
       "uses[0].at.file: there is no file 97"},
      {[](UnitFacts &F) { F.Uses[0].Made.File = 97; },
       "uses[0].made.file: there is no file 97"},
      {[](UnitFacts &F) { F.Uses[0].From.At.File = 97; },
       "uses[0].from.at.file: there is no file 97"},
      {[](UnitFacts &F) { F.Uses[1].From.From.Owner = None; },
       "uses[1].from.from.owner: no symbol is given"},
      {[](UnitFacts &F) { F.Uses[0].Edits[1].File = 97; },
       "uses[0].edits[1].file: there is no file 97"},
  };
  EXPECT_EQ(message(validate(sampleFacts("a.cpp"))), "");
  for (const auto &[Do, Said] : Changes) {
    UnitFacts Facts = sampleFacts("a.cpp");
    Do(Facts);
    EXPECT_EQ(message(validate(Facts)), std::string("broken facts: ") + Said);
    EXPECT_EQ(message(readFacts(jsonOf(Facts), "f")),
              std::string("f: ") + Said);
  }
}

} // namespace
} // namespace asynctidy::program
