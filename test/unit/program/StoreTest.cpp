//===-- StoreTest.cpp - The facts of all units ----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/program/Store.h"
#include "test/unit/program/SampleFacts.h"
#include "test/unit/support/TempFolder.h"
#include "llvm/ADT/StringExtras.h"
#include <sys/wait.h>
#include <unistd.h>

namespace asynctidy::program {
namespace {

using asynctidy::test::TempFolder;
using Names = std::vector<std::string>;

/// A folder with a store in it.
class StoreTest : public ::testing::Test {
protected:
  std::string path() const { return Folder.path("store.db"); }

  Store open() {
    auto Opened = Store::open(path(), Word);
    return llvm::cantFail(std::move(Opened));
  }
  Store openReadOnly() { return llvm::cantFail(Store::openReadOnly(path())); }

  /// Why it can't be opened; empty when it can.
  std::string opening() { return message(Store::open(path(), Word)); }
  std::string openingReadOnly() { return message(Store::openReadOnly(path())); }

  static void put(Store &To, const std::string &Unit, unsigned Seed = 0) {
    EXPECT_EQ(
        message(To.replace(sampleFacts(Unit, Seed), sampleRecord(Unit, Seed))),
        "");
  }

  /// Runs SQL as somebody else would.
  void sql(const char *Sql) {
    auto Db = sqlite::Database::open(path(), sqlite::Access::Write);
    ASSERT_EQ(Db ? message(Db->run(Sql)) : message(Db.takeError()), "");
  }

  /// Overwrites bytes of the file.
  void damage(size_t Offset, size_t Size) {
    std::string Text = Folder.read("store.db");
    ASSERT_GE(Text.size(), Offset + Size);
    Text.replace(Offset, Size, Size, '\xA5');
    Folder.write("store.db", Text);
  }

