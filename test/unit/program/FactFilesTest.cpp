//===-- FactFilesTest.cpp - Facts as files between machines ---------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/program/FactFiles.h"
#include "lib/program/FactFileNames.h"
#include "test/unit/program/SampleFacts.h"
#include "test/unit/support/TempFolder.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include <map>
#include <set>

namespace asynctidy::program {
namespace {

using asynctidy::test::TempFolder;
using Names = std::vector<std::string>;

/// A folder with stores and exports in it.
class FactFiles : public ::testing::Test {
protected:
  Store open(llvm::StringRef Name) {
    std::string Word;
    return llvm::cantFail(Store::open(Folder.path(Name), Word));
  }
  Store read(llvm::StringRef Name) {
    return llvm::cantFail(Store::openReadOnly(Folder.path(Name)));
  }

  static void put(Store &To, const std::string &Unit, unsigned Seed = 0) {
    EXPECT_EQ(
        message(To.replace(sampleFacts(Unit, Seed), sampleRecord(Unit, Seed))),
        "");
  }

  /// Every file in the folder, relative to it, with its text.
  std::map<std::string, std::string> files(llvm::StringRef In) {
    std::map<std::string, std::string> Result;
    std::error_code EC;
    std::string Start = Folder.path(In);
    namespace fs = llvm::sys::fs;
    for (fs::recursive_directory_iterator At(Start, EC), End; At != End && !EC;
         At.increment(EC)) {
      llvm::StringRef Name(At->path());
      Name.consume_front(Start + "/");
      if (!fs::is_directory(At->path()))
        Result[Name.str()] = Folder.read((In + "/" + Name).str());
    }
    return Result;
  }
  Names names(llvm::StringRef In) {
    Names Result;
    for (auto &[Name, Text] : files(In))
      Result.push_back(Name);
    return Result;
  }

  std::string exporting(const Store &From) {
    return message(exportFacts(From, Folder.path("out")));
  }
  std::string importing(Store &To, const Names &Paths) {
    Names Full;
    for (const std::string &Path : Paths)
      Full.push_back(Folder.path(Path));
    return message(importFacts(To, Full));
  }
  std::string merging(const Names &Inputs) {
    Names Full;
    for (const std::string &Input : Inputs)
      Full.push_back(Folder.path(Input));
    return message(mergeFacts(Folder.path("merged%41/all.db"), Full));
  }

