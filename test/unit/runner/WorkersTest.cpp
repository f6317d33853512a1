//===-- WorkersTest.cpp - Pieces of work, several at once -----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/runner/Workers.h"
#include "test/unit/runner/Pipe.h"
#include "test/unit/runner/WorkerFixture.h"
#include "llvm/Support/FileSystem.h"
#include <csignal>
#include <cstdio>
#include <functional>
#include <unistd.h>

namespace asynctidy::runner {
namespace {

using test::Long;
using test::Pipe;
using test::sleepForEver;

class WorkersTest : public test::WorkerFixture {};

TEST_F(WorkersTest, HandOutEachOutcomeOnce) {
  Workers W(2, {});
  EXPECT_TRUE(W.idle());
  EXPECT_TRUE(W.wait(Long)) << "there is nothing to wait for";
  for (unsigned I = 0; I < 12; ++I) {
    while (!W.hasFree())
      ASSERT_TRUE(W.wait(Long));
    // More than a pipe holds, and than is read at once.
    start(W, std::to_string(I), [I](llvm::raw_ostream &OS) {
      OS << std::string((I % 3) << 20, static_cast<char>('a' + I)) << I;
    });
  }
  waitForAll(W);
  EXPECT_EQ(W.interruptedBy(), 0);
  ASSERT_EQ(Outcomes.size(), 12u);
  for (unsigned I = 0; I < 12; ++I) {
    const Outcome &O = Outcomes[std::to_string(I)];
    EXPECT_EQ(O.Problem, "");
    EXPECT_TRUE(O.Output ==
                std::string((I % 3) << 20, static_cast<char>('a' + I)) +
                    std::to_string(I))
        << I;
    EXPECT_GT(O.PeakKiB, 0u);
    EXPECT_GT(O.Seconds, 0);
  }
}

TEST_F(WorkersTest, RunAtOnce) {
  // Neither ends without the other.
  Pipe ToFirst, ToSecond;
  Workers W(2, {});
  start(W, "first", [&](llvm::raw_ostream &OS) {
    ToSecond.put();
    OS << ToFirst.get();
  });
  EXPECT_TRUE(W.hasFree());
  start(W, "second", [&](llvm::raw_ostream &OS) {
    ToFirst.put();
    OS << ToSecond.get();
  });
  EXPECT_FALSE(W.hasFree());
  waitForAll(W);
  EXPECT_EQ(Outcomes["first"].Output, "1");
  EXPECT_EQ(Outcomes["second"].Output, "1");
}

TEST_F(WorkersTest, StartWorkOutOfAnOutcome) {
  Workers W(1, {});
  unsigned Started = 0;
  std::function<void()> Next = [&] {
    if (Started == 5)
      return;
    ++Started;
    W.start([Started](llvm::raw_ostream &OS) { OS << Started; },
            [&, Me = Started](Outcome O) {
              EXPECT_EQ(O.Output, std::to_string(Me));
              EXPECT_TRUE(W.hasFree());
              Next();
            });
  };
  Next();
  waitForAll(W);
  EXPECT_EQ(Started, 5u);
}

TEST_F(WorkersTest, ReturnWhenTheTimeHasCome) {
  Workers W(1, {});
  start(W, "it", [](llvm::raw_ostream &) { sleepForEver(); });
  EXPECT_TRUE(W.wait(0));
  EXPECT_TRUE(W.wait(0.02));
  EXPECT_FALSE(W.idle());
  EXPECT_TRUE(Outcomes.empty());
}

TEST_F(WorkersTest, GoOnWhenOneCrashes) {
  Workers W(2, {});
  for (unsigned I = 0; I < 6; ++I) {
    while (!W.hasFree())
      ASSERT_TRUE(W.wait(Long));
    start(W, std::to_string(I), [I](llvm::raw_ostream &OS) {
      OS << I;
      if (I != 3)
        return;
      std::signal(SIGSEGV, SIG_DFL);
      std::raise(SIGSEGV);
    });
  }
  waitForAll(W);
  for (unsigned I = 0; I < 6; ++I)
    EXPECT_EQ(Outcomes[std::to_string(I)].Problem,
              I == 3 ? "crashed: SIGSEGV" : "");
}

TEST_F(WorkersTest, GoOnWhenOneHangs) {
  // Whichever is started first, it holds no end of the others' pipes.
  for (bool First : {true, false}) {
    Outcomes.clear();
    Pipe Go;
    Workers W(3, {});
    auto Hang = [&] {
      start(W, "hangs", [](llvm::raw_ostream &) { sleepForEver(); });
    };
    if (First)
      Hang();
    start(W, "waits", [&](llvm::raw_ostream &OS) { OS << Go.get(); });
    if (!First)
      Hang();
    start(W, "goes", [&](llvm::raw_ostream &) { Go.put(); });
    while (Outcomes.size() < 2)
      ASSERT_TRUE(W.wait(Long));
    EXPECT_EQ(Outcomes["waits"].Output, "1");
    EXPECT_EQ(Outcomes.count("hangs"), 0u);
  }
}

/// The descriptors of this process.
unsigned openDescriptors() {
  unsigned Result = 0;
  std::error_code EC;
  for (llvm::sys::fs::directory_iterator I("/proc/self/fd", EC), End;
       I != End && !EC; I.increment(EC))
    ++Result;
  return Result;
}

TEST_F(WorkersTest, GiveAChildNothingOfTheOthers) {
  unsigned Before = openDescriptors();
  {
    Workers W(3, {});
    start(W, "hangs", [](llvm::raw_ostream &) { sleepForEver(); });
    start(W, "hangs too", [](llvm::raw_ostream &) { sleepForEver(); });
    start(W, "counts", [](llvm::raw_ostream &OS) { OS << openDescriptors(); });
    while (Outcomes.empty())
      ASSERT_TRUE(W.wait(Long));
    // Its pipe, and what it prints goes to.
    EXPECT_EQ(Outcomes["counts"].Output, std::to_string(Before + 2));
  }
  EXPECT_EQ(openDescriptors(), Before);
}

TEST_F(WorkersTest, LetAChildCloseWhatItWants) {
  Workers W(2, {Long, 0});
  start(W, "standard", [](llvm::raw_ostream &OS) {
    for (int FD : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
      close(FD);
    OS << "done";
  });
  start(W, "all", [](llvm::raw_ostream &) {
    close_range(0, ~0U, 0);
    // It isn't over when its pipe is closed.
    usleep(50000);
    _exit(7);
  });
  waitForAll(W);
  EXPECT_EQ(Outcomes["standard"].Problem, "");
  EXPECT_EQ(Outcomes["standard"].Output, "done");
  EXPECT_EQ(Outcomes["all"].Problem, "ended with status 7");
}

TEST_F(WorkersTest, NeedNoStandardDescriptors) {
  Workers W(1, {});
  start(W, "it", [](llvm::raw_ostream &OS) {
    for (int FD : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
      close(FD);
    OS << runIsolated([](llvm::raw_ostream &Inner) {
            std::puts("chatter");
            std::fflush(stdout);
            Inner << "inner";
          }).Output;
  });
  waitForAll(W);
  EXPECT_EQ(Outcomes["it"].Output, "inner");
}

TEST_F(WorkersTest, EndWhatRunsWithThem) {
  // Open for as long as any process has its end.
  Pipe Alive;
  {
    Workers W(2, {});
    for (const char *Name : {"one", "two"})
      start(W, Name, [](llvm::raw_ostream &) { sleepForEver(); });
  }
  EXPECT_TRUE(Outcomes.empty());
  Alive.closeWrite();
  EXPECT_TRUE(Alive.closedWithin(Long));
}

} // namespace
} // namespace asynctidy::runner
