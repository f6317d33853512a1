//===-- FixesTest.cpp - Applies fixes to files ----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/runner/Fixes.h"
#include "test/unit/support/TempFolder.h"

namespace asynctidy::runner {
namespace {

using report::Edit;
using report::Finding;
using report::Fix;
using report::Safety;
using test::TempFolder;

/// A finding at a line of `a.cpp` that these edits mend.
Finding finding(unsigned Line, std::vector<Edit> Edits,
                Safety Kind = Safety::Safe) {
  Finding F;
  F.At = {"a.cpp", Line, 1};
  F.Fixes.push_back({Kind, std::move(Edits)});
  return F;
}

class Fixes : public ::testing::Test {
protected:
  FixPlan plan(std::vector<Finding> Findings, FixChoice Choice = {}) {
    llvm::Expected<FixPlan> Made =
        planFixes(std::move(Findings), Folder.root(), Choice);
    if (Made)
      return std::move(*Made);
    ADD_FAILURE() << llvm::toString(Made.takeError());
    return {};
  }

  /// "a.cpp: text" for each file that changes.
  static std::vector<std::string> texts(const FixPlan &Plan) {
    std::vector<std::string> Result;
    for (const FixedFile &F : Plan.Files)
      Result.push_back(F.Name + ": " + F.After);
    return Result;
  }

