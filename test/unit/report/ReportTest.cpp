//===-- ReportTest.cpp - Sorting, duplicates, fingerprints
//------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/report/Report.h"
#include "test/unit/support/TempFolder.h"

namespace asynctidy::report {
namespace {

using test::TempFolder;

Finding finding(std::string File, unsigned Line, unsigned Column = 3,
                std::string Message = "'sleep' blocks the event loop") {
  Finding F;
  F.At = {std::move(File), Line, Column};
  F.Check = "async-blocking-call";
  F.Message = std::move(Message);
  return F;
}

/// The report over these findings, finished.
Report finished(const TempFolder &Folder, std::vector<Finding> Findings) {
  Report R;
  R.Root = Folder.root();
  R.Findings = std::move(Findings);
  Sources Files(R.Root);
  finish(R, Files);
  return R;
}

std::string fingerprint(const TempFolder &Folder, Finding F) {
  return finished(Folder, {std::move(F)}).Findings.front().Fingerprint;
}

TEST(Report, SortsByPlace) {
  TempFolder Folder;
  Report R = finished(Folder, {finding("b.cpp", 1), finding("a.cpp", 10),
                               finding("a.cpp", 9, 4), finding("a.cpp", 9, 3)});
  std::vector<std::string> Places;
  for (const Finding &F : R.Findings)
    Places.push_back(F.At.File + ":" + std::to_string(F.At.Line) + ":" +
                     std::to_string(F.At.Column));
  EXPECT_EQ(Places, (std::vector<std::string>{"a.cpp:9:3", "a.cpp:9:4",
                                              "a.cpp:10:3", "b.cpp:1:3"}));
}

TEST(Report, KeepsOneOfSeveralUnitsFindingsInAHeader) {
  TempFolder Folder;
  Finding FromOneUnit = finding("h.hpp", 4);
  FromOneUnit.Notes.push_back({"called from b", {"b.cpp", 7, 1}});
  Finding FromAnother = finding("h.hpp", 4);
  FromAnother.Notes.push_back({"called from a", {"a.cpp", 7, 1}});
  Finding OtherMessage = finding("h.hpp", 4, 3, "'usleep' blocks");

  Report R = finished(Folder, {FromOneUnit, FromAnother, OtherMessage});
  ASSERT_EQ(R.Findings.size(), 2u);
  EXPECT_EQ(R.Findings[0].Notes[0].Message, "called from a");

  Report OtherOrder =
      finished(Folder, {OtherMessage, FromAnother, FromOneUnit});
  EXPECT_EQ(OtherOrder.Findings, R.Findings);
}

TEST(Report, PrefersTheDefaultLevelOfTwo) {
  TempFolder Folder;
  Finding Strict = finding("h.hpp", 4);
  Strict.Lvl = Level::Strict;
  Report R = finished(Folder, {Strict, finding("h.hpp", 4)});
  ASSERT_EQ(R.Findings.size(), 1u);
  EXPECT_EQ(R.Findings[0].Lvl, Level::Default);
}

TEST(Fingerprint, StaysWhenTheLineMovesOrIsIndented) {
  TempFolder Folder;
  Folder.write("a.cpp", "\nsleep( 1 );\n");
  std::string Before = fingerprint(Folder, finding("a.cpp", 2, 1));
  Folder.write("a.cpp", "// new\n\n\t  sleep(  1 );  \r\n");
  std::string After = fingerprint(Folder, finding("a.cpp", 3, 4));
  EXPECT_EQ(Before, After);
  EXPECT_EQ(Before.size(), 16u);
}

TEST(Fingerprint, DependsOnFileCheckMessageAndCode) {
  TempFolder Folder;
  Folder.write("a.cpp", "sleep(1);\nsleep(2);\n");
  Folder.write("b.cpp", "sleep(1);\n");
  std::string First = fingerprint(Folder, finding("a.cpp", 1));
  EXPECT_NE(First, fingerprint(Folder, finding("b.cpp", 1)));
  EXPECT_NE(First, fingerprint(Folder, finding("a.cpp", 2)));
  EXPECT_NE(First, fingerprint(Folder, finding("a.cpp", 1, 3, "other")));
  Finding OtherCheck = finding("a.cpp", 1);
  OtherCheck.Check = "async-test-sleep";
  EXPECT_NE(First, fingerprint(Folder, OtherCheck));
}

TEST(Fingerprint, LeavesCountsInMessagesOut) {
  TempFolder Folder;
  Folder.write("a.cpp", "x\n");
  EXPECT_EQ(fingerprint(Folder, finding("a.cpp", 1, 1, "waits for 9 tasks")),
            fingerprint(Folder, finding("a.cpp", 1, 1, "waits for 12 tasks")));
}

TEST(Fingerprint, CountsEqualLines) {
  TempFolder Folder;
  Folder.write("a.cpp", "sleep(1);\nsleep(1);\nsleep(1);\n");
  Report R = finished(Folder, {finding("a.cpp", 1), finding("a.cpp", 3)});
  EXPECT_NE(R.Findings[0].Fingerprint, R.Findings[1].Fingerprint);
  // The second of two stays the second when another line moves it.
  Report Moved = finished(Folder, {finding("a.cpp", 2), finding("a.cpp", 3)});
  EXPECT_EQ(R.Findings[1].Fingerprint, Moved.Findings[1].Fingerprint);
}

TEST(Fingerprint, IsTheSameOnEveryMachine) {
  TempFolder Folder;
  Folder.write("a.cpp", "sleep(1);\n");
  EXPECT_EQ(fingerprint(Folder, finding("a.cpp", 1)), "49d7febcaf4c3135");
}

TEST(Sources, FindsLinesAndPositions) {
  TempFolder Folder;
  Folder.write("a.cpp", "one\r\n\nthree");
  Sources Files(Folder.root());
  EXPECT_EQ(Files.line("a.cpp", 1), "one");
  EXPECT_EQ(Files.line("a.cpp", 2), "");
  EXPECT_EQ(Files.line("a.cpp", 3), "three");
  EXPECT_EQ(Files.line("a.cpp", 4), "");
  EXPECT_EQ(Files.line("a.cpp", 0), "");
  EXPECT_EQ(Files.line(Folder.path("a.cpp"), 1), "one");
  EXPECT_EQ(Files.line("none.cpp", 1), "");
  using Pair = std::pair<unsigned, unsigned>;
  EXPECT_EQ(Files.position("a.cpp", 0), Pair(1, 1));
  EXPECT_EQ(Files.position("a.cpp", 5), Pair(2, 1));
  EXPECT_EQ(Files.position("a.cpp", 8), Pair(3, 3));
  EXPECT_EQ(Files.position("a.cpp", 999), Pair(3, 6));
  EXPECT_EQ(Files.position("none.cpp", 7), Pair(1, 1));
}

} // namespace
} // namespace asynctidy::report
