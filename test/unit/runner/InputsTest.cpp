//===-- InputsTest.cpp - What a parse saw, and whether it still is so -----===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/runner/Inputs.h"
#include "test/unit/support/TempFolder.h"
#include "clang/Basic/FileManager.h"
#include "clang/Frontend/FrontendActions.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Endian.h"
#include "llvm/Support/xxhash.h"
#include <fcntl.h>
#include <map>
#include <set>
#include <sys/stat.h>
#include <unistd.h>

namespace asynctidy::runner {
namespace {

using test::TempFolder;
using Kind = Input::Kind;
using Names = std::vector<std::string>;
namespace fs = llvm::sys::fs;

bool isCurrent(const Inputs &In) { return InputChecker().current(In); }

/// The kind of \p Path in \p In; none when it isn't there.
std::optional<Kind> kindOf(const Inputs &In, llvm::StringRef Path) {
  for (const Input &I : In.All)
    if (I.Path == Path)
      return I.Is;
  return std::nullopt;
}

/// Files, and a recording file system to read them with.
class Recording : public ::testing::Test {
protected:
  Recording() { EXPECT_FALSE(FS->setCurrentWorkingDirectory(Folder.root())); }

  std::string path(llvm::StringRef Name) const { return Folder.path(Name); }

  void read(llvm::StringRef Name) { FS->getBufferForFile(path(Name)); }

  Inputs take() {
    std::optional<Inputs> Taken = FS->take();
    EXPECT_TRUE(Taken);
    return Taken ? std::move(*Taken) : Inputs();
  }

  void remove(llvm::StringRef Name) { EXPECT_FALSE(fs::remove(path(Name))); }

  void link(llvm::StringRef To, llvm::StringRef Name) {
    EXPECT_EQ(symlink(path(To).c_str(), path(Name).c_str()), 0);
  }