  TempFolder Folder;
};

using Texts = std::vector<std::string>;

TEST_F(Fixes, AreAppliedTogether) {
  Folder.write("a.cpp", "one two three");
  EXPECT_EQ(texts(plan({finding(2, {{"a.cpp", 4, 3, "2"}}),
                        finding(1, {{"a.cpp", 0, 3, "1"}})})),
            Texts{"a.cpp: 1 2 three"});
}

TEST_F(Fixes, ThatOverlapWait) {
  Folder.write("a.cpp", "one two three");
  FixPlan Plan = plan({finding(1, {{"a.cpp", 0, 7, "x"}}),
                       finding(2, {{"a.cpp", 4, 3, "y"}}),
                       finding(3, {{"a.cpp", 8, 5, "z"}})});
  EXPECT_EQ(texts(Plan), Texts{"a.cpp: x z"});
  EXPECT_EQ(Plan.Fixes.size(), 2U);
}

TEST_F(Fixes, AreWholeOrNotAtAll) {
  Folder.write("a.cpp", "one");
  Folder.write("b.h", "two");
  EXPECT_EQ(
      texts(plan({finding(1, {{"a.cpp", 0, 3, "x"}}),
                  finding(2, {{"a.cpp", 1, 1, "y"}, {"b.h", 0, 3, "y"}})})),
      Texts{"a.cpp: x"});
}

TEST_F(Fixes, WithTheSameEditMakeItOnce) {
  Folder.write("a.cpp", "one two");
  Edit Include = {"a.cpp", 0, 0, "#include <x>\n"};
  FixPlan Plan = plan({finding(1, {Include, {"a.cpp", 0, 3, "1"}}),
                       finding(2, {Include, {"a.cpp", 4, 3, "2"}})});
  EXPECT_EQ(texts(Plan), Texts{"a.cpp: #include <x>\n1 2"});
  EXPECT_EQ(Plan.Fixes.size(), 2U);
}

TEST_F(Fixes, ThatNeedALookAreAskedFor) {
  Folder.write("a.cpp", "one two");
  Finding Both = finding(1, {{"a.cpp", 0, 3, "unsafe"}}, Safety::Unsafe);
  Both.Fixes.push_back({Safety::Safe, {{"a.cpp", 0, 3, "safe"}}});
  std::vector<Finding> Findings = {
      Both, finding(2, {{"a.cpp", 4, 3, "2"}}, Safety::Unsafe)};
  EXPECT_EQ(texts(plan(Findings)), Texts{"a.cpp: safe two"});
  EXPECT_EQ(texts(plan(Findings, {.Unsafe = true, .Untouched = {}})),
            Texts{"a.cpp: safe 2"});
}

TEST_F(Fixes, LeaveFilesOutsideTheRootAlone) {
  TempFolder Other;
  Other.write("far.h", "one");
  Folder.write("a.cpp", "one");
  Folder.write("sub/keep", "");
  ASSERT_FALSE(
      llvm::sys::fs::create_link(Other.path("far.h"), Folder.path("link.h")));
  for (std::string Name :
       {Other.path("far.h"), std::string("link.h"),
        "sub/../../" + llvm::sys::path::filename(Other.root()).str() +
            "/far.h"}) {
    FixPlan Plan =
        plan({finding(1, {{"a.cpp", 0, 3, "x"}, {Name, 0, 3, "x"}})});
    EXPECT_EQ(texts(Plan), Texts()) << Name;
    EXPECT_EQ(Plan.Outside, std::set<std::string>{Name});
  }
}

TEST_F(Fixes, LeaveUntouchedFilesAlone) {
  Folder.write("a.cpp", "one");
  EXPECT_EQ(texts(plan({finding(1, {{"a.cpp", 0, 3, "x"}})},
                       {.Unsafe = false, .Untouched = {"a.cpp"}})),
            Texts());
}

TEST_F(Fixes, OutsideOfAFileAreRefused) {
  Folder.write("a.cpp", "one");
  llvm::Expected<FixPlan> Made =
      planFixes({finding(1, {{"a.cpp", 7, 3, "x"}})}, Folder.root(), {});
  ASSERT_FALSE(Made);
  EXPECT_TRUE(llvm::StringRef(llvm::toString(Made.takeError()))
                  .starts_with("can't fix 'a.cpp': "));
}

TEST_F(Fixes, KeepEveryByteElse) {
  Folder.write("a.cpp", "one\r\ntwo\t\xff\r\n");
  EXPECT_EQ(texts(plan({finding(1, {{"a.cpp", 5, 3, "2"}})})),
            Texts{"a.cpp: one\r\n2\t\xff\r\n"});
}

TEST_F(Fixes, AreTakenBackWithAllTheirFiles) {
  Folder.write("a.cpp", "one");
  Folder.write("b.h", "two");
  Folder.write("c.h", "two");
  FixPlan Plan = plan({finding(1, {{"a.cpp", 0, 1, "x"}, {"b.h", 0, 1, "x"}}),
                       finding(2, {{"b.h", 1, 1, "y"}}),
                       finding(3, {{"c.h", 1, 1, "z"}})});
  EXPECT_EQ(withTheirFixes(Plan, {"a.cpp"}),
            (std::set<std::string>{"a.cpp", "b.h"}));
  EXPECT_EQ(withTheirFixes(Plan, {"c.h"}), std::set<std::string>{"c.h"});
}

TEST_F(Fixes, DontOverwriteWhatSomebodyElseWrote) {
  Folder.write("a.cpp", "one");
  FixPlan Plan = plan({finding(1, {{"a.cpp", 0, 3, "x"}})});
  ASSERT_EQ(Plan.Files.size(), 1U);
  Folder.write("a.cpp", "edited");
  const FixedFile &File = Plan.Files.front();
  EXPECT_EQ(llvm::toString(replaceFile(File, File.Before, File.After)),
            "can't fix 'a.cpp': it has changed meanwhile");
  EXPECT_EQ(Folder.read("a.cpp"), "edited");
}

TEST_F(Fixes, KeepPermissions) {
  namespace fs = llvm::sys::fs;
  std::string Path = Folder.write("a.cpp", "one");
  ASSERT_FALSE(fs::setPermissions(Path, fs::owner_all | fs::group_read));
  FixPlan Plan = plan({finding(1, {{"a.cpp", 0, 3, "x"}})});
  ASSERT_EQ(Plan.Files.size(), 1U);
  const FixedFile &File = Plan.Files.front();
  EXPECT_EQ(llvm::toString(replaceFile(File, File.Before, File.After)), "");
  EXPECT_EQ(Folder.read("a.cpp"), "x");
  EXPECT_EQ(*fs::getPermissions(Path), fs::owner_all | fs::group_read);
}

} // namespace
} // namespace asynctidy::runner