  TempFolder Folder;
  std::string Word;
};

TEST_F(StoreTest, GivesBackWhatWasPut) {
  Store S = open();
  EXPECT_EQ(Word, "");
  put(S, "b.cpp", 1);
  put(S, "a.cpp", 2);
  auto Check = [](const Store &From) {
    EXPECT_EQ(llvm::cantFail(From.units()), (Names{"a.cpp", "b.cpp"}));
    EXPECT_TRUE(llvm::cantFail(From.facts("b.cpp")) == sampleFacts("b.cpp", 1));
    EXPECT_TRUE(llvm::cantFail(From.record("a.cpp")) ==
                sampleRecord("a.cpp", 2));
    EXPECT_FALSE(llvm::cantFail(From.facts("c.cpp")));
    EXPECT_FALSE(llvm::cantFail(From.record("c.cpp")));
    Names Given;
    EXPECT_EQ(message(From.forEachUnit([&](UnitFacts Facts) {
                Given.push_back(Facts.Unit);
                EXPECT_TRUE(Facts ==
                            sampleFacts(Facts.Unit, Given.size() == 1 ? 2 : 1));
              })),
              "");
    EXPECT_EQ(Given, (Names{"a.cpp", "b.cpp"}));
  };
  Check(S);
  Check(open());
  EXPECT_EQ(Word, "");
  Check(openReadOnly());
}

TEST_F(StoreTest, ForgetsWhatAUnitNoLongerSays) {
  Store S = open();
  put(S, "a.cpp", 1);
  put(S, "b.cpp", 1);
  UnitFacts Less;
  Less.Unit = "a.cpp";
  Less.Files = {"a.cpp"};
  EXPECT_EQ(message(S.replace(Less, sampleRecord("a.cpp", 5))), "");
  EXPECT_TRUE(llvm::cantFail(S.facts("a.cpp")) == Less);
  EXPECT_TRUE(llvm::cantFail(S.record("a.cpp")) == sampleRecord("a.cpp", 5));
  EXPECT_TRUE(llvm::cantFail(S.facts("b.cpp")) == sampleFacts("b.cpp", 1));
}

TEST_F(StoreTest, KeepsOnlyUnitsOfTheProject) {
  Store S = open();
  for (const char *Unit : {"a.cpp", "b.cpp", "c.cpp"})
    put(S, Unit);
  EXPECT_EQ(message(S.keepOnly({"c.cpp", "new.cpp", "a.cpp"})), "");
  EXPECT_EQ(llvm::cantFail(S.units()), (Names{"a.cpp", "c.cpp"}));
  EXPECT_FALSE(llvm::cantFail(S.facts("b.cpp")));
  EXPECT_TRUE(llvm::cantFail(S.facts("c.cpp")) == sampleFacts("c.cpp"));
  auto Db =
      llvm::cantFail(sqlite::Database::open(path(), sqlite::Access::Read));
  EXPECT_EQ(llvm::cantFail(Db.number("SELECT count(DISTINCT unit) FROM facts")),
            2);
}

TEST_F(StoreTest, RefusesFactsThatCouldNotBeReadAgain) {
  Store S = open();
  put(S, "a.cpp");
  UnitFacts Facts = sampleFacts("a.cpp");
  Facts.Events[0].By = 1000;
  EXPECT_EQ(message(S.replace(Facts, sampleRecord("a.cpp"))),
            "broken facts: events[0].by: there is no symbol 1000");
  EXPECT_EQ(message(S.replace(sampleFacts("a.cpp"), sampleRecord("b.cpp"))),
            "facts of 'a.cpp' with the record of 'b.cpp'");
  EXPECT_TRUE(llvm::cantFail(S.facts("a.cpp")) == sampleFacts("a.cpp"));
}

TEST_F(StoreTest, KeepsAnyBytesInNamesAndRecords) {
  Store S = open();
  const std::string Odd("'\"; \0\xFF\n%_", 9);
  UnitFacts Facts;
  Facts.Unit = Odd;
  Facts.Files = {Odd};
  UnitRecord Record = {Odd, Odd, Odd + Odd, Odd, "", -1};
  EXPECT_EQ(message(S.replace(Facts, Record)), "");
  EXPECT_EQ(llvm::cantFail(S.units()), Names{Odd});
  EXPECT_TRUE(llvm::cantFail(S.facts(Odd)) == Facts);
  EXPECT_TRUE(llvm::cantFail(S.record(Odd)) == Record);
}

TEST_F(StoreTest, CountsChangesOfEverybody) {
  Store S = open();
  Store Other = open();
  Store Reader = openReadOnly();
  uint64_t Mine = llvm::cantFail(S.changeCount());
  uint64_t Read = llvm::cantFail(Reader.changeCount());
  auto Changed = [&] {
    uint64_t NewMine = llvm::cantFail(S.changeCount());
    uint64_t NewRead = llvm::cantFail(Reader.changeCount());
    EXPECT_EQ(NewMine == Mine, NewRead == Read);
    bool Result = NewMine != Mine;
    Mine = NewMine;
    Read = NewRead;
    return Result;
  };
  EXPECT_FALSE(Changed());
  put(S, "a.cpp");
  EXPECT_TRUE(Changed());
  put(Other, "a.cpp", 1);
  EXPECT_TRUE(Changed());
  EXPECT_FALSE(Changed());
  EXPECT_EQ(message(S.keepOnly({})), "");
  EXPECT_TRUE(Changed());
}

TEST_F(StoreTest, GivesOneMomentWhileOthersWrite) {
  Store S = open();
  put(S, "a.cpp", 1);
  put(S, "b.cpp", 1);
  Store Other = open();
  unsigned Given = 0;
  EXPECT_EQ(message(S.forEachUnit([&](UnitFacts Facts) {
              put(Other, "b.cpp", 2);
              put(Other, "c.cpp", 2);
              ++Given;
              EXPECT_TRUE(Facts == sampleFacts(Facts.Unit, 1));
              EXPECT_TRUE(llvm::cantFail(S.record("b.cpp")) ==
                          sampleRecord("b.cpp", 1));
            })),
            "");
  EXPECT_EQ(Given, 2u);
  EXPECT_TRUE(llvm::cantFail(S.facts("b.cpp")) == sampleFacts("b.cpp", 2));
}

TEST_F(StoreTest, IsMadeInFoldersWithAnyName) {
  std::string Path = Folder.path("a b/%41?x=1#y/&'\"/s?mode=ro.db");
  {
    auto S = llvm::cantFail(Store::open(Path, Word));
    put(S, "a.cpp");
  }
  EXPECT_TRUE(llvm::sys::fs::exists(Path));
  auto S = llvm::cantFail(Store::openReadOnly(Path));
  EXPECT_EQ(llvm::cantFail(S.units()), Names{"a.cpp"});
}

TEST_F(StoreTest, OfAnotherVersionIsMadeAnew) {
  {
    Store S = open();
    put(S, "a.cpp");
  }
  sql("CREATE TABLE \"of\"\"later\"(x); CREATE VIEW v AS SELECT 1;"
      "PRAGMA user_version = 77");
  EXPECT_EQ(openingReadOnly(), "the store '" + path() +
                                   "' is of another version: run 'async-tidy "
                                   "run' to make it anew");
  Store S = open();
  EXPECT_EQ(Word, "the store '" + path() +
                      "' was of another version: it is made anew");
  EXPECT_EQ(llvm::cantFail(S.units()), Names{});
  put(S, "b.cpp");
  Store Again = open();
  EXPECT_EQ(Word, "");
  EXPECT_EQ(llvm::cantFail(Again.units()), Names{"b.cpp"});
}

TEST_F(StoreTest, IsNotWrittenByAConnectionOfAnotherVersion) {
  Store S = open();
  sql("PRAGMA user_version = 77");
  std::string Said = "the store '" + path() + "' was made anew meanwhile";
  EXPECT_EQ(message(S.replace(sampleFacts("a"), sampleRecord("a"))), Said);
  EXPECT_EQ(message(S.changeCount()), Said);
}

TEST_F(StoreTest, WithoutTablesIsMadeAnew) {
  {
    open();
  }
  sql("DROP TABLE facts");
  std::string Broken = "the store '" + path() +
                       "' is broken: run 'async-tidy "
                       "run' to make it anew";
  EXPECT_EQ(openingReadOnly(), Broken);
  Store S = open();
  EXPECT_EQ(Word, "the store '" + path() + "' was broken: it is made anew");
  put(S, "a.cpp");
}

TEST_F(StoreTest, WithADamagedStartIsMadeAnew) {
  {
    Store S = open();
    put(S, "a.cpp");
  }
  damage(100, 200);
  EXPECT_NE(openingReadOnly(), "");
  {
    Store S = open();
    EXPECT_EQ(Word, "the store '" + path() + "' was broken: it is made anew");
    put(S, "a.cpp");
  }
  EXPECT_EQ(openingReadOnly(), "");
  EXPECT_EQ(opening(), "");
  EXPECT_EQ(Word, "");
}

TEST_F(StoreTest, DamagedInsideSaysSoAndIsMadeAnewTheNextTime) {
  {
    Store S = open();
    put(S, "a.cpp");
    put(S, "b.cpp");
  }
  size_t Size = Folder.read("store.db").size();
  damage(Size / 2, Size / 2);
  {
    Store S = open();
    EXPECT_EQ(Word, "");
    std::string Said = message(S.forEachUnit([](UnitFacts) {}));
    EXPECT_TRUE(llvm::StringRef(Said).starts_with("the store is broken: '" +
                                                  path() + "': "))
        << Said;
    EXPECT_TRUE(llvm::StringRef(Said).ends_with(
        ": run 'async-tidy run' to make it anew"))
        << Said;
  }
  Store S = open();
  EXPECT_EQ(Word, "the store '" + path() + "' was broken: it is made anew");
  put(S, "a.cpp");
  EXPECT_EQ(message(S.forEachUnit([](UnitFacts) {})), "");
}

TEST_F(StoreTest, WithFactsThatCannotBeDecodedIsMadeAnewTheNextTime) {
  {
    Store S = open();
    put(S, "a.cpp");
    sql("UPDATE facts SET data = X'01' WHERE kind = 'events'");
    EXPECT_EQ(message(S.facts("a.cpp")),
              "the store is broken: '" + path() +
                  "': broken facts: events, byte 1: it ends early: run "
                  "'async-tidy run' to make it anew");
  }
  EXPECT_EQ(opening(), "");
  EXPECT_NE(Word, "");
}

TEST_F(StoreTest, WithIndicesOutsideTheirTablesIsMadeAnewTheNextTime) {
  UnitFacts Wrong;
  Wrong.Events = {{catalog::EventKind::RunsLoop, "x", "", 97, {}}};
  std::string Hex;
  encodeKinds(Wrong, [&](llvm::StringRef, llvm::StringRef Data) {
    Hex = llvm::toHex(Data);
  });
  Store S = open();
  put(S, "a.cpp");
  sql(("UPDATE facts SET data = X'" + Hex + "' WHERE kind = 'events'").c_str());
  EXPECT_EQ(message(S.facts("a.cpp")),
            "the store is broken: '" + path() +
                "': broken facts: events[0].by: there is no symbol 97: run "
                "'async-tidy run' to make it anew");
  EXPECT_EQ(opening(), "");
  EXPECT_NE(Word, "");
}

TEST_F(StoreTest, HalfMadeByOneWhoDiedIsAnEmptyOne) {
  {
    open();
  }
  // A journal says what was before: a database of no pages. Magic, unknown
  // count of records, nonce, pages, sizes of sectors and pages.
  const char Header[] = "\xD9\xD5\x05\xF9\x20\xA1\x63\xD7\xFF\xFF\xFF\xFF"
                        "\0\0\0\1\0\0\0\0\0\0\2\0\0\0\x10\0";
  std::string Journal(Header, sizeof(Header) - 1);
  Journal.resize(512);
  Folder.write("store.db-journal", Journal);
  Store S = open();
  EXPECT_EQ(Word, "");
  put(S, "a.cpp");
}

TEST_F(StoreTest, RemadeWhileItIsOpenIsNoticed) {
  Store Old = open();
  put(Old, "a.cpp");
  sql("PRAGMA user_version = -1"); // the mark of a broken one
  Store New = open();
  EXPECT_NE(Word, "");
  put(New, "b.cpp");
  EXPECT_NE(message(Old.replace(sampleFacts("c"), sampleRecord("c"))), "");
  EXPECT_NE(message(Old.changeCount()), "");
  {
    Store Gone = std::move(Old);
  }
  EXPECT_EQ(llvm::cantFail(open().units()), Names{"b.cpp"});
}

TEST_F(StoreTest, NeverTakesAFileThatIsNotOne) {
  const std::string Said =
      "'" + path() + "' is no store of async-tidy: it is left as it is";
  for (const std::string &Text :
       {std::string("my diary"), std::string(5'000, 'x')}) {
    Folder.write("store.db", Text);
    EXPECT_EQ(opening(), Said);
    EXPECT_EQ(openingReadOnly(), Said);
    EXPECT_EQ(Folder.read("store.db"), Text);
  }
  llvm::sys::fs::remove(path());
  sql("PRAGMA journal_mode = WAL; CREATE TABLE songs(name);"
      "INSERT INTO songs VALUES('x'); PRAGMA user_version = 5");
  std::string Text = Folder.read("store.db");
  EXPECT_EQ(opening(), Said);
  EXPECT_EQ(openingReadOnly(), Said);
  EXPECT_EQ(Folder.read("store.db"), Text);
  EXPECT_NE(message(Store::open(Folder.root(), Word)), "");
}

TEST_F(StoreTest, IsMadeInAnEmptyFile) {
  Folder.write("store.db", "");
  EXPECT_EQ(openingReadOnly(), "the store '" + path() +
                                   "' is empty: run 'async-tidy run' to make "
                                   "it anew");
  EXPECT_EQ(opening(), "");
  EXPECT_EQ(Word, "");
  EXPECT_EQ(openingReadOnly(), "");
}

TEST_F(StoreTest, MissingIsNotMadeByAReader) {
  EXPECT_EQ(openingReadOnly(), "the store '" + path() +
                                   "' isn't there: run 'async-tidy run' to "
                                   "make it");
  EXPECT_FALSE(llvm::sys::fs::exists(path()));
}

TEST_F(StoreTest, ForReadersCannotBeWritten) {
  {
    Store S = open();
    put(S, "a.cpp");
  }
  Store S = openReadOnly();
  EXPECT_NE(message(S.replace(sampleFacts("b"), sampleRecord("b"))), "");
  EXPECT_NE(message(S.keepOnly({})), "");
  EXPECT_EQ(llvm::cantFail(S.units()), Names{"a.cpp"});
}

TEST_F(StoreTest, IsReadInAFolderThatNobodyMayWriteTo) {
  {
    Store S = open();
    put(S, "a.cpp");
  }
  namespace fs = llvm::sys::fs;
  auto ReadOnly = static_cast<fs::perms>(fs::all_read | fs::all_exe);
  ASSERT_FALSE(fs::setPermissions(path(), fs::all_read));
  ASSERT_FALSE(fs::setPermissions(Folder.root(), ReadOnly));
  // Nothing is forbidden to root: be somebody else.
  pid_t Child = ::fork();
  ASSERT_GE(Child, 0);
  if (Child == 0) {
    if (::getuid() == 0 && (::setgid(65534) != 0 || ::setuid(65534) != 0))
      ::_exit(2);
    auto S = Store::openReadOnly(path());
    bool Same = S && llvm::cantFail(S->facts("a.cpp")) == sampleFacts("a.cpp");
    auto Written = Store::open(path(), Word);
    ::_exit(Same && !Written ? 0 : 1);
  }
  int Status = 0;
  ASSERT_EQ(::waitpid(Child, &Status, 0), Child);
  EXPECT_TRUE(WIFEXITED(Status) && WEXITSTATUS(Status) == 0) << Status;
  fs::setPermissions(Folder.root(), fs::all_all);
  // It leaves nothing behind.
  EXPECT_FALSE(fs::exists(path() + "-wal"));
}

} // namespace
} // namespace asynctidy::program
