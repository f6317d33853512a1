//===-- Workers.cpp - Pieces of work, several at once ---------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/runner/Workers.h"
#include "lib/runner/Child.h"
#include "llvm/ADT/STLExtras.h"
#include <algorithm>
#include <cassert>
#include <poll.h>
#include <utility>

namespace asynctidy::runner {
using std::chrono::milliseconds;

namespace {

/// The longest time that is slept at once.
constexpr milliseconds Nap(100);
/// What counts of the time between two looks at the work: if it is longer, all
/// were stopped (Ctrl-Z), or this process was busy while pipes were full.
constexpr milliseconds MostBetweenLooks(200);

std::chrono::steady_clock::duration duration(double Seconds) {
  // A year is as good as for ever, and no overflow.
  return std::chrono::duration_cast<std::chrono::steady_clock::duration>(
      std::chrono::duration<double>(std::min(Seconds, 3e7)));
}

} // namespace

struct Workers::Job {
  Child Process;
  Done Tell;
  /// The time that it still has.
  Clock::duration Left;
  Clock::time_point LastLook;

  /// Is its time up, for the first time?
  bool countTime() {
    Clock::time_point Now = Clock::now();
    Clock::duration Passed = Now - LastLook;
    LastLook = Now;
    Left -= std::min<Clock::duration>(Passed, MostBetweenLooks);
    if (Left > Clock::duration::zero())
      return false;
    Left = Clock::duration::max();
    return true;
  }
};

Workers::Workers(unsigned Count, Limits Each)
    : Count(std::max(Count, 1U)), Each(Each) {}

Workers::~Workers() { endAll(); }

bool Workers::hasFree() const { return !Interruption && Jobs.size() < Count; }

bool Workers::idle() const { return Jobs.empty(); }

void Workers::start(Work W, Done D) {
  assert(hasFree() && "more work than workers");
  auto InChild = [this] {
    Signals.releaseInChild();
    // Nobody but the parent may hold the ends of another child's pipe.
    for (std::unique_ptr<Job> &J : Jobs)
      J->Process.closeDescriptors();
  };
  Clock::duration Left =
      Each.Seconds > 0 ? duration(Each.Seconds) : Clock::duration::max();
  Jobs.emplace_back(
      new Job{Child(W, Each, InChild), std::move(D), Left, Clock::now()});
}

bool Workers::wait(double MaxSeconds) {
  Clock::time_point End = Clock::now() + duration(MaxSeconds);
  do {
    if (!Interruption)
      Interruption = Signals.take();
    if (Interruption) {
      endAll();
      return false;
    }
  } while (!handOut() && !idle() && sleepUntil(End));
  return true;
}

/// Is anything handed out?
bool Workers::handOut() {
  std::vector<std::pair<Done, Outcome>> Ended;
  for (std::unique_ptr<Job> &J : Jobs) {
    J->Process.readOutput();
    if (J->Process.ended()) {
      Ended.emplace_back(std::move(J->Tell), J->Process.take());
      J.reset();
    } else if (J->countTime()) {
      J->Process.expire();
    }
  }
  // The callees may start more.
  llvm::erase(Jobs, nullptr);
  for (auto &[Tell, Result] : Ended)
    Tell(std::move(Result));
  return !Ended.empty();
}

/// Sleeps a moment, or until something happens. False when \p End has come.
bool Workers::sleepUntil(Clock::time_point End) {
  Clock::time_point Before = Clock::now();
  if (Before >= End)
    return false;
  Clock::time_point Wake = std::min(End, Before + Nap);
  std::vector<pollfd> Watched = {{Signals.descriptor(), POLLIN, 0}};
  for (std::unique_ptr<Job> &J : Jobs) {
    Wake = std::min(Wake, Before + std::min<Clock::duration>(J->Left, Nap));
    if (J->Process.output() >= 0)
      Watched.push_back({J->Process.output(), POLLIN, 0});
    else // it ends just now
      Wake = std::min(Wake, Before + milliseconds(1));
  }
  auto Timeout = std::chrono::ceil<milliseconds>(Wake - Before);
  poll(Watched.data(), Watched.size(),
       static_cast<int>(std::max<milliseconds::rep>(0, Timeout.count())));
  return true;
}

void Workers::endAll() {
  // All at once, then wait for each.
  for (std::unique_ptr<Job> &J : Jobs)
    J->Process.kill();
  Jobs.clear();
}

} // namespace asynctidy::runner