  TempFolder Folder;
  llvm::IntrusiveRefCntPtr<RecordingFileSystem> FS =
      llvm::makeIntrusiveRefCnt<RecordingFileSystem>();
};

TEST_F(Recording, OfAReadFileIsOfItsBytes) {
  Folder.write("a.h", "int A; // one");
  read("a.h");
  Inputs In = take();
  EXPECT_EQ(kindOf(In, path("a.h")), Kind::Content);
  EXPECT_TRUE(isCurrent(In));
  Folder.write("a.h", "int A; // two");
  EXPECT_FALSE(isCurrent(In));
  Folder.write("a.h", "int A; // one");
  EXPECT_TRUE(isCurrent(In));
  remove("a.h");
  EXPECT_FALSE(isCurrent(In));
  EXPECT_FALSE(fs::create_directory(path("a.h")));
  EXPECT_FALSE(isCurrent(In));
}

TEST_F(Recording, DoesNotGoByTimes) {
  Folder.write("a.h", "int A;");
  read("a.h");
  Inputs In = take();
  timespec Times[2] = {{1000, 0}, {1000, 0}};
  ASSERT_EQ(utimensat(AT_FDCWD, path("a.h").c_str(), Times, 0), 0);
  EXPECT_TRUE(isCurrent(In));
}

TEST_F(Recording, IgnoresUnrelatedFiles) {
  Folder.write("a.h", "");
  read("a.h");
  FS->status(path("include"));
  Inputs In = take();
  Folder.write("b.h", "");
  EXPECT_TRUE(isCurrent(In));
}

TEST_F(Recording, NotesWhatIsMissing) {
  Folder.write("include/a.h", "");
  EXPECT_FALSE(FS->status(path("include/b.h")));
  EXPECT_FALSE(FS->exists(path("include/c.h")));
  EXPECT_FALSE(FS->openFileForRead(path("include/d.h")));
  Inputs In = take();
  EXPECT_TRUE(isCurrent(In));
  for (const char *Name : {"include/b.h", "include/c.h", "include/d.h"}) {
    EXPECT_EQ(kindOf(In, path(Name)), Kind::Missing);
    Folder.write(Name, "");
    EXPECT_FALSE(isCurrent(In)) << Name;
    remove(Name);
    EXPECT_TRUE(isCurrent(In)) << Name;
  }
}

TEST_F(Recording, NotesTheMissingFolderForAllThatIsInIt) {
  FS->status(path("none/deep/a.h"));
  FS->status(path("none/deep/../b.h"));
  FS->status(path("none/c.h"));
  Inputs In = take();
  ASSERT_EQ(In.All.size(), 1u);
  EXPECT_EQ(kindOf(In, path("none")), Kind::Missing);
  EXPECT_TRUE(isCurrent(In));
  Folder.write("none/c.h", "");
  EXPECT_FALSE(isCurrent(In));
}

TEST_F(Recording, MakesPathsAbsoluteWhereTheyAreUsed) {
  Folder.write("a.h", "");
  Folder.write("sub/b.h", "");
  FS->status("a.h");
  EXPECT_FALSE(FS->setCurrentWorkingDirectory(path("sub")));
  FS->status("./b.h");
  FS->status(".//..//./c.h");
  FS->status("../sub/");
  FS->status("");
  Names Paths;
  for (const Input &I : take().All)
    Paths.push_back(I.Path);
  EXPECT_EQ(Paths, (Names{path("a.h"), path("sub") + "/../c.h",
                          path("sub") + "/../sub", path("sub/b.h")}));
}

TEST_F(Recording, FollowsLinksBeforeGoingUp) {
  Folder.write("real/a.h", "");
  Folder.write("real/sub/x.h", "");
  link("real/sub", "link");
  EXPECT_TRUE(FS->exists(path("link") + "/../a.h"));
  Inputs In = take();
  EXPECT_TRUE(isCurrent(In));
  Folder.write("other/sub/x.h", "");
  remove("link");
  link("other/sub", "link");
  EXPECT_FALSE(isCurrent(In));
}

TEST_F(Recording, OnlyAskedForIsOnlyThere) {
  Folder.write("a.o", "1");
  Folder.write("b.h", "1");
  EXPECT_TRUE(FS->exists(path("a.o")));
  // Knows the size, as what checks a precompiled header does.
  EXPECT_TRUE(FS->status(path("b.h")));
  Inputs In = take();
  EXPECT_EQ(kindOf(In, path("a.o")), Kind::File);
  EXPECT_EQ(kindOf(In, path("b.h")), Kind::Content);
  Folder.write("a.o", "2");
  EXPECT_TRUE(isCurrent(In));
  Folder.write("b.h", "2");
  EXPECT_FALSE(isCurrent(In));
}

TEST_F(Recording, OfAPartIsOfTheWholeFile) {
  Folder.write("data.bin", "abcdef");
  auto File = FS->openFileForRead(path("data.bin"));
  ASSERT_TRUE(File);
  EXPECT_TRUE((*File)->getBuffer("data.bin", 3, false));
  Inputs In = take();
  EXPECT_TRUE(isCurrent(In));
  Folder.write("data.bin", "abcdeX");
  EXPECT_FALSE(isCurrent(In));
}

TEST_F(Recording, OfAnOpenedFileIsOfItsBeingThere) {
  Folder.write("a.h", "1");
  EXPECT_TRUE(FS->openFileForRead(path("a.h")));
  remove("a.h");
  EXPECT_FALSE(isCurrent(take()));
}

TEST_F(Recording, OutlivedByAFileIsNoHarm) {
  Folder.write("a.h", "1");
  auto File = FS->openFileForRead(path("a.h"));
  Inputs In = take();
  EXPECT_EQ(kindOf(In, path("a.h")), Kind::Content);
  FS = nullptr;
  EXPECT_TRUE((*File)->getBuffer("a.h"));
}

TEST_F(Recording, OfAFolderIsOfItsBeingThere) {
  Folder.write("include/a.h", "");
  EXPECT_TRUE(FS->status(path("include")));
  EXPECT_TRUE(FS->exists(path("include")));
  Inputs In = take();
  EXPECT_EQ(kindOf(In, path("include")), Kind::Folder);
  Folder.write("include/b.h", "");
  EXPECT_TRUE(isCurrent(In));
  EXPECT_FALSE(fs::remove_directories(path("include")));
  EXPECT_FALSE(isCurrent(In));
  Folder.write("include", "");
  EXPECT_FALSE(isCurrent(In));
}

TEST_F(Recording, OfAFolderOpenedAsAFileIsOfTheFolder) {
  Folder.write("vector/a.h", "");
  FS->getBufferForFile(path("vector"));
  EXPECT_EQ(kindOf(take(), path("vector")), Kind::Folder);
}

TEST_F(Recording, OfAListingIsOfTheNames) {
  Folder.write("include/a.h", "1");
  std::error_code EC;
  FS->dir_begin(path("include"), EC);
  FS->dir_begin(path("none"), EC);
  Inputs In = take();
  EXPECT_EQ(kindOf(In, path("include")), Kind::Listing);
  EXPECT_EQ(kindOf(In, path("none")), Kind::Missing);
  Folder.write("include/a.h", "2");
  EXPECT_TRUE(isCurrent(In));
  Folder.write("include/b.h", "");
  EXPECT_FALSE(isCurrent(In));
}

TEST_F(Recording, KnowsTwoNamesOfOneFileFromTwoFiles) {
  Folder.write("a.h", "#pragma once");
  link("a.h", "b.h");
  Folder.write("c.h", "#pragma once");
  for (const char *Name : {"a.h", "b.h", "c.h"})
    read(Name);
  Inputs In = take();
  EXPECT_TRUE(isCurrent(In));
  // The bytes are the same, but now it is included twice.
  remove("b.h");
  Folder.write("b.h", "#pragma once");
  EXPECT_FALSE(isCurrent(In));
  remove("b.h");
  link("c.h", "b.h");
  EXPECT_FALSE(isCurrent(In));
  remove("b.h");
  link("a.h", "b.h");
  EXPECT_TRUE(isCurrent(In));
  remove("c.h");
  link("a.h", "c.h");
  EXPECT_FALSE(isCurrent(In));
}

TEST_F(Recording, OfARealPathIsOfWhereTheLinkLeads) {
  Folder.write("a.h", "");
  Folder.write("b.h", "");
  link("a.h", "link.h");
  llvm::SmallString<128> Real;
  EXPECT_FALSE(FS->getRealPath(path("link.h"), Real));
  EXPECT_EQ(Real, path("a.h"));
  EXPECT_TRUE(FS->getRealPath(path("none.h"), Real));
  Inputs In = take();
  EXPECT_TRUE(isCurrent(In));
  remove("link.h");
  link("b.h", "link.h");
  EXPECT_FALSE(isCurrent(In));
}

TEST_F(Recording, OfAnEmptyDeviceIsOfTheDevice) {
  FS->getBufferForFile("/dev/null");
  Inputs In = take();
  EXPECT_EQ(kindOf(In, "/dev/null"), Kind::Other);
  EXPECT_TRUE(isCurrent(In));
}

TEST_F(Recording, OfAPipeIsOfNoUse) {
  ASSERT_EQ(mkfifo(path("pipe").c_str(), 0600), 0);
  // With a writer opening doesn't wait.
  int FD = open(path("pipe").c_str(), O_RDWR);
  ASSERT_EQ(write(FD, "x", 1), 1);
  auto File = FS->openFileForRead(path("pipe"));
  ASSERT_TRUE(File);
  close(FD);
  auto Buffer = (*File)->getBuffer("pipe");
  ASSERT_TRUE(Buffer);
  EXPECT_EQ((*Buffer)->getBuffer(), "x");
  EXPECT_FALSE(FS->take());
}

TEST_F(Recording, IsOfNoUseWhenSomethingChangedMeanwhile) {
  Folder.write("a.h", "1");
  read("a.h");
  Folder.write("a.h", "22");
  read("a.h");
  EXPECT_FALSE(FS->take());

  EXPECT_FALSE(FS->exists(path("b.h")));
  Folder.write("b.h", "");
  EXPECT_TRUE(FS->exists(path("b.h")));
  EXPECT_FALSE(FS->take());

  EXPECT_TRUE(FS->status(path("b.h")));
  remove("b.h");
  EXPECT_FALSE(FS->status(path("b.h")));
  EXPECT_FALSE(FS->take());

  // Nothing of this is left for the next one.
  read("a.h");
  EXPECT_TRUE(isCurrent(take()));
}

TEST_F(Recording, OfAFileThatChangedLaterIsOfWhatWasRead) {
  Folder.write("a.h", "1");
  Folder.write("b.h", "1");
  read("a.h");
  read("b.h");
  Folder.write("a.h", "2");
  Inputs In = take();
  EXPECT_FALSE(isCurrent(In));
  Folder.write("a.h", "1");
  EXPECT_TRUE(isCurrent(In));
}

TEST_F(Recording, TakesEachPathFromTheCheckersFirstLook) {
  Folder.write("a.h", "1");
  EXPECT_TRUE(FS->exists(path("a.h")));
  Inputs Asked = take();
  read("a.h");
  Inputs Read = take();
  InputChecker Checker;
  EXPECT_TRUE(Checker.current(Asked));
  EXPECT_TRUE(Checker.current(Read));
  Folder.write("a.h", "2");
  EXPECT_TRUE(Checker.current(Read));
  EXPECT_FALSE(isCurrent(Read));
}

/// Fills one of each kind in; two names for one file, in the root and outside.
class Encoding : public Recording {
protected:
  Encoding() {
    Folder.write("p/src/a.cpp", "int A;");
    Folder.write("p/src/b.cpp", "int B;");
    Folder.write("lib/a.h", "");
    link("lib/a.h", "p/src/a.h");
    link("p/src/b.cpp", "z.cpp");
    for (const char *Name : {"p/src/a.cpp", "p/src/b.cpp", "lib/a.h",
                             "p/src/a.h", "z.cpp", "p/none.h", "none.h"})
      read(Name);
    FS->exists(path("p/src") + "/../../lib");
    FS->exists(path("p/"));
    FS->exists("/dev/null");
    FS->exists("/");
    std::error_code EC;
    FS->dir_begin(path("p/src"), EC);
    In = take();
  }

