//===-- Child.cpp - One forked process ------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/runner/Child.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/ErrorHandling.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/Signals.h"
#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <initializer_list>
#include <poll.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace asynctidy::runner {
using llvm::StringRef;

namespace {

std::string systemError(StringRef What) {
  return (What + ": " + std::strerror(errno)).str();
}

/// The end of what a child printed.
std::string lastWords(int FD) {
  char Buffer[4096];
  off_t Size = FD < 0 ? 0 : lseek(FD, 0, SEEK_END);
  ssize_t N = Size <= 0
                  ? 0
                  : pread(FD, Buffer, sizeof(Buffer),
                          std::max<off_t>(0, Size - off_t(sizeof(Buffer))));
  return StringRef(Buffer, std::max<ssize_t>(N, 0)).rtrim().str();
}

/// The last line, without the rest of a long one.
StringRef lastLine(StringRef Text) {
  return Text.substr(Text.rfind('\n') + 1).take_front(200);
}

/// LLVM and the C++ library both say it in two lines.
bool speaksOfMemory(StringRef Words) {
  size_t Last = Words.rfind('\n');
  size_t Before = Last == StringRef::npos ? Last : Words.rfind('\n', Last);
  StringRef Lines = Words.substr(Before + 1);
  return Lines.contains("out of memory") || Lines.contains("bad_alloc");
}

std::string describe(int Status, StringRef LastLine) {
  std::string Result;
  if (WIFSIGNALED(Status)) {
    int Signal = WTERMSIG(Status);
    const char *Name = sigabbrev_np(Signal);
    Result = Signal == SIGKILL ? "killed, for want of memory perhaps"
                               : std::string("crashed");
    Result +=
        Name ? std::string(": SIG") + Name : ": signal " + llvm::itostr(Signal);
  } else {
    Result = "ended with status " + llvm::itostr(WEXITSTATUS(Status));
  }
  if (!LastLine.empty())
    Result += (" (" + LastLine + ")").str();
  return Result;
}

void limit(int Resource, rlim_t Most) {
  rlimit Now;
  if (getrlimit(Resource, &Now) != 0)
    return;
  // More than the parent's hard limit would be refused.
  Now.rlim_cur = Now.rlim_max = std::min(Most, Now.rlim_max);
  setrlimit(Resource, &Now);
}

/// What a child does before its work.
void settle(pid_t Parent, Limits May) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  // The parent may have ended before that.
  if (getppid() != Parent)
    _exit(1);
  // A crash ends the child, and nothing else: LLVM would delete the parent's
  // temporary files.
  llvm::sys::unregisterHandlers();
  // These come to the whole group of processes. The parent decides, and no
  // child looks as if it had crashed.
  for (int Signal : {SIGINT, SIGTERM, SIGHUP})
    std::signal(Signal, SIG_IGN);
  // A crash is reported by the parent: no core file in the user's folder.
  limit(RLIMIT_CORE, 0);
  if (May.MemoryMiB)
    limit(RLIMIT_DATA, rlim_t(May.MemoryMiB) << 20);
  // An exception would run on in what the parent does.
  llvm::install_out_of_memory_new_handler();
}

[[noreturn]] void runChild(llvm::function_ref<void(llvm::raw_ostream &)> Work,
                           int Output, int Chatter) {
  if (Chatter >= 0) {
    dup2(Chatter, STDOUT_FILENO);
    dup2(Chatter, STDERR_FILENO);
  }
  {
    // Left open: that it is closed tells the parent that the process ends.
    llvm::raw_fd_ostream OS(Output, /*shouldClose=*/false);
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

Child::Child(llvm::function_ref<void(llvm::raw_ostream &)> Work, Limits May,
             llvm::function_ref<void()> First)
    : May(May), Start(std::chrono::steady_clock::now()) {
  int Ends[2];
  if (pipe2(Ends, O_CLOEXEC) != 0) {
    Failure = systemError("can't make a pipe");
    return;
  }
  Output.reset(Ends[0]);
  fcntl(Output.get(), F_SETFL, O_NONBLOCK);
  // Above the standard ones, which the child overwrites: they may be free.
  Descriptor Write(fcntl(Ends[1], F_DUPFD_CLOEXEC, STDERR_FILENO + 1));
  close(Ends[1]);
  if (Write.get() < 0) {
    Failure = systemError("can't make a pipe");
    Output.reset();
    return;
  }
  Chatter.reset(memfd_create("output", MFD_CLOEXEC));
  // What is still in buffers would be written by both.
  std::fflush(nullptr);
  llvm::outs().flush();
  pid_t Parent = getpid();
  Pid = fork();
  if (Pid == 0) {
    settle(Parent, May);
    First();
    Output.reset();
    runChild(Work, Write.get(), Chatter.get());
  }
  if (Pid < 0) {
    Failure = systemError("can't start a process");
    Output.reset();
  }
}

Child::~Child() {
  kill();
  reap(/*Wait=*/true);
}

void Child::readOutput() {
  char Buffer[1 << 16];
  // A child that writes without end may not keep the parent here.
  for (unsigned Round = 0; Round < 16 && Output.get() >= 0; ++Round) {
    ssize_t N = read(Output.get(), Buffer, sizeof(Buffer));
    if (N > 0)
      Result.Output.append(Buffer, N);
    else if (N < 0 && errno == EAGAIN)
      return;
    else if (N == 0 || errno != EINTR)
      Output.reset();
  }
}

bool Child::reap(bool Wait) {
  if (Pid < 0)
    return true;
  rusage Usage = {};
  pid_t Gone;
  do
    Gone = wait4(Pid, &Status, Wait ? 0 : WNOHANG, &Usage);
  while (Gone < 0 && errno == EINTR);
  if (Gone == 0)
    return false;
  if (Gone < 0)
    Failure = systemError("can't tell how it ended");
  Pid = -1;
  Result.PeakKiB = Usage.ru_maxrss;
  Result.Seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - Start)
          .count();
  // No more than a pipe holds.
  readOutput();
  return true;
}

bool Child::ended() { return reap(/*Wait=*/false); }

void Child::join() {
  while (Output.get() >= 0) {
    pollfd More = {Output.get(), POLLIN, 0};
    poll(&More, 1, /*timeout=*/-1);
    readOutput();
  }
  reap(/*Wait=*/true);
}

void Child::kill() {
  if (Pid >= 0)
    ::kill(Pid, SIGKILL);
}

void Child::expire() {
  Expired = true;
  kill();
}

Outcome Child::take() {
  llvm::raw_string_ostream OS(Result.Problem);
  std::string Words = lastWords(Chatter.get());
  // It may have come to its end while its time did.
  bool TooLong = Expired && WIFSIGNALED(Status) && WTERMSIG(Status) == SIGKILL;
  bool TooMuch = May.MemoryMiB && Status != 0 && speaksOfMemory(Words);
  Result.OverLimit = TooLong || TooMuch;
  if (!Failure.empty())
    OS << Failure;
  else if (TooLong)
    OS << "took longer than " << llvm::format("%g", May.Seconds)
       << " s and was ended";
  else if (TooMuch)
    OS << "needs more than " << May.MemoryMiB << " MiB of memory and was ended";
  else if (Status != 0)
    OS << describe(Status, lastLine(Words));
  return std::move(Result);
}

void Child::closeDescriptors() {
  Output.reset();
  Chatter.reset();
}

} // namespace asynctidy::runner
