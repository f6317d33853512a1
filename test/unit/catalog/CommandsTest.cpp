//===-- CommandsTest.cpp - The commands of `async-tidy catalog` -----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TestFolder.h"
#include "TestPack.h"
#include "lib/runner/CatalogCommands.h"

namespace asynctidy::catalog {

namespace {

/// What a command printed and returned.
struct Ran {
  int Exit = -1;
  std::string Out;
  std::string Err;

  explicit Ran(llvm::function_ref<int(llvm::raw_ostream &, llvm::raw_ostream &)>
                   Command) {
    llvm::raw_string_ostream OutStream(Out), ErrStream(Err);
    Exit = Command(OutStream, ErrStream);
  }
  bool prints(llvm::StringRef Text) const {
    return llvm::StringRef(Out).contains(Text);
  }
};

Ran list(const ListOptions &Options) {
  return Ran(
      [&](auto &Out, auto &Err) { return listCommand(Options, Out, Err); });
}
Ran check(const std::vector<std::string> &Files) {
  return Ran(
      [&](auto &Out, auto &Err) { return checkCommand(Files, Out, Err); });
}
Ran verify(const VerifyOptions &Options) {
  return Ran(
      [&](auto &Out, auto &Err) { return verifyCommand(Options, Out, Err); });
}

/// A pack with names of a header that the folder has.
std::string packWithHeader(TestFolder &Folder, llvm::StringRef Name) {
  Folder.write("acme.h", "namespace acme { void get(); struct Client { void "
                         "put(); }; }\n");
  return Folder.write("acme.yaml", withHead(("verify:\n"
                                             "  - package: acme-dev\n"
                                             "    includes: acme.h\n"
                                             "    under: acme\n"
                                             "    flags: [-I" +
                                             Folder.path() +
                                             "]\n"
                                             "blocking:\n"
                                             "  - in: acme\n"
                                             "    names: [get, " +
                                             Name + "]\n    category: cache\n")
                                                .str()));
}

TEST(CatalogList, ShowsEveryPack) {
  TestFolder Folder;
  std::string File = packWithHeader(Folder, "Client::put");
  Ran R = list({"", {File}});
  EXPECT_EQ(R.Exit, 0);
  EXPECT_EQ(R.Err, "");
  EXPECT_TRUE(R.prints("\nstd "));
  EXPECT_TRUE(R.prints("built-in"));
  EXPECT_TRUE(
      R.prints("\ntest                     1       2  " + File + "  Test\n"));
}

TEST(CatalogList, ShowsEntriesOfAPack) {
  TestFolder Folder;
  std::string File = packWithHeader(Folder, "Client::put");
  Ran R = list({"test", {File}});
  EXPECT_EQ(R.Exit, 0);
  EXPECT_TRUE(R.prints("test: Test\nA test\n\nblocking\n"));
  EXPECT_TRUE(R.prints("    10  acme::Client::put"));
  EXPECT_TRUE(R.prints("  cache\n"));
}

TEST(CatalogList, KnowsOnlyItsPacks) {
  Ran R = list({"stdd", {}});
  EXPECT_EQ(R.Exit, 2);
  EXPECT_EQ(R.Err, "error: there is no pack 'stdd'; did you mean 'std'?\n");
}

TEST(CatalogCheck, ReportsEveryMistakeOfEveryFile) {
  TestFolder Folder;
  std::string Good = Folder.write(
      "good.yaml", withHead("nonblocking:\n  - {in: [a, b], names: [c, d]}\n"));
  std::string Bad = Folder.write("bad.yaml", withHead("x: y\nz: y\n"));
  Ran R = check({Bad, Good, "/nowhere.yaml"});
  EXPECT_EQ(R.Exit, 2);
  EXPECT_EQ(R.Out, Good + ": ok: 1 entries, 4 names\n");
  EXPECT_TRUE(llvm::StringRef(R.Err).contains(Bad + ":4:1: error: unknown"));
  EXPECT_TRUE(llvm::StringRef(R.Err).contains(Bad + ":5:1: error: unknown"));
  EXPECT_TRUE(llvm::StringRef(R.Err).contains("/nowhere.yaml: error: "));
  EXPECT_EQ(check({Good}).Exit, 0);
}

TEST(CatalogVerify, FindsNamesInHeaders) {
  TestFolder Folder;
  std::string File = packWithHeader(Folder, "Client::put");
  Ran R = verify({{"test"}, "", "", {File}});
  EXPECT_EQ(R.Out, "test: 2 of 2 names found in acme-dev\n");
  EXPECT_EQ(R.Err, "");
  EXPECT_EQ(R.Exit, 0);
}

TEST(CatalogVerify, ReportsNamesThatAreNotThere) {
  TestFolder Folder;
  std::string File = packWithHeader(Folder, "Client::putt");
  Ran R = verify({{"test"}, "", "", {File}});
  EXPECT_EQ(R.Out,
            "test: 1 of 2 names found in acme-dev\n" + File +
                ":10: error: nothing is called 'acme::Client::putt': there is "
                "no 'putt' in 'acme::Client'\n");
  EXPECT_EQ(R.Exit, 1);
}

TEST(CatalogVerify, SaysWhatItSkips) {
  TestFolder Folder;
  std::string NoVerify =
      Folder.write("a.yaml", withHead("nonblocking:\n  - names: a\n"));
  EXPECT_EQ(verify({{"test"}, "", "", {NoVerify}}).Out,
            "test: skipped, the pack has no 'verify'\n");
  std::string NoHeader = Folder.write(
      "b.yaml",
      withHead("verify:\n  - {package: x-dev, includes: no/such.h}\n"));
  Ran R = verify({{"test"}, "", "", {NoHeader}});
  EXPECT_EQ(R.Exit, 0);
  EXPECT_TRUE(R.prints("test: skipped x-dev, "));
  EXPECT_TRUE(R.prints("'no/such.h' file not found"));
}

TEST(CatalogVerify, HeadersMustParse) {
  TestFolder Folder;
  Folder.write("broken.h", "int broken(\n");
  std::string File = Folder.write(
      "c.yaml", withHead(("verify:\n  - {includes: broken.h, flags: [-I" +
                          Folder.path() + "]}\n")
                             .str()));
  Ran R = verify({{"test"}, "", "", {File}});
  EXPECT_EQ(R.Exit, 1);
  EXPECT_TRUE(llvm::StringRef(R.Err).starts_with(
      File + ": error: the headers of 'test' don't parse: "));
}

TEST(CatalogVerify, LooksNamesUpInAUnit) {
  TestFolder Folder;
  std::string File = packWithHeader(Folder, "Client::putt");
  std::string Unit = Folder.write("a.cpp", "#include \"acme.h\"\n");
  Folder.write("compile_commands.json",
               ("[{\"directory\": \"" + Folder.path() +
                "\", \"file\": \"a.cpp\", \"command\": \"g++ -std=c++17 "
                "-fno-canonical-system-headers -c a.cpp\"}]")
                   .str());
  Ran R = verify({{"test"}, "", Unit, {File}});
  EXPECT_EQ(R.Err, "");
  EXPECT_EQ(R.Exit, 1);
  EXPECT_TRUE(R.prints("test: 1 of 2 names found in " + Unit));
  EXPECT_EQ(verify({{}, Folder.path().str(), Unit, {File}}).Exit, 1);
  Ran Other = verify({{}, Folder.path().str(), "other.cpp", {}});
  EXPECT_EQ(Other.Exit, 2);
  EXPECT_TRUE(llvm::StringRef(Other.Err).contains("'other.cpp' isn't in "));
  EXPECT_EQ(verify({{}, "/nowhere", Unit, {}}).Exit, 2);
}

TEST(CatalogVerify, KnowsOnlyItsPacks) {
  EXPECT_EQ(verify({{"nothing-of-the-kind"}, "", "", {}}).Exit, 2);
}

} // namespace
} // namespace asynctidy::catalog
