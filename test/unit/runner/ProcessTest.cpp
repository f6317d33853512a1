//===-- ProcessTest.cpp - Work in a process of its own
//----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/runner/Process.h"
#include "lib/runner/OutputFile.h"
#include "test/unit/support/TempFolder.h"
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <sys/stat.h>
#include <unistd.h>

namespace asynctidy::runner {
namespace {

using test::TempFolder;

TEST(Process, HandsItsOutputOver) {
  // More than a pipe holds.
  std::string Long(1 << 20, 'x');
  Outcome Done = runIsolated([&](llvm::raw_ostream &OS) { OS << Long; });
  EXPECT_EQ(Done.Problem, "");
  EXPECT_EQ(Done.Output, Long);
  EXPECT_GT(Done.PeakKiB, 0u);
}

TEST(Process, LeavesTheParentAsItIs) {
  int Changed = 1;
  runIsolated([&](llvm::raw_ostream &) { Changed = 2; });
  EXPECT_EQ(Changed, 1);
}

TEST(Process, EndsAloneWhenItCrashes) {
  Outcome Done = runIsolated([](llvm::raw_ostream &OS) {
    OS << "half";
    std::signal(SIGSEGV, SIG_DFL);
    std::raise(SIGSEGV);
  });
  EXPECT_EQ(Done.Problem, "crashed: SIGSEGV");
}

TEST(Process, NamesTheSignalAndTheLastWords) {
  Outcome Killed =
      runIsolated([](llvm::raw_ostream &) { std::raise(SIGKILL); });
  EXPECT_EQ(Killed.Problem, "killed, for want of memory perhaps: SIGKILL");
  Outcome Left = runIsolated([](llvm::raw_ostream &) {
    std::fputs("one\nLLVM ERROR: two\n", stderr);
    std::exit(70);
  });
  EXPECT_EQ(Left.Problem, "ended with status 70 (LLVM ERROR: two)");
}

TEST(Process, KeepsItsChatterToItself) {
  testing::internal::CaptureStdout();
  testing::internal::CaptureStderr();
  runIsolated([](llvm::raw_ostream &) {
    std::puts("out");
    std::fflush(stdout);
    std::fputs("err", stderr);
  });
  EXPECT_EQ(testing::internal::GetCapturedStdout(), "");
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
}

/// Error of an operation on an output file, or nothing.
std::string writeFile(const std::string &Path, llvm::StringRef Text) {
  auto File = OutputFile::create(Path);
  if (!File)
    return llvm::toString(File.takeError());
  if (llvm::Error E = File->write(Text))
    return llvm::toString(std::move(E));
  return "";
}

TEST(OutputFile, ReplacesTheOldOne) {
  TempFolder Folder;
  std::string Path = Folder.write("out.txt", "old and longer");
  EXPECT_EQ(writeFile(Path, "new"), "");
  EXPECT_EQ(Folder.read("out.txt"), "new");
}

TEST(OutputFile, KeepsTheOldOneWhenNothingIsWritten) {
  TempFolder Folder;
  std::string Path = Folder.write("out.txt", "old");
  {
    auto File = OutputFile::create(Path);
    ASSERT_TRUE(static_cast<bool>(File));
    EXPECT_EQ(Folder.read("out.txt"), "old");
  }
  EXPECT_EQ(Folder.read("out.txt"), "old");
  std::error_code EC;
  unsigned Entries = 0;
  for (llvm::sys::fs::directory_iterator I(Folder.root(), EC), End;
       I != End && !EC; I.increment(EC))
    ++Entries;
  EXPECT_EQ(Entries, 1u) << "a temporary file was left";
}

TEST(OutputFile, SaysWhyItCannotBeMade) {
  TempFolder Folder;
  EXPECT_EQ(writeFile(Folder.root(), "x"),
            "can't write '" + Folder.root() + "': it is a folder");
  std::string Path = Folder.path("none/out.txt");
  EXPECT_EQ(writeFile(Path, "x"),
            "can't write '" + Path + "': No such file or directory");
}

TEST(OutputFile, WritesToADeviceInPlace) {
  TempFolder Folder;
  std::string Path = Folder.path("null");
  ASSERT_FALSE(llvm::sys::fs::create_link("/dev/null", Path));
  EXPECT_EQ(writeFile(Path, "x"), "");
  struct stat Status;
  ASSERT_EQ(lstat(Path.c_str(), &Status), 0);
  EXPECT_TRUE(S_ISLNK(Status.st_mode));
}

} // namespace
} // namespace asynctidy::runner
