//===-- TextTest.cpp - The text format
//--------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/report/Text.h"
#include "test/unit/support/TempFolder.h"

namespace asynctidy::report {
namespace {

using test::TempFolder;

class Text : public ::testing::Test {
protected:
  Text() {
    R.Root = Folder.root();
    R.Units = 12;
    R.Seconds = 8.42;
  }

  Finding &add(unsigned Line, unsigned Column) {
    Finding F;
    F.At = {"src/a.cpp", Line, Column};
    F.Check = "async-blocking-call";
    F.Message = "'sleep' blocks the event loop";
    R.Findings.push_back(F);
    return R.Findings.back();
  }

  std::string text(TextOptions Options = {}) {
    Sources Files(R.Root);
    std::string Result;
    llvm::raw_string_ostream OS(Result);
    writeText(R, Files, Options, OS);
    return Result;
  }

  TempFolder Folder;
  Report R;
};

TEST_F(Text, ShowsTheCodeTheNotesAndTheCure) {
  Folder.write("src/a.cpp", "task handler() {\n\tsleep(1);\n}\n");
  Finding &F = add(2, 2);
  F.Notes = {{"runs on the event loop: a coroutine", {"src/a.cpp", 1, 6}},
             {"use 'co_await nap(1)' instead", F.At},
             {"level strict: a guess", F.At}};
  EXPECT_EQ(
      text(),
      R"(src/a.cpp:2:2: warning: 'sleep' blocks the event loop [async-blocking-call]
 2 |     sleep(1);
   |     ^
   = note: level strict: a guess
src/a.cpp:1:6: note: runs on the event loop: a coroutine
 1 | task handler() {
   |      ^
   = help: use 'co_await nap(1)' instead

1 finding in 1 file (12 units, 8.4 s)
)");
}

TEST_F(Text, ShowsTheSourceOfTheFirstNotesOnly) {
  Folder.write("src/a.cpp", "sleep(1);\nwait(2);\n");
  Finding &F = add(1, 1);
  for (unsigned I = 0; I != 12; ++I)
    F.Notes.push_back({"it leads to 'wait' too", {"src/a.cpp", 2, 1 + I % 2}});
  std::string Whole = text();
  llvm::StringRef Shown = Whole;
  EXPECT_EQ(Shown.count("note: it leads to 'wait' too\n"), 12u);
  EXPECT_EQ(Shown.count(" 2 | wait(2);\n"), 10u);
}

TEST_F(Text, IsPlainUnlessColouredIsAskedFor) {
  Folder.write("src/a.cpp", "sleep(1);\n");
  add(1, 1);
  EXPECT_EQ(text().find('\033'), std::string::npos);
  TextOptions Coloured;
  Coloured.Colored = true;
  EXPECT_NE(text(Coloured).find("\033[1;33mwarning: \033[0m"),
            std::string::npos);
}

TEST_F(Text, DoesNotLetSourcesSteerTheTerminal) {
  Folder.write("src/a.cpp", "sleep(1); // \033[2J\a\n");
  Finding &F = add(1, 1);
  F.Message = "'\033]0;x' blocks";
  R.Failures = {{"b.cpp", "no \033[31m such"}};
  std::string Plain = text();
  EXPECT_EQ(Plain.find('\033'), std::string::npos);
  EXPECT_EQ(Plain.find('\a'), std::string::npos);
  EXPECT_NE(Plain.find(" 1 | sleep(1); // ?[2J?\n"), std::string::npos)
      << Plain;
}

TEST_F(Text, CountsColumnsOfUtf8) {
  Folder.write("src/a.cpp", "f(\"\u00fc\u6771\"); sleep(1);\n");
  add(1, 13);
  EXPECT_NE(text().find("\n   |           ^\n"), std::string::npos) << text();
}

TEST_F(Text, CutsLongLinesAroundThePlace) {
  std::string Long(1000, 'a');
  Folder.write("src/a.cpp", Long + " sleep(1); " + Long + "\n");
  add(1, 1002);
  std::string Shown = text();
  EXPECT_NE(Shown.find(" sleep(1); "), std::string::npos);
  EXPECT_LT(Shown.size(), 500u);
}

TEST_F(Text, HasNoFrameWithoutTheCode) {
  add(7, 3);
  EXPECT_EQ(text(), "src/a.cpp:7:3: warning: 'sleep' blocks the event loop "
                    "[async-blocking-call]\n\n"
                    "1 finding in 1 file (12 units, 8.4 s)\n");
}

TEST_F(Text, NamesTheUnitsThatFailed) {
  R.Units = 1;
  R.Failures = {{"src/b.cpp", "crashed: SIGSEGV"}};
  EXPECT_EQ(text(),
            "src/b.cpp: error: could not be analysed: crashed: SIGSEGV\n"
            "no findings (1 unit, 8.4 s); incomplete: 1 unit could not "
            "be analysed\n");
}

TEST_F(Text, CanLeaveTheSummaryOut) {
  TextOptions Options;
  Options.Summary = false;
  EXPECT_EQ(text(Options), "");
}

} // namespace
} // namespace asynctidy::report
