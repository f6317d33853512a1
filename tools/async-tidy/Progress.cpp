//===-- Progress.cpp - Shows how far a run is -----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tools/async-tidy/Progress.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/raw_ostream.h"
#include <cstdlib>
#include <sys/ioctl.h>
#include <unistd.h>

namespace asynctidy {
namespace {

constexpr std::chrono::milliseconds BetweenDraws(100);
constexpr llvm::StringLiteral FirstColumn("\r");
constexpr llvm::StringLiteral EraseRest("\033[K");

/// Can a line be overwritten?
bool isTerminal() {
  const char *Name = std::getenv("TERM");
  return llvm::sys::Process::StandardErrIsDisplayed() && Name &&
         llvm::StringRef(Name) != "dumb";
}

/// LLVM's function only looks at the environment, which knows of no change.
unsigned terminalColumns() {
  winsize Size = {};
  if (ioctl(STDERR_FILENO, TIOCGWINSZ, &Size) != 0 || Size.ws_col == 0)
    return 80;
  return Size.ws_col;
}

} // namespace

Progress::Progress(unsigned Total, bool Wanted)
    : Begin(Clock::now()), NextDraw(Begin), Shown(Wanted && isTerminal()) {
  State.Total = Total;
}

Progress::~Progress() { clear(); }

void Progress::expect(double Seconds, unsigned Workers) {
  State.Expected = Seconds;
  State.Workers = Workers;
}

void Progress::started(llvm::StringRef Unit) {
  Running.push_back(Unit.str());
  tick();
}

void Progress::finished(llvm::StringRef Unit, unsigned Findings) {
  auto It = llvm::find(Running, Unit);
  if (It != Running.end())
    Running.erase(It);
  ++State.Done;
  State.Findings += Findings;
  State.LastDone = std::chrono::duration<double>(Clock::now() - Begin).count();
  tick();
}

void Progress::tick() {
  Clock::time_point Now = Clock::now();
  if (!Shown || Now < NextDraw)
    return;
  NextDraw = Now + BetweenDraws;
  State.Elapsed = std::chrono::duration<double>(Now - Begin).count();
  State.Unit = Running.empty() ? "" : Running.front();
  // One write, so that nothing flickers.
  llvm::errs() << (FirstColumn +
                   report::progressLine(State, terminalColumns()) + EraseRest)
                      .str();
  Drawn = true;
}

void Progress::clear() {
  if (Drawn)
    llvm::errs() << (FirstColumn + EraseRest).str();
  Drawn = false;
}

} // namespace asynctidy
