//===-- WorkersSignalTest.cpp - Work and signals --------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/runner/Workers.h"
#include "test/unit/runner/Pipe.h"
#include "gtest/gtest.h"
#include <cerrno>
#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

namespace asynctidy::runner {
namespace {

using test::Pipe;

/// Far longer than any test, also on a machine that is busy.
constexpr double Long = 60;

/// A process, in a group of its own, that has workers.
class WorkersSignal : public ::testing::Test {
protected:
  ~WorkersSignal() override {
    if (Helper > 0)
      ::kill(-Helper, SIGKILL);
    EXPECT_EQ(waitpid(-1, nullptr, WNOHANG), -1) << "a zombie";
    EXPECT_EQ(errno, ECHILD);
  }

  template <typename F> void startHelper(F Body) {
    Helper = fork();
    ASSERT_GE(Helper, 0);
    if (Helper == 0) {
      setpgid(0, 0);
      // A shell starts what runs in the background with some ignored.
      for (int Signal : {SIGINT, SIGTERM, SIGHUP})
        std::signal(Signal, SIG_DFL);
      alarm(static_cast<unsigned>(Long));
      _exit(Body());
    }
    setpgid(Helper, Helper);
    Alive.closeWrite();
  }
  /// Its status, as the shell gives it.
  int statusOfHelper() {
    int Status = 0;
    EXPECT_EQ(waitpid(Helper, &Status, 0), Helper);
    return WIFSIGNALED(Status) ? 128 + WTERMSIG(Status) : WEXITSTATUS(Status);
  }
  /// Starts work that says when it runs, and never ends.
  void startHanging(Workers &W) {
    W.start(
        [&](llvm::raw_ostream &) {
          Runs.put();
          while (true)
            pause();
        },
        [](Outcome) { _exit(100); });
  }

