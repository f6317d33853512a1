//===-- ProgressLineTest.cpp - How far a run is, in one line --------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/report/ProgressLine.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Unicode.h"
#include "gtest/gtest.h"

namespace asynctidy::report {
namespace {

/// One unit after another, each a second.
ProgressState state(unsigned Done, unsigned Total) {
  ProgressState S;
  S.Total = Total;
  S.Done = Done;
  S.Elapsed = S.LastDone = Done;
  return S;
}

TEST(ProgressLine, ShowsAll) {
  ProgressState S = state(12, 48);
  S.Findings = 5;
  S.Unit = "src/main.cpp";
  EXPECT_EQ(progressLine(S, 80),
            "[===>        ] 12/48 units, 5 findings, 0:36 left  src/main.cpp");
}

TEST(ProgressLine, LeavesOutWhatThereIsNot) {
  ProgressState S = state(0, 48);
  EXPECT_EQ(progressLine(S, 80), "[>           ] 0/48 units");
  S.Findings = 1;
  EXPECT_EQ(progressLine(S, 80), "[>           ] 0/48 units, 1 finding");
}

TEST(ProgressLine, CountsFromNoneToAll) {
  EXPECT_EQ(progressLine(state(0, 0), 80), "");
  EXPECT_EQ(progressLine(state(0, 1), 80), "[>           ] 0/1 unit");
  EXPECT_EQ(progressLine(state(1, 1), 80), "[============] 1/1 unit");
  EXPECT_EQ(progressLine(state(47, 48), 80),
            "[===========>] 47/48 units, 0:01 left");
  EXPECT_EQ(progressLine(state(48, 48), 80), "[============] 48/48 units");
}

TEST(ProgressLine, IsNumbersAloneWhereThereIsLittleRoom) {
  ProgressState S = state(12, 48);
  S.Unit = "src/main.cpp";
  EXPECT_EQ(progressLine(S, 29), "12/48");
  EXPECT_EQ(progressLine(S, 6), "12/48");
  EXPECT_EQ(progressLine(S, 5), "");
  EXPECT_EQ(progressLine(S, 0), "");
  EXPECT_EQ(progressLine(state(12000, 48000), 30), "12000/48000");
}

TEST(ProgressLine, FitsAnyTerminal) {
  ProgressState S = state(12, 48);
  S.Findings = 5;
  S.Unit = "src/" + std::string(100, 'x') + "/\u00e4\u6f22\u5b57.cpp";
  size_t Longest = 0;
  for (unsigned Columns = 0; Columns < 200; ++Columns) {
    std::string Line = progressLine(S, Columns);
    int Width = llvm::sys::unicode::columnWidthUTF8(Line);
    ASSERT_GE(Width, 0) << Line;
    EXPECT_LE(static_cast<unsigned>(Width), Columns ? Columns - 1 : 0) << Line;
    Longest = std::max(Longest, Line.size());
    EXPECT_EQ(Line.find('\033'), std::string::npos);
  }
  EXPECT_TRUE(llvm::StringRef(progressLine(S, 200)).ends_with(S.Unit));
  // The time goes before the name does.
  EXPECT_EQ(progressLine(S, 45), "[===>        ] 12/48 units, 5 findings");
}

TEST(ProgressLine, CutsNamesInFront) {
  ProgressState S = state(0, 48);
  // 25 columns come before the name, and two spaces.
  S.Unit = "service/src/handlers/login.cpp";
  EXPECT_EQ(progressLine(S, 58), "[>           ] 0/48 units  " + S.Unit);
  EXPECT_EQ(progressLine(S, 57),
            "[>           ] 0/48 units  ...ice/src/handlers/login.cpp");
  EXPECT_EQ(progressLine(S, 40), "[>           ] 0/48 units  ...login.cpp");
  EXPECT_EQ(progressLine(S, 39), "[>           ] 0/48 units");
}

TEST(ProgressLine, CutsBetweenCharacters) {
  ProgressState S = state(0, 48);
  S.Unit = "src/\u6f22\u5b57\u6f22\u5b57.cpp"; // two columns each
  EXPECT_EQ(progressLine(S, 44), "[>           ] 0/48 units  " + S.Unit);
  EXPECT_EQ(progressLine(S, 43),
            "[>           ] 0/48 units  ...\u6f22\u5b57\u6f22\u5b57.cpp");
  EXPECT_EQ(progressLine(S, 42),
            "[>           ] 0/48 units  ...\u5b57\u6f22\u5b57.cpp");
  // An accent isn't left without its letter.
  S.Unit = "src/longe\u0301r_name.cpp";
  EXPECT_EQ(progressLine(S, 41), "[>           ] 0/48 units  ...r_name.cpp");
}

TEST(ProgressLine, IsNotSteeredByNames) {
  ProgressState S = state(0, 48);
  S.Unit = "a\033[2J\n\r\x7f\xff\xc3.cpp";
  EXPECT_EQ(progressLine(S, 80), "[>           ] 0/48 units  a?[2J?????.cpp");
  S.Unit = "cut\xc3";
  EXPECT_EQ(progressLine(S, 80), "[>           ] 0/48 units  cut?");
}

TEST(ProgressLine, WritesTimesAsClocksDo) {
  ProgressState S = state(2, 4);
  auto Left = [&](double Seconds) {
    S.Elapsed = S.LastDone = Seconds;
    return progressLine(S, 80);
  };
  EXPECT_EQ(Left(9.5), "[======>     ] 2/4 units, 0:10 left");
  EXPECT_EQ(Left(61), "[======>     ] 2/4 units, 1:01 left");
  EXPECT_EQ(Left(3600), "[======>     ] 2/4 units, 1:00:00 left");
  EXPECT_EQ(Left(36061), "[======>     ] 2/4 units, 10:01:01 left");
}

TEST(ProgressTime, IsNotKnownAtTheStartAndAtTheEnd) {
  EXPECT_FALSE(secondsLeft(state(0, 48)));
  EXPECT_FALSE(secondsLeft(state(1, 48)));
  EXPECT_TRUE(secondsLeft(state(2, 48)));
  EXPECT_FALSE(secondsLeft(state(48, 48)));
  ProgressState S = state(2, 48);
  S.Elapsed = S.LastDone = 0.9;
  EXPECT_FALSE(secondsLeft(S));
}

TEST(ProgressTime, ComesFromWhatIsDone) {
  ProgressState S = state(12, 48);
  EXPECT_DOUBLE_EQ(*secondsLeft(S), 36);
  // It counts down while a unit runs.
  S.Elapsed = 12.5;
  EXPECT_DOUBLE_EQ(*secondsLeft(S), 35.5);
  // One that takes far longer makes it longer.
  S.Elapsed = 39;
  EXPECT_DOUBLE_EQ(*secondsLeft(S), 105);
  // The last one isn't over before it is.
  S = state(47, 48);
  S.Elapsed = 100;
  EXPECT_DOUBLE_EQ(*secondsLeft(S), 1);
}

TEST(ProgressTime, KnowsThatSeveralRun) {
  ProgressState S = state(4, 16);
  S.Workers = 5;
  // Four done, four halfway.
  EXPECT_DOUBLE_EQ(*secondsLeft(S), 4 * 16 / 6.0 - 4);
  S.Workers = 0;
  EXPECT_DOUBLE_EQ(*secondsLeft(S), 12);
}

TEST(ProgressTime, TakesWhatWasExpectedIntoAccount) {
  ProgressState S = state(12, 48);
  S.Expected = 80;
  // A quarter by what was seen, 48, the rest by that.
  EXPECT_DOUBLE_EQ(*secondsLeft(S), 0.25 * 48 + 0.75 * 80 - 12);
  // What proved wrong doesn't count.
  S.Expected = 11;
  EXPECT_DOUBLE_EQ(*secondsLeft(S), 36);
}

} // namespace
} // namespace asynctidy::report
