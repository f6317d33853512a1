//===-- StoreProcessTest.cpp - A store and several processes --------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/program/Store.h"
#include "test/unit/program/SampleFacts.h"
#include "test/unit/support/TempFolder.h"
#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

namespace asynctidy::program {
namespace {

using asynctidy::test::TempFolder;
using Names = std::vector<std::string>;

/// A folder and processes that use it at once.
class StoreProcess : public ::testing::Test {
protected:
  std::string path() const { return Folder.path("made/store.db"); }

  /// Runs \p Work in another process, which has failed when it says no.
  template <typename F> pid_t start(F Work) {
    pid_t Child = ::fork();
    EXPECT_GE(Child, 0);
    if (Child == 0)
      ::_exit(Work() ? 0 : 1);
    return Child;
  }
  static bool succeeds(pid_t Child) {
    int Status = 0;
    return ::waitpid(Child, &Status, 0) == Child && WIFEXITED(Status) &&
           WEXITSTATUS(Status) == 0;
  }

  /// Opens the store and writes units of its own, and one that all write.
  bool write(unsigned Process, unsigned Units) {
    std::string Word;
    auto S = Store::open(path(), Word);
    if (!S) {
      llvm::errs() << llvm::toString(S.takeError()) << '\n';
      return false;
    }
    for (unsigned I = 0; I != Units; ++I)
      for (const std::string &Unit :
           {std::to_string(Process) + "/" + std::to_string(I),
            std::string("common")})
        if (llvm::Error Failed = S->replace(sampleFacts(Unit, Process),
                                            sampleRecord(Unit, Process))) {
          llvm::errs() << llvm::toString(std::move(Failed)) << '\n';
          return false;
        }
    return true;
  }

  /// Each unit has facts and record that were written together.
  void expectWhole(const Store &S, size_t Units) {
    size_t Count = 0;
    EXPECT_EQ(message(S.forEachUnit([&](UnitFacts Facts) {
                ++Count;
                auto Record = llvm::cantFail(S.record(Facts.Unit));
                ASSERT_TRUE(Record);
                unsigned Seed = 0;
                ASSERT_FALSE(llvm::StringRef(Record->Key)
                                 .drop_front(4)
                                 .getAsInteger(10, Seed));
                EXPECT_TRUE(Facts == sampleFacts(Facts.Unit, Seed))
                    << Facts.Unit;
                EXPECT_TRUE(*Record == sampleRecord(Facts.Unit, Seed))
                    << Facts.Unit;
              })),
              "");
    EXPECT_EQ(Count, Units);
  }

  void runWriters(unsigned Processes, unsigned Units) {
    std::vector<pid_t> Children;
    for (unsigned I = 0; I != Processes; ++I)
      Children.push_back(start([&, I] { return write(I, Units); }));
    for (pid_t Child : Children)
      EXPECT_TRUE(succeeds(Child));
    expectWhole(llvm::cantFail(Store::openReadOnly(path())),
                Processes * Units + 1);
  }

  TempFolder Folder;
};

TEST_F(StoreProcess, WritesWhileOthersDo) { runWriters(4, 15); }

TEST_F(StoreProcess, MakesTheStoreWhileOthersDo) {
  for (unsigned Round = 0; Round != 2; ++Round) {
    llvm::sys::fs::remove_directories(Folder.path("made"));
    runWriters(4, 1);
  }
}

TEST_F(StoreProcess, MakesAnOldStoreAnewWhileOthersDo) {
  for (int Version : {77, -1}) { // -1 marks a broken one
    ASSERT_TRUE(succeeds(start([&] { return write(9, 1); })));
    {
      auto Db =
          llvm::cantFail(sqlite::Database::open(path(), sqlite::Access::Write));
      std::string Sql = "PRAGMA user_version = " + std::to_string(Version);
      ASSERT_EQ(message(Db.run(Sql.c_str())), "");
    }
    runWriters(4, 1);
  }
}

TEST_F(StoreProcess, KilledAtAnyMomentLeavesUnitsWhole) {
  constexpr unsigned Units = 3;
  std::string Word;
  {
    auto S = llvm::cantFail(Store::open(path(), Word));
    for (unsigned I = 0; I != Units; ++I)
      ASSERT_EQ(message(S.replace(sampleFacts(std::to_string(I)),
                                  sampleRecord(std::to_string(I)))),
                "");
  }
  for (unsigned Round = 0; Round != 10; ++Round) {
    pid_t Child = start([&] {
      std::string Ignored;
      auto S = llvm::cantFail(Store::open(path(), Ignored));
      for (unsigned Seed = Round * 5'000;; ++Seed) {
        std::string Unit = std::to_string(Seed % Units);
        llvm::cantFail(S.replace(sampleFacts(Unit, Seed % 50),
                                 sampleRecord(Unit, Seed % 50)));
      }
      return true;
    });
    ::usleep(500 + Round * 1'997 % 25'000);
    ASSERT_EQ(::kill(Child, SIGKILL), 0);
    int Status = 0;
    ASSERT_EQ(::waitpid(Child, &Status, 0), Child);
    ASSERT_TRUE(WIFSIGNALED(Status)) << "it ended by itself: " << Status;
    // In turns, who comes after it may write or not.
    if (Round % 2)
      expectWhole(llvm::cantFail(Store::openReadOnly(path())), Units);
    auto S = llvm::cantFail(Store::open(path(), Word));
    EXPECT_EQ(Word, "");
    expectWhole(S, Units);
  }
}

TEST_F(StoreProcess, KilledInMakingTheStoreLeavesOneThatOpens) {
  for (unsigned Round = 0; Round != 8; ++Round) {
    llvm::sys::fs::remove_directories(Folder.path("made"));
    pid_t Child = start([&] {
      write(0, 1);
      ::pause();
      return true;
    });
    ::usleep(Round * 5'000);
    ASSERT_EQ(::kill(Child, SIGKILL), 0);
    ::waitpid(Child, nullptr, 0);
    std::string Word;
    auto S = Store::open(path(), Word);
    ASSERT_TRUE(bool(S)) << message(std::move(S));
    EXPECT_EQ(Word, "");
    expectWhole(*S, llvm::cantFail(S->units()).size());
  }
}

} // namespace
} // namespace asynctidy::program
