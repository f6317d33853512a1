//===-- WorkersLimitTest.cpp - What work may use --------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/runner/Workers.h"
#include "test/unit/runner/WorkerFixture.h"
#include "llvm/Support/MemAlloc.h"
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <new>
#include <sys/resource.h>

namespace asynctidy::runner {
namespace {

using test::Long;
using test::sleepForEver;

class WorkersLimit : public test::WorkerFixture {
protected:
  /// The problem of one piece, with these limits.
  std::string problemOf(Limits Each, Workers::Work Work) {
    Workers W(1, Each);
    start(W, "it", std::move(Work));
    waitForAll(W);
    return Outcomes["it"].Problem;
  }
};

TEST_F(WorkersLimit, EndWhatTakesTooLong) {
  Workers W(2, {0.2, 0});
  start(W, "slow", [](llvm::raw_ostream &OS) {
    OS << "half";
    OS.flush();
    sleepForEver();
  });
  start(W, "busy", [](llvm::raw_ostream &OS) {
    while (true)
      OS << "more and more";
  });
  waitForAll(W);
  EXPECT_EQ(Outcomes["slow"].Problem, "took longer than 0.2 s and was ended");
  EXPECT_EQ(Outcomes["busy"].Problem, "took longer than 0.2 s and was ended");
  EXPECT_TRUE(Outcomes["slow"].OverLimit);
  EXPECT_GE(Outcomes["slow"].Seconds, 0.2);
}

#if __has_feature(address_sanitizer)
#define MEMORY_TEST(Name) DISABLED_##Name // its shadow is larger than any limit
#else
#define MEMORY_TEST(Name) Name
#endif

TEST_F(WorkersLimit, MEMORY_TEST(EndWhatNeedsTooMuchMemory)) {
  auto Grow = [](auto Allocate) {
    return [=](llvm::raw_ostream &OS) {
      for (unsigned I = 0; I < 1024; ++I) {
        auto *Memory = static_cast<char *>(Allocate(1 << 20));
        std::memset(Memory, 'x', 1 << 10);
        OS << llvm::StringRef(Memory, 1);
      }
    };
  };
  auto Check = [&](Workers::Work Work) {
    EXPECT_EQ(problemOf({Long, 300}, std::move(Work)),
              "needs more than 300 MiB of memory and was ended");
    EXPECT_TRUE(Outcomes["it"].OverLimit);
    Outcomes.clear();
  };
  Check(Grow([](size_t N) { return ::operator new(N); }));
  Check(Grow([](size_t N) { return llvm::safe_malloc(N); }));
}

TEST_F(WorkersLimit, KnowOtherEndsFromThoseForMemory) {
  EXPECT_EQ(problemOf({0, uint64_t(1) << 40},
                      [](llvm::raw_ostream &) {
                        std::fputs("out of memory\n1\n2\n", stderr);
                        std::exit(3);
                      }),
            "ended with status 3 (2)");
  EXPECT_FALSE(Outcomes["it"].OverLimit);
  Outcomes.clear();
  EXPECT_EQ(problemOf({},
                      [](llvm::raw_ostream &) {
                        std::fputs("out of memory\n", stderr);
                        std::exit(3);
                      }),
            "ended with status 3 (out of memory)");
}

TEST_F(WorkersLimit, SayWhyAProcessCannotBeStarted) {
  // No descriptor is left for a pipe.
  rlimit Former;
  ASSERT_EQ(getrlimit(RLIMIT_NOFILE, &Former), 0);
  Workers W(1, {});
  rlimit None = {0, Former.rlim_max};
  ASSERT_EQ(setrlimit(RLIMIT_NOFILE, &None), 0);
  start(W, "it", [](llvm::raw_ostream &) {});
  ASSERT_EQ(setrlimit(RLIMIT_NOFILE, &Former), 0);
  EXPECT_FALSE(W.idle()) << "its outcome wasn't handed out";
  EXPECT_FALSE(W.hasFree());
  waitForAll(W);
  EXPECT_EQ(Outcomes["it"].Problem, "can't make a pipe: Too many open files");
}

} // namespace
} // namespace asynctidy::runner
