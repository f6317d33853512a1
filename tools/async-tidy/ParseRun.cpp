//===-- ParseRun.cpp - Parses units, several at once ----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tools/async-tidy/ParseRun.h"
#include "lib/runner/Machine.h"
#include "llvm/ADT/STLExtras.h"

namespace asynctidy {
using frontend::ParseMode;
using llvm::StringRef;

namespace {

/// What a unit with heavy headers takes; more only means less at once.
constexpr uint64_t UsualMiB = 600;

/// How long a draw of the progress bar stays true.
constexpr double Tick = 0.1;

double known(const UnitJob &J) {
  // Units that are new may be long.
  constexpr double Unknown = 1e9;
  return J.Seconds > 0 ? J.Seconds : Unknown;
}

unsigned workers(const ParseOptions &Options, size_t Units) {
  unsigned Count = Options.Jobs;
  if (!Count)
    Count = runner::workerCount(runner::usableCores(),
                                runner::availableMemoryMiB(), UsualMiB);
  return std::min<size_t>(Count, std::max<size_t>(Units, 1));
}

} // namespace

bool ParseRun::run(std::vector<UnitJob> Jobs) {
  // A long one at the end would keep all others waiting.
  llvm::sort(Jobs, [](const UnitJob &A, const UnitJob &B) {
    return std::make_pair(-known(A), StringRef(A.Name)) <
           std::make_pair(-known(B), StringRef(B.Name));
  });
  double Expected = 0;
  bool AllKnown = true;
  for (UnitJob &Job : Jobs) {
    Expected += Job.Seconds;
    AllKnown &= Job.Seconds > 0;
    Pending &P = Waiting.emplace_back();
    P.Job = std::move(Job);
    P.Cost = {P.Job.Name, 0, 0, ""};
    if (Options.FullParse)
      P.Job.Mode = ParseMode::Full;
    else
      P.Shared = Sets.add(P.Job);
  }
  Sets.choose();

  unsigned Count = workers(Options, Waiting.size());
  runner::Workers W(Count, Options.Each);
  Progress Bar(Waiting.size(), Options.ShowProgress);
  Bar.expect(AllKnown ? Expected : 0, Count);
  while (true) {
    while (W.hasFree() && startNext(W, Bar))
      ;
    if (W.idle())
      break;
    Bar.tick();
    if (!W.wait(Tick)) {
      Signal = W.interruptedBy();
      return false;
    }
  }
  Sets.prune();
  return true;
}

bool ParseRun::startNext(runner::Workers &W, Progress &Bar) {
  if (HeaderSets::Group *G = Sets.nextToMake()) {
    startSet(*G, W);
    return true;
  }
  if (HeaderSets::Group *G = Sets.nextForTypes(Waiting.empty())) {
    startTypes(*G, W);
    return true;
  }
  auto Next = llvm::find_if(Waiting, [](const Pending &P) {
    return !P.Shared || P.Shared->Now == HeaderSets::Group::Ready;
  });
  if (Next == Waiting.end())
    return false;
  startUnit(Next, W, Bar);
  return true;
}

void ParseRun::startSet(HeaderSets::Group &G, runner::Workers &W) {
  std::string File = Sets.begin(G);
  if (File.empty())
    return;
  W.start(
      [this, &G, File](llvm::raw_ostream &OS) {
        frontend::reserveMemory();
        Sets.make(G, File, OS);
      },
      [this, &G, File](const runner::Outcome &Done) {
        Sets.end(G, File, Done);
      });
}

void ParseRun::startTypes(HeaderSets::Group &G, runner::Workers &W) {
  std::string File = Sets.beginTypes(G);
  if (File.empty())
    return;
  // In small pages: the precompiled headers count as its memory too.
  W.start(
      [this, &G, File](llvm::raw_ostream &OS) { Sets.makeTypes(G, File, OS); },
      [this, &G, File](const runner::Outcome &Done) {
        Sets.endTypes(G, File, Done);
      });
}

void ParseRun::startUnit(Queue::iterator P, runner::Workers &W, Progress &Bar) {
  Running.splice(Running.end(), Waiting, P);
  if (P->Shared && P->Job.Mode == ParseMode::Shared)
    Sets.assign(*P->Shared, P->Job);
  Bar.started(P->Job.Name);
  W.start(
      [this, P](llvm::raw_ostream &OS) {
        frontend::reserveMemory();
        OS << collectUnit(P->Job, External, StoreFile).encode();
      },
      [this, P, &Bar](const runner::Outcome &Done) { ended(P, Done, Bar); });
}

void ParseRun::ended(Queue::iterator P, const runner::Outcome &Done,
                     Progress &Bar) {
  P->Cost.Seconds += Done.Seconds;
  P->Cost.PeakKiB = std::max(P->Cost.PeakKiB, Done.PeakKiB);
  std::optional<UnitOutcome> Result;
  if (Done.Problem.empty())
    Result = UnitOutcome::decode(Done.Output);
  if (!Result) {
    // What it said in an earlier run isn't true any more.
    Result.emplace().Problem =
        Done.Problem.empty() ? "gave no result" : Done.Problem;
    // Precompiled headers and skipped bodies are rarely used parts of Clang.
    if (P->Job.Mode != ParseMode::Full && !Done.OverLimit)
      Result->Instead = ParseMode::Full;
    else if (llvm::Error Failed = forgetUnit(P->Job.Name, StoreFile))
      Failures.push_back({P->Job.Name, llvm::toString(std::move(Failed))});
  }
  if (!Result->Why.empty())
    P->Cost.Why += (P->Cost.Why.empty() ? "" : "; ") + Result->Why;
  if (Result->Instead) {
    P->Job.Mode = *Result->Instead;
    Waiting.splice(Waiting.begin(), Running, P);
    return;
  }
  Bar.finished(P->Job.Name, Result->Findings);
  if (P->Shared && P->Job.Mode == ParseMode::Shared)
    Sets.learn(*P->Shared, std::move(Result->CostlyTypes));
  if (!Result->Problem.empty())
    Failures.push_back({P->Job.Name, std::move(Result->Problem)});
  Costs.push_back(std::move(P->Cost));
  Running.erase(P);
}

} // namespace asynctidy
