//===-- SharedCacheTest.cpp - A folder of sets ----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/frontend/SharedHeaders.h"
#include "test/unit/support/TempFolder.h"
#include "llvm/Support/Process.h"
#include <algorithm>
#include <filesystem>

namespace asynctidy::frontend {
namespace {

using Names = std::vector<std::string>;

class Cache : public ::testing::Test {
protected:
  /// Keeps a set of one header, with a file of \p Size bytes. Returns the file.
  std::string keep(llvm::StringRef Key, llvm::StringRef Header,
                   size_t Size = 10) {
    auto File = Sets.newFile();
    EXPECT_TRUE(bool(File));
    Folder.write("cache/" + llvm::sys::path::filename(*File).str(),
                 std::string(Size, 'x'));
    SharedHeaders Set;
    Set.Headers = {Header.str()};
    Set.Precompiled = *File;
    Set.PrecompiledSize = Size;
    EXPECT_FALSE(bool(Sets.keep(Key, Set)));
    return *File;
  }

  /// The header of the set under \p Key; empty when there is none.
  std::string found(llvm::StringRef Key) const {
    auto Set = Sets.find(Key);
    return Set && !Set->Headers.empty() ? Set->Headers.front() : "";
  }

  Names files() const {
    Names Result;
    std::error_code EC;
    for (const auto &File :
         std::filesystem::directory_iterator(Folder.path("cache"), EC))
      Result.push_back(File.path().filename().string());
    std::sort(Result.begin(), Result.end());
    return Result;
  }

  test::TempFolder Folder;
  SharedCache Sets{Folder.path("cache")};
};

TEST_F(Cache, FindsWhatWasKept) {
  EXPECT_EQ(found("1"), "");
  std::string File = keep("1", "<a.h>");
  keep("2", "<b.h>");
  EXPECT_EQ(found("1"), "<a.h>");
  EXPECT_EQ(found("2"), "<b.h>");
  EXPECT_EQ(found("3"), "");
  EXPECT_EQ(Sets.find("1")->Precompiled, File);
}

TEST_F(Cache, KeepsOneSetForAKey) {
  std::string First = keep("1", "<a.h>");
  std::string Second = keep("1", "<b.h>");
  EXPECT_NE(First, Second);
  EXPECT_EQ(found("1"), "<b.h>");
  EXPECT_FALSE(llvm::sys::fs::exists(First));
  EXPECT_EQ(files().size(), 2U);
}

TEST_F(Cache, FindsNothingWhenAFileIsBrokenOrGone) {
  std::string File = keep("1", "<a.h>");
  llvm::sys::fs::remove(File);
  EXPECT_FALSE(Sets.find("1"));
  keep("1", "<a.h>");
  EXPECT_EQ(found("1"), "<a.h>");
  for (const char *Text : {"", "ATS1", "garbage", "ATS1garbagegarbage"}) {
    Folder.write("cache/llvmcache-1.set", Text);
    EXPECT_FALSE(Sets.find("1")) << Text;
  }
  keep("1", "<b.h>");
  EXPECT_EQ(found("1"), "<b.h>");
}

TEST_F(Cache, RemembersThatThereIsNothingToShare) {
  SharedHeaders Set;
  Set.Unusable = {"<wrong.h>"};
  ASSERT_TRUE(bool(Sets.newFile()));
  ASSERT_FALSE(bool(Sets.keep("1", Set)));
  auto Found = Sets.find("1");
  ASSERT_TRUE(Found);
  EXPECT_TRUE(Found->Headers.empty());
  EXPECT_EQ(Found->Unusable, Names{"<wrong.h>"});
}

TEST_F(Cache, CantKeepWhereThereCanBeNoFolder) {
  Folder.write("file", "");
  SharedCache Nowhere(Folder.path("file/cache"));
  auto File = Nowhere.newFile();
  ASSERT_FALSE(bool(File));
  EXPECT_NE(llvm::toString(File.takeError()).find("file/cache"),
            std::string::npos);
  llvm::Error Failed = Nowhere.keep("1", SharedHeaders());
  EXPECT_TRUE(bool(Failed));
  llvm::consumeError(std::move(Failed));
  EXPECT_FALSE(Nowhere.find("1"));
  Nowhere.prune(1);
}

TEST_F(Cache, GivesNoNameTwice) {
  Names Given;
  for (int I = 0; I < 100; ++I)
    Given.push_back(llvm::cantFail(Sets.newFile()));
  std::sort(Given.begin(), Given.end());
  EXPECT_EQ(std::unique(Given.begin(), Given.end()), Given.end());
  EXPECT_EQ(files(), Names{});
}

TEST_F(Cache, PrunesWhatWasNotUsedForLongest) {
  constexpr size_t Size = 100000;
  keep("1", "<a.h>", Size);
  std::string Old = keep("2", "<b.h>", Size);
  keep("3", "<c.h>", Size);
  // Its last use was long ago.
  for (const std::string &File : {Old, Folder.path("cache/llvmcache-2.set")}) {
    int FD = -1;
    ASSERT_FALSE(llvm::sys::fs::openFileForReadWrite(
        File, FD, llvm::sys::fs::CD_OpenExisting, llvm::sys::fs::OF_None));
    llvm::sys::fs::setLastAccessAndModificationTime(
        FD, std::chrono::system_clock::now() - std::chrono::hours(2));
    llvm::sys::Process::SafelyCloseFileDescriptor(FD);
  }
  Sets.prune(0);
  EXPECT_EQ(files().size(), 7U) << "no limit, and LLVM's note";
  Sets.prune(5 * Size / 2);
  EXPECT_EQ(found("1"), "<a.h>");
  EXPECT_EQ(found("2"), "");
  EXPECT_EQ(found("3"), "<c.h>");
  Sets.prune(1);
  EXPECT_EQ(files(), Names{"llvmcache.timestamp"});
}

TEST_F(Cache, LeavesForeignFilesAlone) {
  keep("1", "<a.h>", 1000);
  Folder.write("cache/foreign.pch", "mine");
  Folder.write("cache/folder/llvmcache-1.set", "mine");
  Sets.prune(1);
  EXPECT_EQ(files(), (Names{"folder", "foreign.pch", "llvmcache.timestamp"}));
  keep("1", "<a.h>", 1000);
  auto Bytes = Sets.clear();
  ASSERT_TRUE(bool(Bytes));
  EXPECT_GE(*Bytes, 1000U);
  EXPECT_EQ(files(), (Names{"folder", "foreign.pch"}));
  EXPECT_EQ(Folder.read("cache/folder/llvmcache-1.set"), "mine");
}

TEST_F(Cache, IsGoneWhenItIsCleared) {
  EXPECT_EQ(llvm::cantFail(Sets.clear()), 0U);
  keep("1", "<a.h>");
  keep("2", "<b.h>");
  EXPECT_GT(llvm::cantFail(Sets.clear()), 20U);
  EXPECT_FALSE(llvm::sys::fs::exists(Folder.path("cache")));
  EXPECT_EQ(found("1"), "");
}

/// It is the user's: it stays, as the folder behind it does.
TEST_F(Cache, MayBeALinkToAFolder) {
  Folder.write("real/foreign", "mine");
  ASSERT_FALSE(
      llvm::sys::fs::create_link(Folder.path("real"), Folder.path("cache")));
  keep("1", "<a.h>");
  EXPECT_EQ(found("1"), "<a.h>");
  EXPECT_GT(llvm::cantFail(Sets.clear()), 0U);
  EXPECT_EQ(files(), Names{"foreign"});
}

} // namespace
} // namespace asynctidy::frontend
