//===-- WorkerFixture.h - What tests of workers share -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_TEST_UNIT_RUNNER_WORKERFIXTURE_H
#define ASYNC_TIDY_TEST_UNIT_RUNNER_WORKERFIXTURE_H

#include "lib/runner/Workers.h"
#include "gtest/gtest.h"
#include <cerrno>
#include <map>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

namespace asynctidy::test {

/// Far longer than any test, also on a machine that is busy.
inline constexpr double Long = 60;

inline void sleepForEver() {
  while (true)
    pause();
}

class WorkerFixture : public ::testing::Test {
protected:
  ~WorkerFixture() override {
    EXPECT_EQ(waitpid(-1, nullptr, WNOHANG), -1) << "a zombie";
    EXPECT_EQ(errno, ECHILD);
  }

  void start(runner::Workers &W, const std::string &Name,
             runner::Workers::Work Work) {
    ASSERT_TRUE(W.hasFree());
    W.start(std::move(Work), [this, Name](runner::Outcome Result) {
      EXPECT_TRUE(Outcomes.emplace(Name, std::move(Result)).second)
          << Name << " came twice";
    });
  }
  void waitForAll(runner::Workers &W) {
    while (!W.idle())
      ASSERT_TRUE(W.wait(Long));
  }

  std::map<std::string, runner::Outcome> Outcomes;
};

} // namespace asynctidy::test

#endif // ASYNC_TIDY_TEST_UNIT_RUNNER_WORKERFIXTURE_H
