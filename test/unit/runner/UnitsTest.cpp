//===-- UnitsTest.cpp - Databases, units, roots
//-----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/runner/Units.h"
#include "lib/runner/Project.h"
#include "test/unit/support/TempFolder.h"
#include "llvm/ADT/STLExtras.h"

namespace asynctidy::runner {
namespace {

using test::TempFolder;
using Names = std::vector<std::string>;

/// A project with a database that has these commands.
class Units : public ::testing::Test {
protected:
  /// Adds an entry; \p File is relative to the folder `build`.
  void add(std::string File, std::string Command) {
    Entries += Entries.empty() ? "[" : ",";
    Entries += "{\"directory\": \"" + Folder.path("build") +
               "\", \"file\": \"" + File + "\", \"command\": \"" + Command +
               "\"}";
  }

  std::vector<Unit> load() {
    std::string File =
        Folder.write("build/compile_commands.json", Entries + "]");
    auto Loaded = loadUnits(File);
    if (Loaded)
      return std::move(*Loaded);
    Error = llvm::toString(Loaded.takeError());
    return {};
  }

  /// Names of units, relative to the project.
  Names names(const std::vector<Unit> &Loaded) {
    Names Result;
    for (const Unit &U : Loaded)
      Result.push_back(reportedPath(U.File, Folder.root()));
    return Result;
  }

  Names selected(const Names &Paths) {
    auto Chosen = selectUnits(load(), Paths);
    if (Chosen)
      return names(*Chosen);
    Error = llvm::toString(Chosen.takeError());
    return {};
  }