  llvm::Expected<Inputs> decoded(llvm::StringRef Text) {
    return Inputs::decode(Text, path("p"));
  }

  std::string error(llvm::StringRef Text) {
    llvm::Expected<Inputs> Result = decoded(Text);
    return Result ? "" : llvm::toString(Result.takeError());
  }

  Inputs In;
};

/// A list of paths, kinds and groups that doesn't depend on the order.
Names described(const Inputs &In) {
  Names Result;
  for (const Input &I : In.All)
    Result.push_back(I.Path + " " + std::to_string(unsigned(I.Is)) + " " +
                     llvm::toHex(I.Hash) + (I.Same ? " shared" : ""));
  llvm::sort(Result);
  return Result;
}

TEST_F(Encoding, IsReadAsItWas) {
  for (const std::string &Root :
       {path("p"), Folder.root(), std::string("/"), std::string("/none")}) {
    std::string Text = In.encode(Root);
    auto Read = Inputs::decode(Text, Root);
    ASSERT_TRUE(bool(Read)) << llvm::toString(Read.takeError());
    EXPECT_EQ(described(*Read), described(In)) << Root;
    EXPECT_TRUE(isCurrent(*Read)) << Root;
    EXPECT_EQ(Read->encode(Root), Text) << Root;
  }
  auto Nothing = Inputs::decode(Inputs().encode("/p"), "/p");
  ASSERT_TRUE(bool(Nothing));
  EXPECT_TRUE(Nothing->All.empty());
}

TEST_F(Encoding, SharesGroupsOnlyWhereFilesAreTheSame) {
  auto Read = decoded(In.encode(path("p")));
  ASSERT_TRUE(bool(Read));
  std::map<std::string, unsigned> Same;
  for (const Input &I : Read->All)
    Same[I.Path] = I.Same;
  EXPECT_EQ(Same[path("p/src/a.h")], Same[path("lib/a.h")]);
  EXPECT_EQ(Same[path("p/src/b.cpp")], Same[path("z.cpp")]);
  EXPECT_NE(Same[path("lib/a.h")], Same[path("z.cpp")]);
  EXPECT_EQ(Same[path("p/src/a.cpp")], 0u);
}

TEST_F(Encoding, MovesWithItsRoot) {
  TempFolder Moved;
  for (const Input &I : In.All)
    EXPECT_FALSE(llvm::StringRef(I.Path).starts_with(Moved.root()));
  auto There = Inputs::decode(In.encode(Folder.root()), Moved.root());
  ASSERT_TRUE(bool(There));
  EXPECT_FALSE(isCurrent(*There));
  Moved.write("p/src/a.cpp", "int A;");
  Moved.write("p/src/b.cpp", "int B;");
  Moved.write("lib/a.h", "");
  EXPECT_EQ(symlink("../../lib/a.h", Moved.path("p/src/a.h").c_str()), 0);
  EXPECT_EQ(symlink("p/src/b.cpp", Moved.path("z.cpp").c_str()), 0);
  EXPECT_TRUE(isCurrent(*There));
  EXPECT_EQ(There->encode(Moved.root()), In.encode(Folder.root()));
  Moved.write("p/none.h", "");
  EXPECT_FALSE(isCurrent(*There));
}

TEST_F(Encoding, BrokenAnywhereIsAnError) {
  std::string Text = In.encode(path("p"));
  for (size_t Size = 0; Size < Text.size(); ++Size)
    EXPECT_NE(error(llvm::StringRef(Text).take_front(Size)), "") << Size;
  for (size_t I = 0; I < Text.size(); ++I) {
    std::string Flipped = Text;
    Flipped[I] ^= 0x20;
    EXPECT_NE(error(Flipped), "") << I;
  }
  EXPECT_NE(error(Text + "x"), "");
  EXPECT_EQ(error("JSON"), "broken list of inputs: it has another format, or "
                           "its checksum is wrong");
}

/// \p Body with the checksum that it should have.
std::string summed(llvm::StringRef Body) {
  char Sum[8];
  llvm::support::endian::write64le(Sum, llvm::xxh3_64bits(Body));
  return Body.str() + std::string(Sum, sizeof(Sum));
}

TEST_F(Encoding, BrokenWithARightChecksumIsNoHarm) {
  std::string Text = In.encode(path("p"));
  std::string Body = Text.substr(0, Text.size() - 8);
  ASSERT_EQ(summed(Body), Text);
  for (size_t Size = 0; Size < Body.size(); ++Size)
    EXPECT_NE(error(summed(Body.substr(0, Size))), "") << Size;
  EXPECT_NE(error(summed(Body + '\0')), "");
  for (size_t I = 0; I < Body.size(); ++I)
    for (unsigned Byte = 0; Byte < 256; ++Byte) {
      std::string Other = Body;
      Other[I] = static_cast<char>(Byte);
      // Some can't be told from a good one: bytes of a digest, for example.
      llvm::consumeError(decoded(summed(Other)).takeError());
    }
}

/// A program that is really parsed.
class Parsing : public Recording {
protected:
  Parsing() {
    Folder.write("src/main.cpp", "#include \"own.h\"\n#include <found.h>\n"
                                 "#if __has_include(<maybe.h>)\n#endif\n"
                                 "int main() { return Own + Found; }\n");
    Folder.write("src/own.h", "#pragma once\nconst int Own = 1;\n");
    Folder.write("first/other.h", "");
    Folder.write("second/found.h", "const int Found = 2;\n");
  }

