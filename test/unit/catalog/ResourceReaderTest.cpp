//===-- ResourceReaderTest.cpp - `resources` and `parameters` -------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TestPack.h"

namespace asynctidy::catalog {

namespace {

using llvm::StringRef;
using Texts = std::vector<StringRef>;

/// The entry of a section with one, written as a map of one line.
class Only {
public:
  Only(StringRef Section, StringRef Map)
      : Storage(
            goodPack(withHead((Section + ":\n  - {" + Map + "}\n").str()))) {
    EXPECT_EQ(Storage->P.Entries.size(), 1u);
  }
  const Entry *operator->() const {
    static const Entry None;
    return Storage->P.Entries.empty() ? &None : &Storage->P.Entries.front();
  }

private:
  std::unique_ptr<PackStorage> Storage;
};

/// The mistakes of an entry that begins at line 5, column 5.
std::string inEntry(StringRef Section, StringRef Map) {
  return mistakesIn((Section + ":\n  - {" + Map + "}\n").str());
}
std::string inResource(StringRef Map) { return inEntry("resources", Map); }
std::string inParameter(StringRef Map) { return inEntry("parameters", Map); }

const std::string AtEntry = "test.yaml:5:5: error: ";

TEST(ResourceReader, ReadsTypes) {
  Only E("resources", "in: db, types: [Pool, Fast], kind: pool, "
                      "static: strict, per-request: fine, "
                      "why: it is lazy, empty: true");
  EXPECT_EQ(E->Kind, Section::Resources);
  EXPECT_EQ(E->In.vec(), Texts({"db"}));
  EXPECT_EQ(E->Types.vec(), Texts({"Pool", "Fast"}));
  EXPECT_TRUE(E->Names.empty());
  EXPECT_EQ(E->Resource.Kind, ResourceKind::Pool);
  EXPECT_EQ(E->Resource.Static, Verdict::Strict);
  EXPECT_EQ(E->Resource.PerRequest, Verdict::Fine);
  EXPECT_EQ(E->Why, "it is lazy");
  EXPECT_EQ(E->Resource.Shared, "");
  EXPECT_TRUE(E->Resource.Empty);
}

TEST(ResourceReader, ReadsFunctions) {
  Only E("resources", "names: [db_open], when: {arguments: 2}, kind: client, "
                      "shared: one for all, released-by: [db_close, db::end], "
                      "handle: 1, handle-type: \"struct db\", "
                      "unreleased: it stays, drains: true");
  EXPECT_EQ(E->Names.vec(), Texts({"db_open"}));
  EXPECT_EQ(E->When.Arguments.Max, 2u);
  EXPECT_EQ(E->Resource.Kind, ResourceKind::Client);
  EXPECT_EQ(E->Resource.Shared, "one for all");
  EXPECT_EQ(E->Resource.ReleasedBy.vec(), Texts({"db_close", "db::end"}));
  EXPECT_EQ(E->Resource.Handle, 1);
  EXPECT_EQ(E->Resource.HandleType, "struct db");
  EXPECT_EQ(E->Resource.Unreleased, "it stays");
  EXPECT_TRUE(E->Resource.Drains);
  Only Method("resources", "names: C::open, kind: connection, shared: s, "
                           "handle: receiver");
  EXPECT_EQ(Method->Resource.Handle, ReceiverArgument);
}

TEST(ResourceReader, ResourcesLeaveOutWhatIsUsual) {
  Only E("resources", "types: T, kind: executor, shared: s");
  EXPECT_EQ(E->Resource.Kind, ResourceKind::Executor);
  EXPECT_EQ(E->Resource.Static, Verdict::Default);
  EXPECT_EQ(E->Resource.PerRequest, Verdict::Default);
  EXPECT_FALSE(E->Resource.Empty);
  EXPECT_TRUE(E->Resource.ReleasedBy.empty());
  EXPECT_EQ(E->Resource.Handle, NoArgument);
  EXPECT_FALSE(E->Resource.Drains);
}

TEST(ResourceReader, ReadsAFieldOfOptions) {
  Only E("parameters",
         "names: [Pool::Pool], when: {parameters: 2}, parameter: wait, "
         "name: wait_timeout, argument: 1, field: wait, "
         "setters: [Options::set_wait, pool_wait], with-number: true, "
         "nothing: [0, -1], without: it waits for ever, "
         "write: \"std::chrono::seconds({WaitSeconds})\", headers: [chrono], "
         "level: strict, why: rarely matters");
  EXPECT_EQ(E->Kind, Section::Parameters);
  EXPECT_EQ(E->Names.vec(), Texts({"Pool::Pool"}));
  EXPECT_EQ(E->When.Parameters.Min, 2u);
  EXPECT_EQ(E->Parameter.Kind, ParameterKind::Wait);
  EXPECT_EQ(E->Parameter.Name, "wait_timeout");
  EXPECT_EQ(E->Parameter.Argument, 1);
  EXPECT_EQ(E->Parameter.Field, "wait");
  EXPECT_EQ(E->Parameter.Setters.vec(),
            Texts({"Options::set_wait", "pool_wait"}));
  EXPECT_TRUE(E->Parameter.WithNumber);
  EXPECT_EQ(E->Parameter.Nothing.vec(), Texts({"0", "-1"}));
  EXPECT_EQ(E->Parameter.Without, "it waits for ever");
  EXPECT_EQ(E->Parameter.Write, "std::chrono::seconds({WaitSeconds})");
  EXPECT_EQ(E->Parameter.Headers.vec(), Texts({"chrono"}));
  EXPECT_EQ(E->Lvl, Level::Strict);
  EXPECT_EQ(E->Why, "rarely matters");
}

TEST(ResourceReader, ReadsAKeyOfAText) {
  Only Uri("parameters", "names: f, parameter: connect, name: n, argument: 0, "
                         "key: connectTimeoutMS, without: w");
  EXPECT_EQ(Uri->Parameter.Kind, ParameterKind::Connect);
  EXPECT_EQ(Uri->Parameter.Key, "connectTimeoutMS");
  EXPECT_EQ(Uri->Parameter.Syntax, TextSyntax::Uri);
  EXPECT_EQ(Uri->Parameter.Field, "");
  EXPECT_FALSE(Uri->Parameter.WithNumber);
  EXPECT_EQ(Uri->Lvl, Level::Default);
  Only Semicolon("parameters", "names: f, parameter: recycle, name: n, "
                               "argument: -1, key: idle, syntax: semicolon, "
                               "without: w");
  EXPECT_EQ(Semicolon->Parameter.Kind, ParameterKind::Recycle);
  EXPECT_EQ(Semicolon->Parameter.Argument, -1);
  EXPECT_EQ(Semicolon->Parameter.Syntax, TextSyntax::Semicolon);
  Only Pairs("parameters", "names: f, parameter: limit, name: n, argument: 0, "
                           "key: k, syntax: key-value, without: w");
  EXPECT_EQ(Pairs->Parameter.Kind, ParameterKind::Limit);
  EXPECT_EQ(Pairs->Parameter.Syntax, TextSyntax::KeyValue);
}

TEST(ResourceReader, ReadsSettersAlone) {
  Only E("parameters", "names: f, parameter: size, name: n, setters: g, "
                       "without: w");
  EXPECT_EQ(E->Parameter.Argument, NoArgument);
  EXPECT_EQ(E->Parameter.Setters.vec(), Texts({"g"}));
}

TEST(ResourceReader, WritesEveryPlaceholder) {
  EXPECT_EQ(
      inParameter("names: f, parameter: size, name: n, argument: 0, "
                  "without: w, write: \"g{{PoolSize}, {MaxOverflow}, "
                  "{MaxSize}, {RecycleSeconds}, {RecycleMillis}, "
                  "{WaitSeconds}, {WaitMillis}, {object}, {}, {1}, {X(2)}}\""),
      "");
}

TEST(ResourceReader, SameFunctionHasManyParametersAndEvents) {
  EXPECT_EQ(mistakesIn("events:\n"
                       "  - {names: run, event: runs-loop, help: in main}\n"
                       "  - {names: run, event: accepts}\n"
                       "parameters:\n"
                       "  - {names: f, parameter: size, name: a, argument: 0, "
                       "without: w}\n"
                       "  - {names: f, parameter: size, name: b, argument: 0, "
                       "without: w}\n"
                       "  - {names: f, parameter: wait, name: a, argument: 0, "
                       "without: w}\n"),
            "");
  EXPECT_EQ(mistakesIn("events:\n"
                       "  - {names: run, event: accepts}\n"
                       "  - {names: run, event: accepts}\n"),
            "test.yaml:6:13: error: 'run' is given twice in 'events' with the "
            "same conditions, first at line 5\n");
  // Where it stands doesn't make it another parameter.
  EXPECT_EQ(mistakesIn("parameters:\n"
                       "  - {names: f, parameter: size, name: a, argument: 0, "
                       "without: w}\n"
                       "  - {names: f, parameter: size, name: a, argument: 1, "
                       "without: w}\n"),
            "test.yaml:6:13: error: 'f' is given twice in 'parameters' with "
            "the same conditions, first at line 5\n");
  EXPECT_EQ(mistakesIn("resources:\n"
                       "  - {types: T, kind: pool, shared: s}\n"
                       "  - {types: T, kind: client, shared: s}\n"),
            "test.yaml:6:13: error: 'T' is given twice in 'resources' with "
            "the same conditions, first at line 5\n");
}

TEST(ResourceMistakes, RequiredKeys) {
  EXPECT_EQ(inResource("types: T, shared: s"),
            AtEntry + "missing key 'kind' in an entry of 'resources'\n");
  EXPECT_EQ(inResource("kind: pool, shared: s"),
            AtEntry + "an entry of 'resources' has either 'types' or "
                      "'names'\n");
  EXPECT_EQ(inResource("types: T, names: f, kind: pool, shared: s"),
            AtEntry + "an entry of 'resources' has either 'types' or "
                      "'names'\n");
  EXPECT_EQ(
      inParameter("argument: 0"),
      AtEntry + "missing key 'name' in an entry of 'parameters'\n" + AtEntry +
          "missing key 'names' in an entry of 'parameters'\n" + AtEntry +
          "missing key 'parameter' in an entry of 'parameters'\n" + AtEntry +
          "missing key 'without' in an entry of 'parameters'\n");
}

TEST(ResourceMistakes, StrictSaysWhy) {
  const std::string Missing =
      AtEntry + "missing key 'why': an entry with a strict 'static' or "
                "'per-request' says why it is strict\n";
  EXPECT_EQ(inResource("types: T, kind: pool, shared: s, static: strict"),
            Missing);
  EXPECT_EQ(inResource("types: T, kind: pool, shared: s, per-request: strict"),
            Missing);
  EXPECT_EQ(inResource("types: T, kind: pool, shared: s, static: fine"), "");
  EXPECT_EQ(inParameter("names: f, parameter: size, name: n, argument: 0, "
                        "without: w, level: strict"),
            AtEntry + "missing key 'why': an entry of level strict says why "
                      "it is one\n");
}

TEST(ResourceMistakes, SharedUnlessFine) {
  const std::string Missing =
      AtEntry + "missing key 'shared': what to use instead of one for each "
                "request, unless 'per-request' is fine\n";
  EXPECT_EQ(inResource("types: T, kind: pool"), Missing);
  EXPECT_EQ(inResource("types: T, kind: pool, per-request: strict, why: w"),
            Missing);
  EXPECT_EQ(inResource("types: T, kind: pool, per-request: fine"), "");
}

TEST(ResourceMistakes, WordsAreKnown) {
  EXPECT_EQ(inResource("types: T, kind: pools, shared: s"),
            "test.yaml:5:22: error: one of pool, client, connection, executor "
            "was expected, not 'pools'; did you mean 'pool'?\n");
  EXPECT_EQ(inResource("types: T, kind: pool, shared: s, static: good"),
            "test.yaml:5:47: error: one of default, strict, fine was expected, "
            "not 'good'\n");
  EXPECT_EQ(inResource("types: T, kind: pool, shared: s, empty: 1"),
            "test.yaml:5:46: error: true or false was expected, not '1'\n");
  EXPECT_EQ(inResource("names: f, kind: pool, shared: s, handle: any"),
            "test.yaml:5:47: error: the index of an argument was expected (0 "
            "is the first, -1 the last, or receiver), not 'any'\n");
  EXPECT_EQ(inParameter("names: f, parameter: max, name: n, argument: 0, "
                        "without: w"),
            "test.yaml:5:27: error: one of size, limit, wait, recycle, connect "
            "was expected, not 'max'\n");
  EXPECT_EQ(
      inParameter("names: f, parameter: size, name: n, argument: 0, "
                  "key: k, syntax: url, without: w"),
      "test.yaml:5:71: error: one of uri, uri-path, key-value, semicolon was "
      "expected, not 'url'; did you mean 'uri'?\n");
}

TEST(ResourceMistakes, KeysThatGoWithNamesOrTypes) {
  for (const char *Key : {"released-by: g", "handle: 0", "handle-type: T",
                          "drains: true", "when: {arguments: 1}"}) {
    StringRef Name = StringRef(Key).split(':').first;
    EXPECT_EQ(inResource(
                  (StringRef("types: T, kind: pool, shared: s, ") + Key).str()),
              "test.yaml:5:" + std::to_string(5 + 1 + 33 + Name.size() + 2) +
                  ": error: '" + Name.str() + "' goes with 'names'\n");
    EXPECT_EQ(inResource(
                  (StringRef("names: f, kind: pool, shared: s, ") + Key).str()),
              "");
  }
  EXPECT_EQ(inResource("names: f, kind: pool, shared: s, empty: true"),
            "test.yaml:5:46: error: 'empty' goes with 'types'\n");
}

TEST(ResourceMistakes, WhereAParameterIs) {
  auto With = [](StringRef Keys) {
    return inParameter(
        ("names: f, parameter: size, name: n, without: w" + Keys).str());
  };
  EXPECT_EQ(With(""), AtEntry + "an entry of 'parameters' has 'argument', "
                                "'setters' or both\n");
  EXPECT_EQ(With(", setters: g"), "");
  EXPECT_EQ(With(", argument: 0, setters: g, field: x"), "");
  EXPECT_EQ(With(", setters: g, field: x"),
            "test.yaml:5:73: error: 'field' goes with 'argument'\n");
  EXPECT_EQ(With(", setters: g, key: x"),
            "test.yaml:5:71: error: 'key' goes with 'argument'\n");
  EXPECT_EQ(With(", argument: 0, field: x, key: y"),
            AtEntry + "an entry of 'parameters' has either 'field' or "
                      "'key'\n");
  EXPECT_EQ(With(", argument: 0, syntax: uri"),
            "test.yaml:5:75: error: 'syntax' goes with 'key'\n");
  EXPECT_EQ(With(", argument: 0, with-number: true"),
            "test.yaml:5:80: error: 'with-number' goes with 'setters'\n");
  EXPECT_EQ(With(", argument: 0, headers: chrono"),
            "test.yaml:5:76: error: 'headers' goes with 'write'\n");
  EXPECT_EQ(With(", argument: 0, field: \"a::b\""),
            "test.yaml:5:74: error: a member variable is named without its "
            "class\n");
}

TEST(ResourceMistakes, NothingIsNumbers) {
  EXPECT_EQ(inParameter("names: f, parameter: size, name: n, argument: 0, "
                        "without: w, nothing: [0, x, 1.5, -, 0s]"),
            "test.yaml:5:76: error: a whole number was expected, as in 0 or "
            "-1, not '-'\n"
            "test.yaml:5:76: error: a whole number was expected, as in 0 or "
            "-1, not '0s'\n"
            "test.yaml:5:76: error: a whole number was expected, as in 0 or "
            "-1, not '1.5'\n"
            "test.yaml:5:76: error: a whole number was expected, as in 0 or "
            "-1, not 'x'\n");
}

TEST(ResourceMistakes, WriteHasKnownPlaceholders) {
  EXPECT_EQ(inParameter("names: f, parameter: size, name: n, argument: 0, "
                        "without: w, write: \"{PoolSise}, {duration}\", "
                        "headers: <chrono>"),
            "test.yaml:5:74: error: unknown placeholder {PoolSise}; did you "
            "mean 'PoolSize'? known are {PoolSize}, {MaxOverflow}, {MaxSize}, "
            "{RecycleSeconds}, {RecycleMillis}, {WaitSeconds}, {WaitMillis}, "
            "{object}\n"
            "test.yaml:5:74: error: unknown placeholder {duration}; known are "
            "{PoolSize}, {MaxOverflow}, {MaxSize}, {RecycleSeconds}, "
            "{RecycleMillis}, {WaitSeconds}, {WaitMillis}, {object}\n"
            "test.yaml:5:109: error: a header is written without <> and "
            "quotes, not '<chrono>'\n");
}

} // namespace
} // namespace asynctidy::catalog
