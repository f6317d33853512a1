//===-- PackMistakesTest.cpp - What a wrong pack is told ------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TestPack.h"

namespace asynctidy::catalog {

namespace {

TEST(PackMistakes, HeadKeysAreRequired) {
  EXPECT_EQ(mistakes("library: X\n"),
            "test.yaml:1:1: error: missing key 'description' in a pack\n"
            "test.yaml:1:1: error: missing key 'pack' in a pack\n");
}

TEST(PackMistakes, APackIsAMap) {
  EXPECT_EQ(mistakes("- a\n"), "test.yaml:1:1: error: a pack is a map of keys "
                               "and values, not a list\n");
  EXPECT_EQ(mistakes("hello\n"), "test.yaml:1:1: error: a pack is a map of "
                                 "keys and values, not 'hello'\n");
}

TEST(PackMistakes, NamesOfPacksAreKebabCase) {
  for (const char *Name : {"Boost", "a_b", "-a", "a-", "a--b", "a b", "9p"})
    EXPECT_EQ(mistakes("pack: \"" + std::string(Name) +
                       "\"\nlibrary: X\ndescription: X\n"),
              "test.yaml:1:7: error: a pack's name is kebab-case, as in "
              "'boost-asio', not '" +
                  std::string(Name) + "'\n");
}

TEST(PackMistakes, UnknownKeysNameWhatIsAllowed) {
  EXPECT_EQ(mistakesIn("blockin:\n  - names: [a]\n"),
            "test.yaml:4:1: error: unknown key 'blockin' in a pack; did you "
            "mean 'blocking'? allowed here: pack, library, description, "
            "verify, blocking, nonblocking, descriptors, coroutines, "
            "callbacks, overrides, executors, wrappers, switches, locks, "
            "events, makers, resources, parameters, routes, reads, answers, "
            "replacements\n");
  EXPECT_EQ(mistakesIn("nonblocking:\n  - nmaes: [a]\n    colour: red\n"),
            "test.yaml:5:5: error: missing key 'names' in an entry of "
            "'nonblocking'\n"
            "test.yaml:5:5: error: unknown key 'nmaes' in an entry of "
            "'nonblocking'; did you mean 'names'? allowed here: names, in, "
            "when, not-in\n"
            "test.yaml:6:5: error: unknown key 'colour' in an entry of "
            "'nonblocking'; allowed here: names, in, when, not-in\n");
  EXPECT_EQ(mistakesIn("nonblocking:\n  - names: [a]\n    [b]: c\n"),
            "test.yaml:6:5: error: unknown key a list in an entry of "
            "'nonblocking'; allowed here: names, in, when, not-in\n");
  EXPECT_NE(mistakesIn("nonblocking:\n"
                       "  - {names: a, when: {argument: 1}}\n")
                .find("test.yaml:5:23: error: unknown key 'argument' in "
                      "'when'; did you mean 'arguments'?"),
            std::string::npos);
}

TEST(PackMistakes, KeysAreGivenOnce) {
  EXPECT_EQ(mistakesIn("pack: other\n"),
            "test.yaml:4:1: error: key 'pack' is given twice, first with the "
            "value at line 1\n");
  EXPECT_EQ(mistakesIn("blocking:\n"
                       "  - names: [a]\n"
                       "    category: file\n"
                       "    category: dns\n"),
            "test.yaml:7:5: error: key 'category' is given twice, first with "
            "the value at line 6\n");
}

TEST(PackMistakes, WordsAreThoseOfTheModel) {
  EXPECT_EQ(mistakesIn("blocking:\n  - names: [a]\n    category: fille\n"),
            "test.yaml:6:15: error: one of sleep, file, dns, network, http, "
            "database, cache, process, wait, lock, console was expected, not "
            "'fille'; did you mean 'file'?\n");
  EXPECT_EQ(mistakesIn("blocking:\n"
                       "  - {names: a, category: file, level: strong}\n"),
            "test.yaml:5:39: error: one of default, strict was expected, not "
            "'strong'\n");
  EXPECT_EQ(mistakesIn("callbacks:\n"
                       "  - {names: a, arguments: [0], context: there}\n"),
            "test.yaml:5:41: error: one of loop, offload, inline, startup, "
            "thread, shutdown was expected, not 'there'\n");
  EXPECT_EQ(mistakesIn("executors:\n  - {types: a, context: startup}\n"),
            "test.yaml:5:25: error: one of loop, offload was expected, not "
            "'startup'\n");
  EXPECT_EQ(mistakesIn("coroutines:\n"
                       "  - {types: a, runtime: x, kind: tasks}\n"),
            "test.yaml:5:34: error: one of task, generator, thread was "
            "expected, not 'tasks'; did you mean 'task'?\n");
  EXPECT_EQ(mistakesIn("blocking:\n"
                       "  - names: a\n"
                       "    category: sleep\n"
                       "    duration: {argument: 0, unit: sec}\n"),
            "test.yaml:7:35: error: one of chrono, s, ms, us, ns was expected, "
            "not 'sec'\n");
  EXPECT_EQ(mistakesIn("blocking:\n  - names: a\n    category: [file]\n"),
            "test.yaml:6:15: error: one of sleep, file, dns, network, http, "
            "database, cache, process, wait, lock, console was expected, not "
            "a list\n");
}

TEST(PackMistakes, RequiredKeysOfEachSection) {
  auto Missing = [](llvm::StringRef Section, llvm::StringRef Entry) {
    return mistakesIn((Section + ":\n  - " + Entry + "\n").str());
  };
  auto Text = [](llvm::StringRef Key, llvm::StringRef Section) {
    return ("test.yaml:5:5: error: missing key '" + Key + "' in an entry of '" +
            Section + "'\n")
        .str();
  };
  EXPECT_EQ(Missing("blocking", "{names: a}"), Text("category", "blocking"));
  EXPECT_EQ(Missing("blocking", "{category: file}"), Text("names", "blocking"));
  EXPECT_EQ(Missing("descriptors", "{in: a}"), Text("names", "descriptors"));
  EXPECT_EQ(Missing("coroutines", "{types: a}"), Text("runtime", "coroutines"));
  EXPECT_EQ(Missing("coroutines", "{runtime: a}"), Text("types", "coroutines"));
  EXPECT_EQ(Missing("callbacks", "{names: a, arguments: 0}"),
            Text("context", "callbacks"));
  EXPECT_EQ(Missing("callbacks", "{names: a, context: loop}"),
            Text("arguments", "callbacks"));
  EXPECT_EQ(Missing("overrides", "{names: a}"), Text("context", "overrides"));
  EXPECT_EQ(Missing("executors", "{types: a}"), Text("context", "executors"));
  EXPECT_EQ(Missing("wrappers", "{names: a}"), Text("argument", "wrappers"));
  EXPECT_EQ(Missing("switches", "{names: a}"), Text("context", "switches"));
  EXPECT_EQ(Missing("replacements", "{runtime: a, category: file}"),
            Text("text", "replacements"));
  EXPECT_EQ(Missing("replacements", "{runtime: a, text: x}"),
            Text("category", "replacements"));
  EXPECT_EQ(Missing("replacements", "{text: x, category: file}"),
            Text("runtime", "replacements"));
  EXPECT_EQ(Missing("verify", "{package: x}"), Text("includes", "verify"));
}

TEST(PackMistakes, EntriesAreAboutTypesOrNames) {
  for (const char *Entry :
       {"{types: a, names: b, context: loop}", "{context: loop}"})
    EXPECT_EQ(mistakesIn(std::string("executors:\n  - ") + Entry + "\n"),
              "test.yaml:5:5: error: an entry of 'executors' has either "
              "'types' or 'names'\n");
}

TEST(PackMistakes, LocksSayWhatNamesDo) {
  EXPECT_EQ(mistakesIn("locks:\n  - names: [lock]\n"),
            "test.yaml:5:5: error: 'names' in 'locks' need 'acquire: true' or "
            "'release: true'\n");
  EXPECT_EQ(mistakesIn("locks:\n  - {types: a, release: true}\n"),
            "test.yaml:5:5: error: 'acquire' and 'release' are about 'names'; "
            "a guard does both\n");
}

TEST(PackMistakes, OnlyALoopHasHelpAmongEvents) {
  EXPECT_EQ(mistakesIn("events:\n"
                       "  - {names: a, event: runs-loop, help: in main}\n"
                       "  - {names: b, event: stops, help: in main}\n"),
            "test.yaml:6:36: error: 'help' of 'events' goes with 'event: "
            "runs-loop'\n");
  EXPECT_EQ(mistakesIn("events:\n  - {names: a, help: in main}\n"),
            "test.yaml:5:5: error: missing key 'event' in an entry of "
            "'events'\n");
  EXPECT_EQ(mistakesIn("events:\n  - {names: a, event: opens}\n"),
            "test.yaml:5:23: error: one of runs-loop, accepts, "
            "handles-signal, stops, answers-exceptions, handles-exceptions was "
            "expected, not 'opens'\n");
}

TEST(PackMistakes, StrictSaysWhy) {
  EXPECT_EQ(mistakesIn("blocking:\n"
                       "  - {names: a, category: file, level: strict}\n"),
            "test.yaml:5:5: error: missing key 'why': an entry of level strict "
            "says why it is one\n");
}

TEST(PackMistakes, SectionsAreListsOfMaps) {
  EXPECT_EQ(mistakesIn("blocking:\n"),
            "test.yaml:4:1: error: a list of entries was expected, not "
            "nothing\n");
  EXPECT_EQ(mistakesIn("blocking: []\n"),
            "test.yaml:4:11: error: a list of entries was expected, not an "
            "empty one\n");
  EXPECT_EQ(mistakesIn("blocking: {names: a}\n"),
            "test.yaml:4:11: error: a list of entries was expected, not a "
            "map\n");
  EXPECT_EQ(mistakesIn("blocking:\n  - read\n"),
            "test.yaml:5:5: error: an entry of 'blocking' is a map of keys and "
            "values, not 'read'\n");
}

/// The mistakes of one name of a function.
std::string inName(llvm::StringRef Quoted) {
  return mistakesIn(("nonblocking:\n  - names: [" + Quoted + "]\n").str());
}

TEST(PackMistakes, NamesAreWrittenAsPacksWriteThem) {
  const std::string At = "test.yaml:5:13: error: ";
  EXPECT_EQ(inName("\"::read\""),
            At + "bad name '::read': write it without the leading '::'\n");
  EXPECT_EQ(inName("\"a::b<int>::c\""), At + "bad name 'a::b<int>::c': write "
                                             "it without template arguments\n");
  EXPECT_EQ(inName("\"f(int)\""),
            At + "bad name 'f(int)': write it without parameters; 'when' "
                 "selects an overload\n");
  EXPECT_EQ(inName("a b"), At + "bad name 'a b': a name has no spaces\n");
  EXPECT_EQ(inName("\"\""), At + "a name was expected, not an empty text\n");
  EXPECT_EQ(inName("null"), At + "a name was expected, not nothing\n");
  EXPECT_EQ(inName("[a]"), At + "a name was expected, not a list\n");
  EXPECT_EQ(inName("\"a::::b\""),
            At + "bad name 'a::::b': a part between '::' is empty\n");
  EXPECT_EQ(inName("\"a::\""),
            At + "bad name 'a::': a part between '::' is empty\n");
  EXPECT_EQ(inName("a.b"),
            At + "bad name 'a.b': 'a.b' is no identifier of C++\n");
  EXPECT_EQ(inName("9a"), At + "bad name '9a': '9a' is no identifier of C++\n");
  EXPECT_EQ(inName("~a"), At + "bad name '~a': a destructor needs its class "
                               "before it, as in 'std::jthread::~jthread'\n");
  EXPECT_EQ(inName("\"a::operator +\""),
            At + "bad name 'a::operator +': 'operator +' is no operator; it is "
                 "written as in 'operator<<', 'operator()' or 'operator "
                 "bool'\n");
  EXPECT_EQ(inName("\"operator<<<\""),
            At + "bad name 'operator<<<': 'operator<<<' is no operator; it is "
                 "written as in 'operator<<', 'operator()' or 'operator "
                 "bool'\n");
  EXPECT_EQ(inName("\"a::*\""), At + "bad name 'a::*': '*' stands alone; write "
                                     "the class into 'in'\n");
}

TEST(PackMistakes, RightNamesAreTaken) {
  for (const char *Name :
       {"read", "std::this_thread::sleep_for", "a::a", "a::~a",
        "\"a::operator<<\"", "\"a::operator()\"", "\"a::operator[]\"",
        "\"a::operator->*\"", "\"a::operator<=>\"", "\"a::operator,\"",
        "a::operator bool", "a::operator std::string", "operator co_await",
        "\"operator\\\"\\\"_s\"", "operators", "a::operator_x", "_Exit",
        "\"gr\u00fc\u00dfe\""})
    EXPECT_EQ(inName(Name), "") << Name;
}

TEST(PackMistakes, ScopesAndTypesAreNoOperators) {
  EXPECT_EQ(mistakesIn("nonblocking:\n  - {names: a, in: \"b::*\"}\n"),
            "test.yaml:5:20: error: bad name 'b::*': '*' is no identifier of "
            "C++\n");
  EXPECT_EQ(mistakesIn("coroutines:\n"
                       "  - {types: \"a<int>\", runtime: x}\n"),
            "test.yaml:5:13: error: bad name 'a<int>': write it without "
            "template arguments\n");
}

TEST(PackMistakes, AnyMethodNeedsItsClass) {
  EXPECT_EQ(mistakesIn("nonblocking:\n  - names: ['*']\n"),
            "test.yaml:5:12: error: '*' needs the classes in 'in'\n");
  EXPECT_EQ(mistakesIn("nonblocking:\n  - {in: a, names: ['*', b]}\n"),
            "test.yaml:5:20: error: '*' stands alone; give the other names an "
            "entry of their own\n");
  EXPECT_EQ(mistakesIn("nonblocking:\n  - {in: a, names: '*'}\n"), "");
}

TEST(PackMistakes, NamesAreGivenOnce) {
  EXPECT_EQ(mistakesIn("nonblocking:\n"
                       "  - names: [a::b, c]\n"
                       "  - in: [x, a]\n"
                       "    names: [b]\n"),
            "test.yaml:7:13: error: 'a::b' is given twice in 'nonblocking' "
            "with the same conditions, first at line 5\n");
  EXPECT_EQ(mistakesIn("nonblocking:\n"
                       "  - names: [a, a]\n"),
            "test.yaml:5:16: error: 'a' is given twice in 'nonblocking' with "
            "the same conditions, first at line 5\n");
  EXPECT_EQ(mistakesIn("nonblocking:\n"
                       "  - {names: a, when: {arguments: 1, null: [2]}}\n"
                       "  - {names: a, when: {null: [2], arguments: 1}}\n"),
            "test.yaml:6:13: error: 'a' is given twice in 'nonblocking' with "
            "the same conditions, first at line 5\n");
  EXPECT_EQ(mistakesIn("coroutines:\n"
                       "  - {types: [a, a], runtime: x}\n"),
            "test.yaml:5:17: error: 'a' is given twice in 'coroutines' with "
            "the same conditions, first at line 5\n");
}

TEST(PackMistakes, CountsAreCounts) {
  for (const char *Text : {"-1", "+", "1-", "3-1", "1-x", "many", "1.5", "1+2",
                           "99999999999", "''"})
    EXPECT_NE(mistakesIn("nonblocking:\n  - {names: a, when: {arguments: " +
                         std::string(Text) + "}}\n")
                  .find("test.yaml:5:34: error: a count was expected, as in "
                        "2, \"2+\" or \"1-3\", not "),
              std::string::npos)
        << Text;
  EXPECT_EQ(mistakesIn("nonblocking:\n"
                       "  - {names: a, when: {arguments: [1]}}\n"),
            "test.yaml:5:34: error: a count was expected, as in 2, \"2+\" or "
            "\"1-3\", not a list\n");
}

TEST(PackMistakes, IndexesAreIndexes) {
  EXPECT_EQ(mistakesIn("blocking:\n"
                       "  - {names: a, category: wait, timeout: last}\n"),
            "test.yaml:5:41: error: the index of an argument was expected (0 "
            "is the first, -1 the last), not 'last'\n");
  EXPECT_EQ(mistakesIn("switches:\n  - {names: a, executor: any}\n"),
            "test.yaml:5:26: error: the index of an argument was expected (0 "
            "is the first, -1 the last, or receiver), not 'any'\n");
  EXPECT_EQ(mistakesIn("blocking:\n"
                       "  - names: a\n"
                       "    category: wait\n"
                       "    unless-called: {names: b, same: every}\n"),
            "test.yaml:7:37: error: the index of an argument was expected (0 "
            "is the first, -1 the last, receiver or any), not 'every'\n");
  EXPECT_EQ(mistakesIn("callbacks:\n"
                       "  - {names: a, arguments: [], context: loop}\n"),
            "test.yaml:5:27: error: the list is empty\n");
  EXPECT_EQ(mistakesIn("nonblocking:\n"
                       "  - {names: a, when: {null: [1, 1000]}}\n"),
            "test.yaml:5:33: error: the index of an argument was expected (0 "
            "is the first, -1 the last), not '1000'\n");
}

TEST(PackMistakes, IndexedValuesAreMaps) {
  EXPECT_EQ(mistakesIn("nonblocking:\n"
                       "  - {names: a, when: {types: [b]}}\n"),
            "test.yaml:5:30: error: a map from an argument's index was "
            "expected, as in {0: ...}, not a list\n");
  EXPECT_EQ(mistakesIn("nonblocking:\n"
                       "  - {names: a, when: {types: {0: b, 0: c}}}\n"),
            "test.yaml:5:37: error: argument '0' is given twice\n");
  EXPECT_EQ(mistakesIn("nonblocking:\n  - {names: a, when: {}}\n"),
            "test.yaml:5:22: error: 'when' is empty; leave it out\n");
}

TEST(PackMistakes, BitsAreBits) {
  for (const char *Text : {"0", "04000", "x", "-1", "1.5"})
    EXPECT_EQ(mistakesIn("nonblocking:\n  - {names: a, when: {bits: {0: " +
                         std::string(Text) + "}}}\n"),
              "test.yaml:5:33: error: bits were expected, as in 0x800, not '" +
                  std::string(Text) + "'\n");
}

TEST(PackMistakes, TextsAreOneLine) {
  EXPECT_EQ(mistakesIn("blocking:\n"
                       "  - names: a\n"
                       "    category: file\n"
                       "    why: ''\n"
                       "    help: |\n"
                       "      one\n"
                       "      two\n"),
            "test.yaml:7:10: error: a text was expected, not an empty one\n"
            "test.yaml:8:11: error: a text of one line was expected\n");
  EXPECT_EQ(mistakesIn("coroutines:\n"
                       "  - {types: a, runtime: x, returned: yes}\n"),
            "test.yaml:5:38: error: true or false was expected, not 'yes'\n");
}

TEST(PackMistakes, RuntimesAreKebabCase) {
  EXPECT_EQ(mistakesIn("coroutines:\n  - {types: a, runtime: Asio}\n"),
            "test.yaml:5:25: error: the key of a runtime is kebab-case, as in "
            "'asio', not 'Asio'\n");
  EXPECT_EQ(mistakesIn("blocking:\n"
                       "  - {names: a, category: wait, within: [a_b]}\n"),
            "test.yaml:5:40: error: the key of a runtime is kebab-case, as in "
            "'asio', not 'a_b'\n");
}

TEST(PackMistakes, ReplacementsAreChecked) {
  EXPECT_EQ(mistakesIn("replacements:\n"
                       "  - {runtime: a, category: file, text: f()}\n"
                       "  - {runtime: a, category: file, text: g()}\n"),
            "test.yaml:6:5: error: a second replacement for runtime 'a' and "
            "category 'file'\n");
  EXPECT_EQ(mistakesIn("replacements:\n"
                       "  - runtime: a\n"
                       "    category: file\n"
                       "    text: f({durration}, {argument:x})\n"),
            "test.yaml:7:11: error: bad placeholder: {argument:N} was "
            "expected, with N counted from 0\n"
            "test.yaml:7:11: error: unknown placeholder {durration}; known are "
            "{duration}, {argument:N} and the keys of 'needs'\n");
  EXPECT_EQ(mistakesIn("replacements:\n"
                       "  - runtime: a\n"
                       "    category: file\n"
                       "    text: f()\n"
                       "    headers: [<a.h>]\n"
                       "    needs: [x]\n"),
            "test.yaml:8:14: error: a header is written without <> and quotes, "
            "not '<a.h>'\n"
            "test.yaml:9:12: error: a map from a placeholder to types was "
            "expected, as in {scheduler: [coro::io_scheduler]}\n");
}

TEST(PackMistakes, FlagsCannotLoadCode) {
  for (const char *Flag : {"-fplugin=evil.so", "-Xclang", "-load", "-include",
                           "@file", "-fpass-plugin=x", "-D"})
    EXPECT_EQ(mistakesIn("verify:\n  - {includes: a.h, flags: ['" +
                         std::string(Flag) + "']}\n"),
              "test.yaml:5:28: error: flag '" + std::string(Flag) +
                  "' isn't allowed; allowed are -D, -U, -I, -isystem/path, "
                  "-std=, -fPIC, -pthread\n");
}

TEST(PackMistakes, PackagesLeftOutAreKnown) {
  EXPECT_EQ(mistakesIn("verify:\n"
                       "  - {package: libpqxx-dev, includes: pqxx/pqxx}\n"
                       "nonblocking:\n"
                       "  - {names: a, not-in: [libpqx-dev]}\n"),
            "test.yaml:7:24: error: no 'verify' of this pack has the package "
            "'libpqx-dev'; did you mean 'libpqxx-dev'?\n");
}

TEST(PackMistakes, AllAreReportedInOrderOfTheirPlaces) {
  EXPECT_EQ(mistakesIn("replacements:\n"
                       "  - {runtime: a, category: x, text: f()}\n"
                       "blocking:\n"
                       "  - names: ['::a']\n"
                       "    category: y\n"),
            "test.yaml:5:28: error: one of sleep, file, dns, network, http, "
            "database, cache, process, wait, lock, console was expected, not "
            "'x'\n"
            "test.yaml:7:13: error: bad name '::a': write it without the "
            "leading '::'\n"
            "test.yaml:8:15: error: one of sleep, file, dns, network, http, "
            "database, cache, process, wait, lock, console was expected, not "
            "'y'\n");
}

} // namespace
} // namespace asynctidy::catalog
