//===-- FactCollection.cpp - The facts of a project, up to date -----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tools/async-tidy/FactCollection.h"
#include "lib/program/ConfiguredRoutes.h"
#include "lib/program/KnownFacts.h"
#include "lib/program/Store.h"
#include "lib/runner/Inputs.h"
#include "lib/runner/Project.h"
#include "tools/async-tidy/Messages.h"
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
                               const ParseOptions &Parsing,
                               std::string StoreFile)
    : Options(Options), Parsing(Parsing),
      External(Options.Root, Options.BuildFolder),
      StoreFile(std::move(StoreFile)), IsProjects(this->StoreFile.empty()) {
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

namespace {

/// None for a text that isn't one, as of an older version.
std::optional<runner::Inputs> decodeInputs(StringRef Text, StringRef Root) {
  std::vector<char> Bytes;
  if (llvm::Error E = llvm::decodeBase64(Text, Bytes)) {
    llvm::consumeError(std::move(E));
    return std::nullopt;
  }
  llvm::Expected<runner::Inputs> Inputs =
      runner::Inputs::decode({Bytes.data(), Bytes.size()}, Root);
  if (Inputs)
    return std::move(*Inputs);
  llvm::consumeError(Inputs.takeError());
  return std::nullopt;
}

/// Whether inputs that were kept are as they were.
class KeptInputs {
public:
  KeptInputs(const program::Store &Store, llvm::StringRef Root,
             runner::InputChecker &Checker)
      : Store(Store), Root(Root), Checker(Checker) {}

  /// \p Record is one of Store::forEachRecord.
  bool areCurrent(const program::UnitRecord &Record) {
    if (!Record.SharedInputs.empty()) {
      auto [It, New] = Shared.try_emplace(Record.SharedInputs, false);
      if (New) {
        llvm::Expected<std::string> Text =
            Store.sharedInputs(Record.SharedInputs);
        if (Text)
          It->second = isCurrent(*Text);
        else
          llvm::consumeError(Text.takeError());
      }
      if (!It->second)
        return false;
    }
    return isCurrent(Record.Inputs);
  }

private:
  bool isCurrent(llvm::StringRef Text) {
    std::optional<runner::Inputs> Inputs = decodeInputs(Text, Root);
    return Inputs && Checker.current(*Inputs);
  }

  const program::Store &Store;
  StringRef Root;
  runner::InputChecker &Checker;
  llvm::StringMap<bool> Shared;
};

} // namespace

std::vector<UnitJob>
FactCollection::outdated(llvm::ArrayRef<runner::Unit> Units,
                         runner::InputChecker &Checker) {
  llvm::StringMap<program::UnitRecord> Records;
  std::string Word;
  // Closed before any process is started: a connection isn't shared.
  llvm::Expected<program::Store> Store = program::Store::open(StoreFile, Word);
  llvm::Error Unread = Store ? Store->forEachRecord([&](program::UnitRecord R) {
    Records[R.Unit] = std::move(R);
  })
                             : Store.takeError();
  // The units' own processes say it.
  llvm::consumeError(std::move(Unread));
  std::optional<KeptInputs> Inputs;
  if (Store)
    Inputs.emplace(*Store, Options.Root, Checker);
  UnitKeys Keys(Options, Parsing.FullParse);
  std::vector<UnitJob> Result;
  for (const runner::Unit &U : Units) {
    UnitJob Job;
    Job.Name = runner::reportedPath(U.File, Options.Root);
    Job.Key = Keys.key(U);
    if (auto Known = Records.find(Job.Name); Known != Records.end()) {
      const program::UnitRecord &R = Known->second;
      if (!Parsing.Anew && R.Key == Job.Key && Inputs && Inputs->areCurrent(R))
        continue;
      Job.Last = ParseHistory::decode(R.Parse);
      Job.Seconds = R.Seconds;
    }
    Job.Unit = U;
    Result.push_back(std::move(Job));
  }
  Mistakes.insert(Keys.mistakes().begin(), Keys.mistakes().end());
  return Result;
}

/// Nothing is known of a unit whose file is gone.
void FactCollection::forgetMissing(std::vector<UnitJob> &Jobs) {
  llvm::erase_if(Jobs, [&](const UnitJob &Job) {
    if (fs::exists(Job.Unit.File))
      return false;
    Failures.push_back({Job.Name, "there is no such file; if the build "
                                  "generates it, build first"});
    if (llvm::Error Failed = forgetUnit(Job.Name, StoreFile))
      Failures.push_back({Job.Name, llvm::toString(std::move(Failed))});
    return true;
  });
}

/// False when there are mistakes in packs: nothing that is found would be
/// right.
bool FactCollection::findCatalogs(llvm::MutableArrayRef<UnitJob> Jobs) {
  UnitCatalogs Catalogs(Options);
  for (UnitJob &Job : Jobs)
    Job.Catalog = Catalogs.catalogFor(Job.Unit.File);
  Mistakes.insert(Catalogs.mistakes().begin(), Catalogs.mistakes().end());
  return Mistakes.empty();
}

std::vector<runner::Unit>
FactCollection::unitsReading(StringRef Header,
                             llvm::ArrayRef<runner::Unit> All) {
  llvm::SmallString<256> Real;
  if (fs::real_path(Header, Real))
    Real = Header;
  auto Reads = [&](const runner::Input &I) {
    llvm::SmallString<256> Read;
    return I.Is == runner::Input::Kind::Content &&
           path::filename(I.Path) == path::filename(Header) &&
           !fs::real_path(I.Path, Read) && Read == Real;
  };
  // False for units that are known, and don't.
  llvm::StringMap<bool> Known;
  std::string Word;
  llvm::Expected<program::Store> Store = program::Store::open(StoreFile, Word);
  llvm::Error Unread =
      Store ? Store->forEachRecord([&](const program::UnitRecord &R) {
        std::optional<runner::Inputs> Inputs =
            decodeInputs(R.Inputs, Options.Root);
        Known[R.Unit] = !Inputs || llvm::any_of(Inputs->All, Reads);
      })
            : Store.takeError();
  // Then nothing is known.
  llvm::consumeError(std::move(Unread));
  std::vector<runner::Unit> Result;
  for (const runner::Unit &U : All) {
    auto It = Known.find(runner::reportedPath(U.File, Options.Root));
    if (It == Known.end() || It->second)
      Result.push_back(U);
  }
  return Result;
}

bool FactCollection::update(llvm::ArrayRef<runner::Unit> Units) {
  Failures.clear();
  Mistakes.clear();
  runner::InputChecker Checker;
  std::vector<UnitJob> Old = outdated(Units, Checker);
  UpToDate = Units.size() - Old.size();
  forgetMissing(Old);
  if (!findCatalogs(Old))
    return false;
  ParseRun Parse(Parsing, External, StoreFile, Checker);
  bool Ended = Parse.run(std::move(Old));
  Signal = Parse.interruptedBy();
  llvm::append_range(Failures, Parse.failures());
  llvm::append_range(Costs, Parse.costs());
  return Ended;
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
  program::configureRoutes(*P, Options.Root, llvm::errs());
  return std::make_unique<program::Analysis>(std::move(P));
}

} // namespace asynctidy
