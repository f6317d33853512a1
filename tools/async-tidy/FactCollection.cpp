//===-- FactCollection.cpp - The facts of a project, up to date -----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tools/async-tidy/FactCollection.h"
#include "lib/program/KnownFacts.h"
#include "lib/program/Store.h"
#include "lib/report/Json.h"
#include "lib/runner/Inputs.h"
#include "lib/runner/Project.h"
#include "tools/async-tidy/CollectUnit.h"
#include "tools/async-tidy/Progress.h"
#include "tools/async-tidy/UnitKeys.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Base64.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

namespace asynctidy {
namespace fs = llvm::sys::fs;
namespace path = llvm::sys::path;
using llvm::StringRef;

namespace {

llvm::raw_ostream &error() { return llvm::errs() << "async-tidy: error: "; }
llvm::raw_ostream &warning() { return llvm::errs() << "async-tidy: warning: "; }

/// The store is nobody's source: a project that has no folder for it yet gets
/// one that version control leaves alone. Packs in it are meant to be kept.
void prepareFolder(StringRef Folder) {
  if (fs::exists(Folder) || fs::create_directories(Folder))
    return;
  llvm::SmallString<256> Ignore(Folder);
  path::append(Ignore, ".gitignore");
  std::error_code Code;
  llvm::raw_fd_ostream OS(Ignore, Code);
  if (!Code)
    OS << "/.gitignore\n/facts.db*\n";
}

} // namespace

FactCollection::FactCollection(const LintOptions &Options,
                               std::string StoreFile)
    : Options(Options), StoreFile(std::move(StoreFile)),
      IsProjects(this->StoreFile.empty()) {
  if (!IsProjects)
    return;
  llvm::SmallString<256> Path(Options.Root);
  path::append(Path, program::StorePath);
  this->StoreFile = Path.str().str();
}

bool FactCollection::open(llvm::ArrayRef<runner::Unit> All) {
  if (IsProjects)
    prepareFolder(path::parent_path(StoreFile));
  std::string Word;
  llvm::Expected<program::Store> Store = program::Store::open(StoreFile, Word);
  if (!Store) {
    std::string Problem = llvm::toString(Store.takeError());
    if (IsProjects)
      return openTemporary(Problem);
    error() << Problem << '\n';
    return false;
  }
  if (!Word.empty())
    llvm::errs() << "async-tidy: " << Word << '\n';
  std::vector<std::string> Names;
  for (const runner::Unit &U : All)
    Names.push_back(runner::reportedPath(U.File, Options.Root));
  if (llvm::Error E = Store->keepOnly(Names)) {
    error() << llvm::toString(std::move(E)) << '\n';
    return false;
  }
  return true;
}

/// A project that can't be written to is linted all the same.
bool FactCollection::openTemporary(const std::string &Problem) {
  llvm::SmallString<128> Path;
  if (std::error_code Code =
          fs::createTemporaryFile("async-tidy-facts", "db", Path)) {
    error() << Problem
            << "; and no temporary file can be made: " << Code.message()
            << '\n';
    return false;
  }
  warning() << Problem
            << "; every unit is parsed again at the next run. Name another "
               "place with '--facts FILE'.\n";
  StoreFile = Path.str().str();
  Temporary.emplace(StoreFile);
  return true;
}

std::vector<std::pair<runner::Unit, std::string>>
FactCollection::outdated(llvm::ArrayRef<runner::Unit> Units) {
  std::vector<std::pair<runner::Unit, std::string>> Result;
  UnitKeys Keys(Options);
  runner::InputChecker Checker;
  std::string Word;
  // Closed before any process is started: a connection isn't shared.
  llvm::Expected<program::Store> Store = program::Store::open(StoreFile, Word);
  for (const runner::Unit &U : Units) {
    std::string Key = Keys.key(U);
    auto Current = [&] {
      if (!Store)
        return false;
      auto Record = Store->record(runner::reportedPath(U.File, Options.Root));
      if (!Record) {
        llvm::consumeError(Record.takeError());
        return false;
      }
      if (!*Record || (*Record)->Key != Key)
        return false;
      std::vector<char> Bytes;
      if (llvm::Error E = llvm::decodeBase64((*Record)->Inputs, Bytes)) {
        llvm::consumeError(std::move(E));
        return false;
      }
      llvm::Expected<runner::Inputs> Inputs = runner::Inputs::decode(
          StringRef(Bytes.data(), Bytes.size()), Options.Root);
      if (!Inputs) {
        llvm::consumeError(Inputs.takeError());
        return false;
      }
      return Checker.current(*Inputs);
    };
    if (!Current())
      Result.emplace_back(U, std::move(Key));
  }
  if (!Store)
    llvm::consumeError(Store.takeError()); // the units' own processes say it
  return Result;
}

bool FactCollection::update(llvm::ArrayRef<runner::Unit> Units,
                            bool ShowProgress) {
  Failures.clear();
  Mistakes.clear();
  auto Old = outdated(Units);
  UpToDate = Units.size() - Old.size();
  Progress Bar(Old.size(), ShowProgress);
  for (const auto &[U, Key] : Old) {
    std::string File = runner::reportedPath(U.File, Options.Root);
    Bar.start(File);
    report::UnitResult R = collect(U, File, Key);
    llvm::append_range(Failures, R.Failures);
    Mistakes.insert(R.ConfigurationErrors.begin(), R.ConfigurationErrors.end());
    // Every other unit would say the same.
    if (!Mistakes.empty())
      return false;
  }
  return true;
}

report::UnitResult FactCollection::collect(const runner::Unit &U,
                                           const std::string &File,
                                           const std::string &Key) {
  report::UnitResult Failed;
  std::string Problem;
  if (fs::exists(U.File)) {
    runner::Outcome Done = runner::runIsolated([&](llvm::raw_ostream &OS) {
      report::writeUnitResult(collectUnit(U, Options, StoreFile, Key), OS);
    });
    Costs.push_back({File, Done.Seconds, Done.PeakKiB});
    Problem = Done.Problem;
    if (Problem.empty()) {
      llvm::Expected<report::UnitResult> R =
          report::readUnitResult(Done.Output);
      if (R)
        return std::move(*R);
      Problem = "gave no result";
      llvm::consumeError(R.takeError());
    }
  } else {
    Problem = "there is no such file; if the build generates it, build first";
  }
  Failed.Failures.push_back({File, Problem});
  // What it said in an earlier run isn't true any more.
  program::UnitFacts Nothing;
  Nothing.Unit = File;
  program::UnitRecord Record;
  Record.Unit = File;
  std::string Word;
  llvm::Expected<program::Store> Store = program::Store::open(StoreFile, Word);
  if (llvm::Error E =
          Store ? Store->replace(Nothing, Record) : Store.takeError())
    Failed.Failures.push_back({File, llvm::toString(std::move(E))});
  return Failed;
}

std::unique_ptr<program::Analysis> FactCollection::link() {
  auto P = std::make_unique<program::Program>();
  // A store that turns out to be broken is made anew when it is opened next;
  // one that is only read couldn't be marked so.
  std::string Word;
  llvm::Expected<program::Store> Store = program::Store::open(StoreFile, Word);
  if (llvm::Error E =
          Store ? Store->forEachUnit(
                      [&](const program::UnitFacts &Facts) { P->add(Facts); })
                : Store.takeError()) {
    Broken = llvm::toString(std::move(E));
    return nullptr;
  }
  return std::make_unique<program::Analysis>(std::move(P));
}

} // namespace asynctidy
