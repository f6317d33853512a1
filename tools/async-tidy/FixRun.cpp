//===-- FixRun.cpp - Fixes what a run found -------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tools/async-tidy/FixRun.h"
#include "tools/async-tidy/Messages.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/raw_ostream.h"

namespace asynctidy {

using llvm::StringRef;
using runner::FixedFile;
using runner::FixPlan;

namespace {

/// Fixes that overlap come one after the other; more than so many don't.
constexpr unsigned MaxRounds = 10;

std::string count(size_t N, StringRef What) {
  return (llvm::Twine(N) + " " + What + (N == 1 ? "" : "s")).str();
}

} // namespace

FixRun::FixRun(report::Report &Result, bool Unsafe,
               llvm::function_ref<bool()> Analyse)
    : Result(Result), Analyse(Analyse) {
  Choice.Unsafe = Unsafe;
}

std::set<std::string> FixRun::failed() const {
  std::set<std::string> Names;
  for (const report::Failure &F : Result.Failures)
    Names.insert(F.File);
  return Names;
}

FixRun::Outcome FixRun::run() {
  // What couldn't be read before can't be looked at afterwards.
  Choice.Untouched = failed();
  for (unsigned I = 0; I < MaxRounds; ++I) {
    Outcome Now = round();
    if (Now != Outcome::Applied)
      return Now;
  }
  return Outcome::Done;
}

FixRun::Outcome FixRun::round() {
  llvm::Expected<FixPlan> Plan =
      runner::planFixes(Result.Findings, Result.Root, Choice);
  if (!Plan) {
    error() << llvm::toString(Plan.takeError()) << '\n';
    return Outcome::Unwritten;
  }
  Outside.insert(Plan->Outside.begin(), Plan->Outside.end());
  if (Plan->Files.empty())
    return Outcome::Done;
  std::set<std::string> All;
  for (const FixedFile &F : Plan->Files)
    All.insert(F.Name);
  std::set<std::string> FailedBefore = failed();
  if (!write(*Plan))
    return Outcome::Unwritten;
  if (!Analyse()) {
    takeBack(*Plan, All, "they were not looked at");
    return Outcome::Unread;
  }
  std::string Why;
  // Once for the files that are to blame, and then for all of them.
  for (std::set<std::string> Broken = broken(*Plan, FailedBefore, Why);
       !Broken.empty(); Broken = broken(*Plan, FailedBefore, Why)) {
    if (llvm::all_of(Broken, [this](const std::string &Name) {
          return Choice.Untouched.contains(Name);
        }))
      Broken = All;
    if (!takeBack(*Plan, std::move(Broken),
                  "with them it doesn't parse: " + Why))
      return Outcome::Unwritten;
    if (!Analyse())
      return Outcome::Unread;
    if (llvm::all_of(All, [this](const std::string &Name) {
          return Choice.Untouched.contains(Name);
        }))
      break;
  }
  for (const std::set<std::string> &Files : Plan->Fixes)
    Fixed += llvm::none_of(Files, [this](const std::string &Name) {
      return Choice.Untouched.contains(Name);
    });
  for (const std::string &Name : All)
    if (!Choice.Untouched.contains(Name))
      Changed.insert(Name);
  return Outcome::Applied;
}

bool FixRun::write(const FixPlan &Plan) {
  for (auto [I, File] : llvm::enumerate(Plan.Files)) {
    llvm::Error Failed = runner::replaceFile(File, File.Before, File.After);
    if (!Failed)
      continue;
    error() << llvm::toString(std::move(Failed)) << '\n';
    std::set<std::string> Written;
    for (const FixedFile &Before : llvm::ArrayRef(Plan.Files).take_front(I))
      Written.insert(Before.Name);
    if (!Written.empty())
      takeBack(Plan, std::move(Written), "another file can't be fixed");
    return false;
  }
  return true;
}

/// Files whose fixes are to blame for units that could be read before: the one
/// that the message names, or else the unit's own.
std::set<std::string> FixRun::broken(const FixPlan &Plan,
                                     const std::set<std::string> &FailedBefore,
                                     std::string &Why) const {
  std::set<std::string> Found;
  for (const report::Failure &F : Result.Failures) {
    if (FailedBefore.contains(F.File))
      continue;
    Why = F.Message;
    StringRef Message = F.Message;
    const FixedFile *Named = nullptr;
    for (const FixedFile &File : Plan.Files)
      if (Message.contains(File.Name + ":"))
        Named = &File;
    Found.insert(Named ? Named->Name : F.File);
  }
  return Found;
}

bool FixRun::takeBack(const FixPlan &Plan, std::set<std::string> Files,
                      StringRef Why) {
  Files = runner::withTheirFixes(Plan, std::move(Files));
  bool Done = true;
  for (const FixedFile &File : Plan.Files) {
    if (!Files.contains(File.Name) || Choice.Untouched.contains(File.Name))
      continue;
    if (llvm::Error E = runner::replaceFile(File, File.After, File.Before)) {
      error() << llvm::toString(std::move(E)) << '\n';
      Done = false;
      continue;
    }
    warning() << "the fixes in '" << File.Name << "' are taken back: " << Why
              << '\n';
  }
  Choice.Untouched.insert(Files.begin(), Files.end());
  return Done;
}

std::string FixRun::summary() const {
  std::string Text;
  if (Fixed > 0)
    Text = "fixed " + count(Fixed, "finding") + " in " +
           count(Changed.size(), "file");
  for (const std::string &Name : Outside)
    Text += (Text.empty() ? "" : "; ") +
            ("'" + Name + "' is outside the project, and wasn't fixed");
  return Text;
}

} // namespace asynctidy
