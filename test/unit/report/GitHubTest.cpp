//===-- GitHubTest.cpp - Annotations --------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/report/GitHub.h"
#include "gtest/gtest.h"

namespace asynctidy::report {
namespace {

std::string text(const Report &R, bool Summary = false) {
  std::string Result;
  llvm::raw_string_ostream OS(Result);
  writeGitHub(R, Summary, OS);
  return Result;
}

Finding finding() {
  Finding F;
  F.At = {"src/a.cpp", 12, 3};
  F.Check = "async-blocking-call";
  F.Message = "call to 'f' blocks the event loop";
  return F;
}

TEST(GitHub, HasALineForEachFindingAndFailure) {
  Report R;
  R.Findings = {finding(), finding()};
  R.Findings[0].Notes = {{"'h' calls 'f' here", R.Findings[0].At},
                         {"'f' calls 'sleep' here", {"src/b.cpp", 4, 5}},
                         {"use 'nap' instead", R.Findings[0].At}};
  R.Findings[1].Lvl = Level::Strict;
  R.Failures = {{"src/c.cpp", "crashed: SIGSEGV"}};
  R.Units = 3;
  R.Seconds = 1.26;
  EXPECT_EQ(
      text(R, /*Summary=*/true),
      "::warning file=src/a.cpp,line=12,col=3,title=async-blocking-call::"
      "call to 'f' blocks the event loop%0Anote: 'h' calls 'f' here"
      "%0Anote: src/b.cpp:4:5: 'f' calls 'sleep' here"
      "%0Ahelp: use 'nap' instead\n"
      "::notice file=src/a.cpp,line=12,col=3,title=async-blocking-call::"
      "call to 'f' blocks the event loop\n"
      "::error file=src/c.cpp,title=async-tidy::"
      "could not be analysed: crashed: SIGSEGV\n"
      "2 findings in 1 file (3 units, 1.3 s); incomplete: 1 unit could not be "
      "analysed\n");
}

TEST(GitHub, WithoutASummaryNothingIsSaidOfNothing) {
  EXPECT_EQ(text(Report()), "");
}

// A repository of strangers names files and writes the text of messages.
TEST(GitHub, TextsCantBeginACommand) {
  Report R;
  R.Findings = {finding()};
  R.Findings[0].At.File = "a,b:c%\n::add-mask::x.cpp";
  R.Findings[0].Message = "100%\r\n::stop-commands::x, y: \x1b[1m\t\xff";
  EXPECT_EQ(text(R), "::warning file=a%2Cb%3Ac%25%0A%3A%3Aadd-mask%3A%3Ax.cpp,"
                     "line=12,col=3,title=async-blocking-call::"
                     "100%25%0D%0A::stop-commands::x, y: ?[1m \ufffd\n");
}

TEST(GitHub, LeavesOutAPlaceThatIsUnknown) {
  Report R;
  R.Findings = {finding()};
  R.Findings[0].At = {};
  R.Findings[0].Notes = {{"nowhere", {}}};
  EXPECT_EQ(text(R), "::warning title=async-blocking-call::call to 'f' blocks "
                     "the event loop%0Ahelp: nowhere\n");
}

} // namespace
} // namespace asynctidy::report