  Inputs parse() {
    auto Files = llvm::makeIntrusiveRefCnt<clang::FileManager>(
        clang::FileSystemOptions(), FS);
    Names Args = {"/usr/bin/clang++", "-fsyntax-only", "-nostdinc",   "-Ifirst",
                  "-Isecond",         "-Ithird",       "src/main.cpp"};
    clang::tooling::ToolInvocation Invocation(
        Args, std::make_unique<clang::SyntaxOnlyAction>(), Files.get());
    EXPECT_TRUE(Invocation.run());
    return take();
  }
};

TEST_F(Parsing, NotesHeadersAndWhereTheyWereLookedFor) {
  Inputs In = parse();
  for (const char *Name : {"src/main.cpp", "src/own.h", "second/found.h"})
    EXPECT_EQ(kindOf(In, path(Name)), Kind::Content) << Name;
  for (const char *Name :
       {"first/found.h", "first/maybe.h", "second/maybe.h", "third"})
    EXPECT_EQ(kindOf(In, path(Name)), Kind::Missing) << Name;
  EXPECT_EQ(kindOf(In, path("first/other.h")), std::nullopt);
  EXPECT_TRUE(isCurrent(In));
}

TEST_F(Parsing, IsNeededAgainWhenItWouldSeeSomethingElse) {
  Inputs In = parse();
  for (const char *Name :
       {"first/found.h", "second/maybe.h", "third/maybe.h"}) {
    Folder.write(Name, "");
    EXPECT_FALSE(isCurrent(In)) << Name;
    remove(Name);
    if (llvm::StringRef(Name).starts_with("third"))
      remove("third");
    EXPECT_TRUE(isCurrent(In)) << Name;
  }
  Folder.write("first/unrelated.h", "");
  EXPECT_TRUE(isCurrent(In));
  Folder.write("src/own.h", "#pragma once\nconst int Own = 1; // one\n");
  EXPECT_FALSE(isCurrent(In));
}

TEST_F(Parsing, SeesTheSameTwice) {
  Inputs In = parse();
  EXPECT_EQ(parse().encode(Folder.root()), In.encode(Folder.root()));
}

TEST(UnitKey, TellsPartsApart) {
  auto Key = [](const std::vector<llvm::StringRef> &Parts) {
    return unitKey(Parts);
  };
  EXPECT_EQ(Key({"a", "b"}), Key({"a", "b"}));
  EXPECT_EQ(Key({"a", "b"}).size(), 32u);
  std::set<std::string> Keys = {
      Key({}),         Key({""}),       Key({"", ""}),      Key({"ab"}),
      Key({"a", "b"}), Key({"b", "a"}), Key({"a", "b", ""})};
  EXPECT_EQ(Keys.size(), 7u);
}

TEST(BuildId, IsTheSameInAProcess) {
  EXPECT_EQ(buildId().size(), 32u);
  EXPECT_EQ(buildId(), buildId());
}

} // namespace
} // namespace asynctidy::runner