  pid_t Helper = -1;
  Pipe Runs;
  /// Its other end is open in every process that is left.
  Pipe Alive;
};

TEST_F(WorkersSignal, EndsTheWork) {
  for (int Signal : {SIGINT, SIGTERM, SIGHUP})
    for (bool WholeGroup : {false, true}) {
      Pipe Left;
      startHelper([&] {
        Workers W(2, {});
        startHanging(W);
        startHanging(W);
        while (W.wait(Long))
          if (W.idle())
            return 101;
        if (waitpid(-1, nullptr, WNOHANG) != -1 || errno != ECHILD)
          return 102;
        if (!W.idle() || W.hasFree() || W.wait(Long))
          return 103;
        return W.interruptedBy();
      });
      Left.closeWrite();
      Runs.get();
      Runs.get();
      ::kill(WholeGroup ? -Helper : Helper, Signal);
      EXPECT_EQ(statusOfHelper(), Signal);
      EXPECT_TRUE(Left.closedWithin(Long)) << "a process is left";
    }
}

TEST_F(WorkersSignal, DoesNotCountForTheWork) {
  Workers W(1, {});
  Outcome Result;
  W.start(
      [](llvm::raw_ostream &OS) {
        // What a terminal sends comes to all.
        for (int Signal : {SIGINT, SIGTERM, SIGHUP})
          raise(Signal);
        sigset_t Held;
        sigprocmask(SIG_BLOCK, nullptr, &Held);
        OS << sigismember(&Held, SIGINT);
      },
      [&](Outcome O) { Result = std::move(O); });
  while (!W.idle())
    EXPECT_TRUE(W.wait(Long));
  EXPECT_EQ(Result.Problem, "");
  EXPECT_EQ(Result.Output, "0");
}

TEST_F(WorkersSignal, EndsTheProcessWhenNobodyWaits) {
  startHelper([&] {
    Workers W(1, {});
    startHanging(W);
    Runs.get();
    raise(SIGTERM);
    // Held back until now, and the workers are ended first.
    return 0;
  });
  EXPECT_EQ(statusOfHelper(), 128 + SIGTERM);
  EXPECT_TRUE(Alive.closedWithin(Long)) << "a process is left";
}

TEST_F(WorkersSignal, OnlyCountsOnce) {
  startHelper([&] {
    {
      Workers W(1, {});
      startHanging(W);
      raise(SIGINT);
      if (W.wait(Long))
        return 101;
      raise(SIGINT);
      raise(SIGTERM);
    }
    return 5;
  });
  EXPECT_EQ(statusOfHelper(), 5);
}

TEST_F(WorkersSignal, EndsTheWorkWithAKilledProcess) {
  startHelper([&] {
    Workers W(2, {});
    startHanging(W);
    startHanging(W);
    W.wait(Long);
    return 0;
  });
  Runs.get();
  Runs.get();
  ::kill(Helper, SIGKILL);
  EXPECT_EQ(statusOfHelper(), 128 + SIGKILL);
  EXPECT_TRUE(Alive.closedWithin(Long)) << "a process is left";
}

TEST_F(WorkersSignal, DoesNotCountTheTimeOfAStop) {
  startHelper([&] {
    Workers W(1, {1, 0});
    bool Good = false;
    W.start(
        [&](llvm::raw_ostream &) {
          Runs.put();
          for (unsigned I = 0; I < 10; ++I)
            usleep(20000);
        },
        [&](Outcome O) { Good = O.Problem.empty(); });
    while (!W.idle())
      W.wait(Long);
    return Good ? 0 : 1;
  });
  Runs.get();
  ::kill(-Helper, SIGSTOP);
  usleep(1200000);
  ::kill(-Helper, SIGCONT);
  EXPECT_EQ(statusOfHelper(), 0);
}

int Handled = 0;
void handle(int /*Signal*/) { ++Handled; }

TEST_F(WorkersSignal, LeavesHandlersAsTheyWere) {
  Handled = 0;
  sigset_t MaskBefore, MaskAfter;
  struct sigaction Old, Own = {}, After;
  Own.sa_handler = handle;
  Own.sa_flags = SA_RESTART;
  ASSERT_EQ(sigaction(SIGINT, &Own, &Old), 0);
  sigprocmask(SIG_BLOCK, nullptr, &MaskBefore);
  {
    Workers W(1, {});
    raise(SIGINT);
    EXPECT_FALSE(W.wait(Long));
    EXPECT_EQ(W.interruptedBy(), SIGINT);
  }
  EXPECT_EQ(Handled, 0);
  sigprocmask(SIG_BLOCK, nullptr, &MaskAfter);
  for (int Signal = 1; Signal < NSIG; ++Signal)
    EXPECT_EQ(sigismember(&MaskBefore, Signal), sigismember(&MaskAfter, Signal))
        << Signal;
  raise(SIGINT);
  EXPECT_EQ(Handled, 1);
  ASSERT_EQ(sigaction(SIGINT, &Old, &After), 0);
  EXPECT_EQ(After.sa_handler, handle);
  EXPECT_EQ(After.sa_flags & SA_RESTART, SA_RESTART);
}

TEST_F(WorkersSignal, LeavesIgnoredOnesIgnored) {
  auto Former = std::signal(SIGHUP, SIG_IGN);
  {
    Workers W(1, {});
    bool Ended = false;
    W.start([](llvm::raw_ostream &OS) { OS << "x"; },
            [&](Outcome O) { Ended = O.Output == "x"; });
    raise(SIGHUP);
    while (!W.idle())
      EXPECT_TRUE(W.wait(Long));
    EXPECT_TRUE(Ended);
    EXPECT_EQ(W.interruptedBy(), 0);
  }
  raise(SIGHUP);
  EXPECT_EQ(std::signal(SIGHUP, Former), SIG_IGN);
}

TEST_F(WorkersSignal, ManagesWhereEndedChildrenAreIgnored) {
  auto Former = std::signal(SIGCHLD, SIG_IGN);
  {
    Workers W(1, {});
    std::string Problem = "none";
    W.start([](llvm::raw_ostream &) { _exit(7); },
            [&](Outcome O) { Problem = O.Problem; });
    while (!W.idle())
      EXPECT_TRUE(W.wait(Long));
    EXPECT_EQ(Problem, "ended with status 7");
  }
  EXPECT_EQ(runIsolated([](llvm::raw_ostream &) { _exit(7); }).Problem,
            "can't tell how it ended: No child processes");
  EXPECT_EQ(std::signal(SIGCHLD, Former), SIG_IGN);
}

} // namespace
} // namespace asynctidy::runner