  TempFolder Folder;
};

TEST(FactFileNames, AreReadable) {
  EXPECT_EQ(factFileName("main.cpp"), "main.cpp.facts.json");
  EXPECT_EQ(factFileName("src/web-api/v1_2.cc"),
            "src/web-api/v1_2.cc.facts.json");
  EXPECT_EQ(factFileName("src/MainWindow.cpp"),
            "src/!main!window.cpp.facts.json");
  EXPECT_EQ(factFileName("/usr/x.cpp"), "%/usr/x.cpp.facts.json");
  EXPECT_EQ(factFileName("../a b.cpp"), "%2e./a%20b.cpp.facts.json");
  EXPECT_EQ(factFileName("x.facts.json/a"), "x.facts%2ejson/a.facts.json");
}

TEST(FactFileNames, NeverLeaveTheFolderNorCollide) {
  const std::string Long(300, 'n');
  const std::string Hostile[] = {"",
                                 "/",
                                 "//",
                                 "..",
                                 "../..",
                                 "../../etc/x",
                                 ".",
                                 "./a",
                                 "a/./b",
                                 "a/../b",
                                 "a//b",
                                 "a/b",
                                 "a/b/",
                                 "/a/b",
                                 "A/b",
                                 "a/B",
                                 "!a/b",
                                 "%/a/b",
                                 "%2e./a",
                                 "a%2fb",
                                 "a\\b",
                                 "c:\\a",
                                 "a\nb",
                                 "a b",
                                 "a+b",
                                 ".hidden",
                                 "a.",
                                 "a",
                                 "a.facts.json",
                                 "a.facts.json/b",
                                 "a.facts%2ejson/b",
                                 "\xC3\xA9",
                                 "e\xCC\x81",
                                 "\xFF",
                                 Long,
                                 Long + "x",
                                 Long + "/a",
                                 Long + "/b",
                                 "%-",
                                 std::string("a\0b", 3)};
  std::set<std::string> Seen;
  for (const std::string &Unit : Hostile) {
    std::string Name = factFileName(Unit);
    EXPECT_TRUE(Seen.insert(llvm::StringRef(Name).lower()).second) << Unit;
    EXPECT_TRUE(llvm::StringRef(Name).ends_with(FactFileSuffix)) << Name;
    llvm::SmallVector<llvm::StringRef> Parts;
    llvm::StringRef(Name).split(Parts, '/');
    for (llvm::StringRef Part : Parts) {
      EXPECT_FALSE(Part.empty() || Part.starts_with(".")) << Name;
      EXPECT_LE(Part.size(), 230u) << Name;
      EXPECT_TRUE(llvm::all_of(Part, [](char C) {
        return llvm::isPrint(C) && C != '\\' && C != ':';
      })) << Name;
    }
  }
  // No folder is another unit's file.
  for (const std::string &Name : Seen)
    for (const std::string &Other : Seen)
      EXPECT_FALSE(llvm::StringRef(Other).starts_with(Name + "/")) << Other;
}

TEST_F(FactFiles, BringEverythingButTheSeconds) {
  Store From = open("from.db");
  const Names Units = {"../up.cpp", "/abs/X.cpp", "src/a.cpp"};
  for (const std::string &Unit : Units)
    put(From, Unit, 7);
  ASSERT_EQ(exporting(From), "");
  EXPECT_EQ(names("out"),
            (Names{"%/abs/!x.cpp.facts.json", "%2e./up.cpp.facts.json",
                   "src/a.cpp.facts.json"}));
  Store To = open("to.db");
  ASSERT_EQ(importing(To, {"out"}), "");
  EXPECT_EQ(llvm::cantFail(To.units()), Units);
  for (const std::string &Unit : Units) {
    EXPECT_TRUE(llvm::cantFail(To.facts(Unit)) == sampleFacts(Unit, 7));
    UnitRecord Record = sampleRecord(Unit, 7);
    Record.Seconds = 0;
    EXPECT_TRUE(llvm::cantFail(To.record(Unit)) == Record);
  }
}

TEST_F(FactFiles, AreTheSameEverywhere) {
  Store From = open("from.db");
  put(From, "a.cpp", 1);
  put(From, "b.cpp", 2);
  ASSERT_EQ(exporting(From), "");
  auto First = files("out");
  EXPECT_EQ(First.size(), 2u);
  ASSERT_EQ(exporting(From), "");
  EXPECT_EQ(files("out"), First);
  Store Other = open("other.db");
  put(Other, "b.cpp", 3);
  put(Other, "b.cpp", 2);
  ASSERT_EQ(importing(Other, {"out/a.cpp.facts.json"}), "");
  ASSERT_EQ(message(exportFacts(Other, Folder.path("out2"))), "");
  EXPECT_EQ(files("out2"), First);
}

TEST_F(FactFiles, OfUnitsThatAreGoneAreRemovedOthersStay) {
  Store From = open("from.db");
  for (const char *Unit : {"deep/er/gone.cpp", "deep/stays.cpp", "b.cpp"})
    put(From, Unit);
  ASSERT_EQ(exporting(From), "");
  std::string Gone = Folder.read("out/deep/er/gone.cpp.facts.json");
  // Of the same unit, but not where an export puts it.
  Folder.write("out/copy.facts.json", Gone);
  Folder.write("out/mine.facts.json", "{\"my\": \"facts\"}");
  Folder.write("out/unit.cpp.facts.json", "{\"unit\": \"unit.cpp\"}");
  Folder.write("out/notes.txt", "x");
  // Made by another version.
  Folder.write("out/older.cpp.facts.json",
               "{\"version\": 0, \"unit\": \"older.cpp\", \"x\": {");
  ASSERT_FALSE(llvm::sys::fs::create_link(Folder.path("elsewhere"),
                                          Folder.path("out/l")));
  Folder.write("elsewhere/e.cpp.facts.json",
               "{\"version\": 1, \"unit\": \"l/e.cpp\"}");
  ASSERT_EQ(message(From.keepOnly({"deep/stays.cpp", "b.cpp"})), "");
  ASSERT_EQ(exporting(From), "");
  EXPECT_TRUE(llvm::sys::fs::exists(Folder.path("elsewhere/e.cpp.facts.json")));
  llvm::sys::fs::remove(Folder.path("out/l"));
  EXPECT_EQ(names("out"), (Names{"b.cpp.facts.json", "copy.facts.json",
                                 "deep/stays.cpp.facts.json", "mine.facts.json",
                                 "notes.txt", "unit.cpp.facts.json"}));
  EXPECT_FALSE(llvm::sys::fs::exists(Folder.path("out/deep/er")));
}

TEST_F(FactFiles, ThatCannotBeWrittenAreNamed) {
  Store From = open("from.db");
  put(From, "a/b.cpp");
  put(From, "c.cpp");
  Folder.write("out/a", "a file where a folder has to be");
  std::string Said = exporting(From);
  EXPECT_TRUE(llvm::StringRef(Said).starts_with(
      "can't write '" + Folder.path("out/a/b.cpp.facts.json") + "': "))
      << Said;
  EXPECT_EQ(names("out"), (Names{"a", "c.cpp.facts.json"}));
}

TEST_F(FactFiles, WithMistakesAreAllReportedAndNotImported) {
  Store From = open("from.db");
  for (const char *Unit : {"a.cpp", "b.cpp", "c.cpp", "d.cpp"})
    put(From, Unit, 1);
  ASSERT_EQ(exporting(From), "");
  std::string Good = Folder.read("out/a.cpp.facts.json");
  std::string Cut = Good.substr(0, Good.size() / 2);
  Folder.write("out/a.cpp.facts.json", Cut);
  Folder.write("out/c.cpp.facts.json",
               "{\"version\": " + std::to_string(FactsVersion) +
                   R"(, "unit": "c.cpp", "files": [1],)"
                   R"( "events": [{"by": 3}, {"x": 1}]})");
  Folder.write("out/ignored.json", "{");
  Store To = open("to.db");
  put(To, "a.cpp", 2);
  std::string Said = importing(To, {"out", "none.facts.json"});
  std::string Out = Folder.path("out/");
  llvm::SmallVector<llvm::StringRef> Lines;
  llvm::StringRef(Said).split(Lines, '\n');
  ASSERT_EQ(Lines.size(), 4u) << Said;
  EXPECT_TRUE(Lines[0].starts_with(Out + "a.cpp.facts.json: line ")) << Said;
  EXPECT_EQ(Lines[1], Out + "c.cpp.facts.json: files[0]: expected a text");
  EXPECT_EQ(Lines[2],
            Out + "c.cpp.facts.json: events[1].x: there is no such field");
  EXPECT_EQ(Lines[3], "can't read '" + Folder.path("none.facts.json") +
                          "': No such file or directory");
  EXPECT_EQ(llvm::cantFail(To.units()), (Names{"a.cpp", "b.cpp", "d.cpp"}));
  EXPECT_TRUE(llvm::cantFail(To.facts("a.cpp")) == sampleFacts("a.cpp", 2));
  EXPECT_TRUE(llvm::cantFail(To.facts("d.cpp")) == sampleFacts("d.cpp", 1));
}

TEST_F(FactFiles, OfAnyNameAreImported) {
  Folder.write("x.json", jsonOf(sampleFacts("a.cpp", 1)));
  Folder.write("y.json", jsonOf(sampleFacts("a.cpp", 2)));
  Store To = open("to.db");
  EXPECT_EQ(importing(To, {"x.json", "y.json"}), "");
  EXPECT_TRUE(llvm::cantFail(To.facts("a.cpp")) == sampleFacts("a.cpp", 2));
}

TEST_F(FactFiles, AndStoresAreMergedTheLastOneWins) {
  {
    Store One = open("one.db");
    for (const char *Unit : {"a.cpp", "b.cpp", "c.cpp"})
      put(One, Unit, 1);
    Store Two = open("two#.store");
    for (const char *Unit : {"b.cpp", "c.cpp"})
      put(Two, Unit, 2);
    Store Three = open("three.db");
    put(Three, "c.cpp", 3);
    ASSERT_EQ(exporting(Three), "");
    // Still open: what is only in the log counts.
    ASSERT_EQ(merging({"one.db", "two#.store", "out"}), "");
    put(One, "d.cpp", 1);
  }
  {
    Store All = read("merged%41/all.db");
    EXPECT_EQ(llvm::cantFail(All.units()), (Names{"a.cpp", "b.cpp", "c.cpp"}));
    EXPECT_TRUE(llvm::cantFail(All.facts("a.cpp")) == sampleFacts("a.cpp", 1));
    EXPECT_TRUE(llvm::cantFail(All.record("a.cpp")) ==
                sampleRecord("a.cpp", 1));
    EXPECT_TRUE(llvm::cantFail(All.facts("b.cpp")) == sampleFacts("b.cpp", 2));
    EXPECT_TRUE(llvm::cantFail(All.facts("c.cpp")) == sampleFacts("c.cpp", 3));
  }
  // Into itself, and the other way around.
  ASSERT_EQ(merging({"out", "merged%41/all.db", "one.db"}), "");
  Store All = read("merged%41/all.db");
  EXPECT_EQ(llvm::cantFail(All.units()),
            (Names{"a.cpp", "b.cpp", "c.cpp", "d.cpp"}));
  EXPECT_TRUE(llvm::cantFail(All.facts("c.cpp")) == sampleFacts("c.cpp", 1));
  EXPECT_TRUE(llvm::all_of(names("merged%41"), [](const std::string &Name) {
    return llvm::StringRef(Name).starts_with("all.db");
  }));
}

TEST_F(FactFiles, AreMergedOverAStoreThatSomebodyHasOpen) {
  {
    put(*std::make_unique<Store>(open("one.db")), "new.cpp", 1);
  }
  Store Old = open("merged%41/all.db");
  put(Old, "old.cpp");
  ASSERT_EQ(merging({"one.db"}), "");
  EXPECT_NE(message(Old.changeCount()), "");
  EXPECT_NE(message(Old.replace(sampleFacts("x"), sampleRecord("x"))), "");
  EXPECT_EQ(llvm::cantFail(read("merged%41/all.db").units()), Names{"new.cpp"});
  {
    Store Gone = std::move(Old);
  }
  Store All = open("merged%41/all.db");
  EXPECT_EQ(llvm::cantFail(All.units()), Names{"new.cpp"});
  EXPECT_TRUE(llvm::cantFail(All.facts("new.cpp")) ==
              sampleFacts("new.cpp", 1));
}

TEST_F(FactFiles, WithMistakesAreNotMerged) {
  {
    Store One = open("one.db");
    put(One, "a.cpp", 1);
    Store Before = open("merged%41/all.db");
    put(Before, "before.cpp");
  }
  Folder.write("bad.facts.json", "{}");
  Folder.write("worse.facts.json", "");
  EXPECT_EQ(merging({"one.db", "bad.facts.json", "worse.facts.json"}),
            Folder.path("bad.facts.json") +
                ": these are no facts: there is no version\n" +
                Folder.path("worse.facts.json") +
                ": these are no facts: there is no version");
  EXPECT_EQ(names("merged%41"), Names{"all.db"});
  EXPECT_EQ(llvm::cantFail(read("merged%41/all.db").units()),
            Names{"before.cpp"});
}

TEST_F(FactFiles, AreNotMergedOverAFileThatIsNoStore) {
  Folder.write("merged%41/all.db", "my diary");
  {
    put(*std::make_unique<Store>(open("one.db")), "a.cpp");
  }
  EXPECT_EQ(merging({"one.db"}),
            "'" + Folder.path("merged%41/all.db") +
                "' is no store of async-tidy: it is left as it is");
  EXPECT_EQ(Folder.read("merged%41/all.db"), "my diary");
  EXPECT_EQ(names("merged%41"), Names{"all.db"});
}

} // namespace
} // namespace asynctidy::program
