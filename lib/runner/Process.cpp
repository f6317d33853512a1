//===-- Process.cpp - Work in a process of its own ------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/runner/Process.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Signals.h"
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace asynctidy::runner {
namespace {

/// A descriptor that closes itself.
class Descriptor {
public:
  explicit Descriptor(int FD = -1) : FD(FD) {}
  Descriptor(const Descriptor &) = delete;
  Descriptor &operator=(const Descriptor &) = delete;
  ~Descriptor() { reset(); }

  void reset(int New = -1) {
    if (FD >= 0)
      close(FD);
    FD = New;
  }
  int get() const { return FD; }

private:
  int FD;
};

std::string systemError(llvm::StringRef What) {
  return (What + ": " + std::strerror(errno)).str();
}

/// Everything until the other end is closed.
std::string readAll(int FD) {
  std::string Result;
  char Buffer[1 << 16];
  while (true) {
    ssize_t N = read(FD, Buffer, sizeof(Buffer));
    if (N > 0)
      Result.append(Buffer, N);
    else if (N == 0 || errno != EINTR)
      return Result;
  }
}

/// The last line of what a child printed, without the rest of a long one.
std::string lastLine(int FD) {
  if (FD < 0 || lseek(FD, 0, SEEK_SET) < 0)
    return "";
  std::string All = readAll(FD);
  llvm::StringRef Text = llvm::StringRef(All).rtrim();
  return Text.substr(Text.rfind('\n') + 1).take_front(200).str();
}

std::string describe(int Status, llvm::StringRef LastLine) {
  std::string Result;
  if (WIFSIGNALED(Status)) {
    int Signal = WTERMSIG(Status);
    const char *Name = sigabbrev_np(Signal);
    Result = Signal == SIGKILL ? "killed, for want of memory perhaps"
                               : std::string("crashed");
    Result +=
        Name ? std::string(": SIG") + Name : ": signal " + llvm::itostr(Signal);
  } else if (WEXITSTATUS(Status) != 0) {
    Result = "ended with status " + llvm::itostr(WEXITSTATUS(Status));
  }
  if (!Result.empty() && !LastLine.empty())
    Result += (" (" + LastLine + ")").str();
  return Result;
}

[[noreturn]] void runChild(llvm::function_ref<void(llvm::raw_ostream &)> Work,
                           int Result, int Chatter) {
  // A crash is reported by the parent: no core file in the user's folder.
  rlimit NoCore = {0, 0};
  setrlimit(RLIMIT_CORE, &NoCore);
  if (Chatter >= 0) {
    dup2(Chatter, STDOUT_FILENO);
    dup2(Chatter, STDERR_FILENO);
  }
  {
    llvm::raw_fd_ostream OS(Result, /*shouldClose=*/true);
    Work(OS);
    OS.flush();
    if (OS.has_error()) {
      OS.clear_error();
      _exit(1);
    }
  }
  // No destructors and exit handlers: they are the parent's.
  _exit(0);
}

} // namespace

Outcome runIsolated(llvm::function_ref<void(llvm::raw_ostream &)> Work) {
  Outcome Result;
  int Ends[2];
  if (pipe2(Ends, O_CLOEXEC) != 0) {
    Result.Problem = systemError("can't make a pipe");
    return Result;
  }
  Descriptor Read(Ends[0]), Write(Ends[1]);
  Descriptor Chatter(memfd_create("output", MFD_CLOEXEC));
  // What is still in buffers would be written by both.
  std::fflush(nullptr);
  llvm::outs().flush();
  auto Start = std::chrono::steady_clock::now();
  pid_t Child = fork();
  if (Child < 0) {
    Result.Problem = systemError("can't start a process");
    return Result;
  }
  if (Child == 0) {
    // A crash ends the child, and nothing else: LLVM would delete the parent's
    // temporary files.
    llvm::sys::unregisterHandlers();
    runChild(Work, Write.get(), Chatter.get());
  }

  Write.reset();
  Result.Output = readAll(Read.get());
  int Status = 0;
  rusage Usage = {};
  while (wait4(Child, &Status, 0, &Usage) < 0 && errno == EINTR)
    ;
  Result.Problem = describe(Status, lastLine(Chatter.get()));
  Result.Seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - Start)
          .count();
  Result.PeakKiB = Usage.ru_maxrss;
  return Result;
}

} // namespace asynctidy::runner