  TempFolder Folder;
  std::string Entries;
  std::string Error;
};

TEST_F(Units, AreSortedAndAbsolute) {
  add("../src/b.cpp", "g++ -c ../src/b.cpp");
  add("../src/a.cc", "g++ -c ../src/a.cc");
  std::vector<Unit> Loaded = load();
  EXPECT_EQ(names(Loaded), (Names{"src/a.cc", "src/b.cpp"}));
  EXPECT_EQ(Loaded[0].File, Folder.path("src/a.cc"));
  EXPECT_EQ(Loaded[0].Directory, Folder.path("build"));
}

TEST_F(Units, OfOneFileCountOnceWithTheFirstCommand) {
  add("../a.cpp", "g++ -DFIRST -c ../a.cpp");
  add("../x/../a.cpp", "g++ -DSECOND -c ../a.cpp");
  std::vector<Unit> Loaded = load();
  ASSERT_EQ(names(Loaded), Names{"a.cpp"});
  EXPECT_TRUE(llvm::is_contained(Loaded[0].CommandLine, "-DFIRST"));
}

TEST_F(Units, InOtherLanguagesAreLeftOut) {
  add("a.c", "gcc -c a.c");
  add("b.c", "gcc -x c++ -c b.c");
  add("c.c", "g++ -c c.c");
  add("d.cpp", "g++ -x c -c d.cpp");
  add("e.S", "g++ -c e.S");
  add("f.f90", "gfortran -c f.f90");
  add("g.cu", "nvcc -c g.cu");
  add("h.cxx", "c++ -c h.cxx");
  add("pch.hxx.cxx", "g++ -x c++-header -include pch.hxx -c pch.hxx.cxx");
  EXPECT_EQ(names(load()), (Names{"build/b.c", "build/c.c", "build/h.cxx"}));
}

TEST_F(Units, HaveTheirResponseFilesExpanded) {
  Folder.write("build/flags.rsp", "-DFROM_FILE -I/a");
  add("a.cpp", "g++ @flags.rsp -c a.cpp");
  std::vector<Unit> Loaded = load();
  ASSERT_EQ(Loaded.size(), 1u);
  EXPECT_TRUE(llvm::is_contained(Loaded[0].CommandLine, "-DFROM_FILE"));
}

TEST_F(Units, OfACrossCompilerGetItsTarget) {
  add("a.cpp", "/opt/bin/aarch64-linux-gnu-g++ -c a.cpp");
  std::vector<Unit> Loaded = load();
  ASSERT_EQ(Loaded.size(), 1u);
  EXPECT_TRUE(
      llvm::is_contained(Loaded[0].CommandLine, "--target=aarch64-linux-gnu"));
}

TEST_F(Units, AreNotFoundInABrokenDatabase) {
  Entries = "[{";
  // LLVM's reader shows the place on the standard error by itself.
  testing::internal::CaptureStderr();
  EXPECT_TRUE(load().empty());
  testing::internal::GetCapturedStderr();
  EXPECT_TRUE(llvm::StringRef(Error).starts_with(
      "can't read the compilation database " +
      Folder.path("build/compile_commands.json") + ": "))
      << Error;
}

TEST_F(Units, AreMissingInADatabaseOfAnotherLanguage) {
  add("a.c", "gcc -c a.c");
  EXPECT_TRUE(load().empty());
  EXPECT_TRUE(llvm::StringRef(Error).ends_with("has no C++ units")) << Error;
}

TEST_F(Units, AreSelectedByFilesAndFolders) {
  for (const char *Name : {"src/a.cpp", "src/sub/b.cpp", "src2/c.cpp"}) {
    Folder.write(Name, "");
    add("../" + std::string(Name), "g++ -c x");
  }
  EXPECT_EQ(selected({}), (Names{"src/a.cpp", "src/sub/b.cpp", "src2/c.cpp"}));
  EXPECT_EQ(selected({Folder.path("src/")}),
            (Names{"src/a.cpp", "src/sub/b.cpp"}));
  EXPECT_EQ(
      selected({Folder.path("src2/../src2/c.cpp"), Folder.path("src/sub")}),
      (Names{"src/sub/b.cpp", "src2/c.cpp"}));
}

TEST_F(Units, AreSelectedThroughLinks) {
  Folder.write("src/a.cpp", "");
  add("../src/a.cpp", "g++ -c x");
  ASSERT_FALSE(
      llvm::sys::fs::create_link(Folder.path("src"), Folder.path("link")));
  EXPECT_EQ(selected({Folder.path("link")}), Names{"src/a.cpp"});
}

TEST_F(Units, MissingInAPathAreAnErrorThatNamesIt) {
  Folder.write("src/a.cpp", "");
  Folder.write("include/a.h", "");
  add("../src/a.cpp", "g++ -c x");
  std::string Path = Folder.path("include");
  EXPECT_EQ(selected({Folder.path("src"), Path}), Names{});
  EXPECT_EQ(Error,
            "the compilation database has no C++ unit in '" + Path + "'");
}

std::string found(llvm::StringRef Build, llvm::StringRef Start) {
  auto File = findDatabase(Build, Start);
  return File ? *File : llvm::toString(File.takeError());
}

TEST(Database, IsFoundInParentsAndTheirBuildFolders) {
  TempFolder Folder;
  Folder.write("src/deep/a.cpp", "");
  std::string Outer = Folder.write("build/compile_commands.json", "[]");
  EXPECT_EQ(found("", Folder.path("src/deep")), Outer);
  EXPECT_EQ(found("", Folder.path("src/deep/a.cpp")), Outer);
  std::string Inner = Folder.write("src/compile_commands.json", "[]");
  EXPECT_EQ(found("", Folder.path("src/deep")), Inner);
  EXPECT_EQ(found(Folder.path("build/"), Folder.path("src")), Outer);
  EXPECT_EQ(found(Outer, Folder.path("src")), Outer);
}

TEST(Database, MissingSaysWhereItWasLookedFor) {
  TempFolder Folder;
  EXPECT_EQ(found(Folder.path("none"), "."),
            "there is no compilation database " + Folder.path("none"));
  EXPECT_EQ(found(Folder.root(), "."),
            "there is no compilation database " +
                Folder.path("compile_commands.json"));
  EXPECT_EQ(found("", Folder.root()),
            "no compilation database found: looked for compile_commands.json "
            "and build/compile_commands.json in " +
                Folder.root() + " and each of its parents");
}

TEST(Root, IsTheRepositoryAroundTheSources) {
  TempFolder Folder;
  Folder.write(".git/HEAD", "");
  std::string File = Folder.write("service/build/compile_commands.json", "[]");
  Folder.write("service/build/CMakeCache.txt",
               "A:STRING=b\nCMAKE_HOME_DIRECTORY:INTERNAL=" +
                   Folder.path("service") + "\n");
  EXPECT_EQ(projectRoot(File, {}), Folder.root());
}

TEST(Root, IsWhatCMakeWasConfiguredFor) {
  TempFolder Folder;
  std::string File = Folder.write("out/compile_commands.json", "[]");
  Folder.write("out/CMakeCache.txt",
               "CMAKE_HOME_DIRECTORY:INTERNAL=" + Folder.path("code") + "\n");
  EXPECT_EQ(projectRoot(File, {Folder.path("code/src/a.cpp")}),
            Folder.path("code"));
}

TEST(Root, IsTheSourcesOwnWhereverTheDatabaseIs) {
  TempFolder Folder;
  std::string File = Folder.write("db/p/compile_commands.json", "[]");
  Folder.write("src/p/.git/HEAD", "");
  Folder.write("src/p/lib/a.cpp", "");
  EXPECT_EQ(projectRoot(File, {Folder.path("src/p/lib/a.cpp"),
                               Folder.path("src/p/main.cpp")}),
            Folder.path("src/p"));
}

TEST(Root, IsTheFolderThatHoldsEverything) {
  TempFolder Folder;
  std::string File = Folder.write("p/build/compile_commands.json", "[]");
  EXPECT_EQ(projectRoot(File, {Folder.path("p/src/a.cpp"),
                               Folder.path("p/build/generated.cpp")}),
            Folder.path("p"));
}

TEST(ReportedPath, IsRelativeInsideTheRoot) {
  EXPECT_EQ(reportedPath("/p/src/../src/a.cpp", "/p"), "src/a.cpp");
  EXPECT_EQ(reportedPath("/project/a.cpp", "/p"), "/project/a.cpp");
  EXPECT_EQ(reportedPath("/usr/include/x.h", "/p"), "/usr/include/x.h");
  EXPECT_EQ(reportedPath("/a.cpp", "/"), "a.cpp");
}

TEST(ReportedPath, SeesThroughLinks) {
  TempFolder Folder;
  Folder.write("real/src/a.cpp", "");
  ASSERT_FALSE(
      llvm::sys::fs::create_link(Folder.path("real"), Folder.path("link")));
  EXPECT_EQ(reportedPath(Folder.path("real/src/a.cpp"), Folder.path("link")),
            "src/a.cpp");
}

} // namespace
} // namespace asynctidy::runner
