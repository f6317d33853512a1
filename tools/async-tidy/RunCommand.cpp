//===-- RunCommand.cpp - async-tidy run -----------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tools/async-tidy/RunCommand.h"
#include "lib/catalog/PackReader.h"
#include "lib/report/GitHub.h"
#include "lib/report/Json.h"
#include "lib/report/Report.h"
#include "lib/report/Text.h"
#include "lib/runner/OutputFile.h"
#include "lib/runner/Project.h"
#include "lib/runner/Units.h"
#include "tools/async-tidy/CacheCommand.h"
#include "tools/async-tidy/FactCollection.h"
#include "tools/async-tidy/FixRun.h"
#include "tools/async-tidy/Messages.h"
#include "tools/async-tidy/ReportProgram.h"
#include "tools/async-tidy/Rules.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Config/llvm-config.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"
#include <chrono>
#include <csignal>
#include <map>
#include <set>
#include <tuple>

namespace asynctidy {
namespace {

/// A folder that is made when its path is asked for, and gone at the end.
class TemporaryFolder {
public:
  TemporaryFolder() = default;
  TemporaryFolder(const TemporaryFolder &) = delete;
  TemporaryFolder &operator=(const TemporaryFolder &) = delete;
  ~TemporaryFolder() {
    if (!Path.empty())
      std::ignore = llvm::sys::fs::remove_directories(Path);
  }

  /// Empty when there can be none.
  std::string path() {
    if (Path.empty() &&
        llvm::sys::fs::createUniqueDirectory("async-tidy", Path))
      Path.clear();
    return Path.str().str();
  }

private:
  llvm::SmallString<128> Path;
};

/// One run, from the options to the exit status.
class Run {
public:
  explicit Run(const RunOptions &Options) : Options(Options) {}

  int run() {
    if (!chooseChecks() || !readCatalogs() || !findUnits() || !openOutput())
      return Misused;
    auto Start = std::chrono::steady_clock::now();
    if (!lintAll())
      return Misused; // or interrupted, which the status doesn't matter for
    Result.Seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - Start)
            .count();
    if (!write() || Unwritten)
      return Misused;
    if (Options.Statistics)
      writeStatistics();
    if (!Result.Failures.empty())
      return Incomplete;
    return Result.Findings.empty() ? NothingFound : Found;
  }

  /// The signal that ended it; 0 for none.
  int interruptedBy() const { return Facts ? Facts->interruptedBy() : 0; }

private:
  bool chooseChecks() {
    std::vector<std::string> Unmatched;
    Lint.Checks = selectChecks(Options.Checks, Unmatched);
    Lint.ChecksNamed = !Options.Checks.empty();
    if (Unmatched.empty() && !Lint.Checks.empty())
      return true;
    if (Unmatched.empty())
      error() << "'--checks " << Options.Checks << "' leaves no check\n";
    for (const std::string &Glob : Unmatched)
      error() << "no check is named '" << Glob << "'\n";
    llvm::errs() << "The checks are:\n";
    for (const std::string &Name : allCheckNames())
      llvm::errs() << "  " << Name << '\n';
    return false;
  }

  /// Mistakes in packs are known before the first unit is parsed.
  bool readCatalogs() {
    std::vector<catalog::PackError> Errors;
    for (const std::string &File : Options.Catalogs) {
      Lint.Catalogs.push_back(runner::absolutePath(File));
      catalog::readPackFile(File, Errors);
    }
    for (const catalog::PackError &E : Errors)
      llvm::errs() << E.render() << '\n';
    return Errors.empty();
  }

  bool findUnits() {
    for (const std::string &Path : Options.Paths) {
      if (llvm::sys::fs::exists(Path))
        continue;
      error() << "there is no file or folder '" << Path << "'\n";
      return false;
    }
    llvm::Expected<std::string> Database = runner::findDatabase(
        Options.Build, Options.Paths.empty() ? "." : Options.Paths.front());
    if (!Database) {
      error() << llvm::toString(Database.takeError()) << '\n';
      if (Options.Build.empty())
        llvm::errs() << "Name its folder with '-p BUILD'; CMake writes it "
                        "with -DCMAKE_EXPORT_COMPILE_COMMANDS=ON.\n";
      return false;
    }
    auto All = runner::loadUnits(*Database);
    if (!All) {
      error() << llvm::toString(All.takeError()) << '\n';
      return false;
    }
    std::vector<std::string> Files;
    for (const runner::Unit &U : *All)
      Files.push_back(U.File);
    Lint.Root = runner::projectRoot(*Database, Files);
    Lint.BuildFolder = llvm::sys::path::parent_path(*Database).str();
    chooseParsing();
    Facts.emplace(Lint, Parsing,
                  Options.FactsPath.empty()
                      ? ""
                      : runner::absolutePath(Options.FactsPath));
    return Facts->open(*All) && chooseUnits(*All);
  }

  /// The units that the user names, and those that read a header that he names.
  bool chooseUnits(llvm::ArrayRef<runner::Unit> All) {
    std::vector<std::string> Sources, Headers;
    for (const std::string &Path : Options.Paths)
      (isHeader(Path) ? Headers : Sources).push_back(Path);
    if (!Sources.empty() || Headers.empty()) {
      auto Chosen = runner::selectUnits(All, Sources);
      if (!Chosen) {
        error() << llvm::toString(Chosen.takeError()) << '\n';
        return false;
      }
      Units = std::move(*Chosen);
    }
    std::set<std::string> Known;
    for (const runner::Unit &U : Units)
      Known.insert(U.File);
    for (const std::string &Header : Headers) {
      auto Readers = Facts->unitsReading(runner::absolutePath(Header), All);
      if (Readers.empty())
        llvm::errs() << "async-tidy: no unit includes '" << Header << "'\n";
      for (runner::Unit &U : Readers)
        if (Known.insert(U.File).second)
          Units.push_back(std::move(U));
    }
    llvm::sort(Units, [](const runner::Unit &A, const runner::Unit &B) {
      return A.File < B.File;
    });
    return true;
  }

  static bool isHeader(llvm::StringRef Path) {
    return llvm::is_contained({".h", ".hh", ".hpp", ".hxx", ".h++", ".inc",
                               ".inl", ".ipp", ".tpp", ".txx"},
                              llvm::sys::path::extension(Path).lower()) &&
           llvm::sys::fs::is_regular_file(Path);
  }

  void chooseParsing() {
    Parsing.Jobs = Options.Jobs;
    Parsing.Each = {Options.TimeoutSeconds, Options.MemoryLimitMiB};
    Parsing.FullParse = Options.FullParse;
    Parsing.Anew = Options.NoCache;
    Parsing.ShowProgress = !Options.Quiet;
    constexpr uint64_t MiB = 1 << 20;
    Parsing.Cache.Limit = Options.CacheSizeMiB * MiB;
    if (Options.NoCache)
      Parsing.Cache.Folder = Discarded.path();
    else
      Parsing.Cache.Folder = cacheFolder(Options.CacheDir);
  }

  bool openOutput() {
    if (Options.OutputPath.empty())
      return true;
    llvm::Expected<runner::OutputFile> File =
        runner::OutputFile::create(Options.OutputPath);
    if (!File) {
      error() << llvm::toString(File.takeError()) << '\n';
      return false;
    }
    Output.emplace(std::move(*File));
    return true;
  }

  /// False when the configuration is wrong.
  bool lintAll() {
    Result.Version = ASYNC_TIDY_VERSION;
    Result.LLVMVersion = LLVM_VERSION_STRING;
    Result.Root = Lint.Root;
    Result.Units = Units.size();
    std::vector<std::string> Files;
    Files.reserve(Units.size());
    for (const runner::Unit &U : Units)
      Files.push_back(U.File);
    std::vector<std::string> Mistakes = mistakesInOptions(Files, Lint);
    if (!complain({Mistakes.begin(), Mistakes.end()}) || !analyse())
      return false;
    return !(Options.Fix || Options.UnsafeFixes) || fix();
  }

  bool fix() {
    FixRun Fixes(Result, Options.UnsafeFixes, [this] { return analyse(); });
    FixRun::Outcome Ended = Fixes.run();
    if (std::string Said = Fixes.summary(); !Said.empty() && !Options.Quiet)
      llvm::errs() << "async-tidy: " << Said << '\n';
    Unwritten = Ended == FixRun::Outcome::Unwritten;
    return Ended != FixRun::Outcome::Unread;
  }

  /// Findings and failures of the files as they are now.
  bool analyse() {
    if (!update())
      return false;
    std::unique_ptr<program::Analysis> Program = Facts->link();
    if (!Program) {
      llvm::errs() << "async-tidy: " << Facts->broken()
                   << "; every unit is parsed again\n";
      if (!update())
        return false;
      Program = Facts->link();
    }
    if (!Program) {
      error() << Facts->broken() << '\n';
      return false;
    }
    std::vector<std::string> Names;
    Names.reserve(Units.size());
    for (const runner::Unit &U : Units)
      Names.push_back(runner::reportedPath(U.File, Lint.Root));
    report::UnitResult R = reportProgram(*Program, Names, Lint);
    Result.Findings = std::move(R.Findings);
    Result.Failures = Facts->failures().vec();
    Result.Cached = Facts->upToDate();
    return complain(
        {R.ConfigurationErrors.begin(), R.ConfigurationErrors.end()});
  }

  /// False when nothing can be reported, which is said.
  bool update() {
    if (Facts->update(Units))
      return true;
    if (Facts->interruptedBy())
      llvm::errs() << "async-tidy: interrupted; the units that were done are "
                      "not parsed again\n";
    complain(Facts->mistakes());
    return false;
  }

  /// Says each mistake in the configuration; true when there is none.
  static bool complain(const std::set<std::string> &Mistakes) {
    for (const std::string &M : Mistakes)
      (llvm::StringRef(M).contains(": error: ") ? llvm::errs() : error())
          << M << '\n';
    return Mistakes.empty();
  }

  bool write() {
    report::Sources Files(Lint.Root);
    report::finish(Result, Files);
    std::string Text;
    llvm::raw_string_ostream OS(Text);
    switch (Options.Output) {
    case RunOptions::Format::Text:
      report::writeText(Result, Files, {colored(), !Options.Quiet}, OS);
      break;
    case RunOptions::Format::Json:
      report::writeJson(Result, OS);
      break;
    case RunOptions::Format::Sarif:
      report::writeSarif(Result, reportRules(), Files, OS);
      break;
    case RunOptions::Format::GitHub:
      report::writeGitHub(Result, !Options.Quiet, OS);
      break;
    }
    if (!Output) {
      llvm::outs() << Text;
      llvm::outs().flush();
      return true;
    }
    if (llvm::Error E = Output->write(Text)) {
      error() << llvm::toString(std::move(E)) << '\n';
      return false;
    }
    return true;
  }

  bool colored() const {
    // As https://no-color.org asks for.
    const char *NoColor = std::getenv("NO_COLOR");
    return !Output && !(NoColor && *NoColor) &&
           llvm::sys::Process::StandardOutHasColors();
  }

  void writeStatistics() {
    std::map<std::string, unsigned> ByCheck;
    for (const report::Finding &F : Result.Findings)
      ++ByCheck[F.Check];
    for (const auto &[Check, N] : ByCheck)
      llvm::errs() << llvm::format_decimal(N, 8) << "  " << Check << '\n';
    std::vector<UnitCost> Costs = Facts->costs().vec();
    llvm::sort(Costs, [](const UnitCost &A, const UnitCost &B) {
      return std::tie(B.Seconds, A.File) < std::tie(A.Seconds, B.File);
    });
    constexpr size_t Shown = 10;
    for (const UnitCost &C : llvm::ArrayRef(Costs).take_front(Shown))
      llvm::errs() << llvm::format("%6.2f s %5u MB  ", C.Seconds,
                                   static_cast<unsigned>(C.PeakKiB / 1024))
                   << C.File << (C.Why.empty() ? "" : " (" + C.Why + ")")
                   << '\n';
  }

  const RunOptions &Options;
  LintOptions Lint;
  ParseOptions Parsing;
  /// Precompiled headers of this run alone.
  TemporaryFolder Discarded;
  std::vector<runner::Unit> Units;
  std::optional<FactCollection> Facts;
  std::optional<runner::OutputFile> Output;
  report::Report Result;
  /// A file couldn't be fixed.
  bool Unwritten = false;
};

} // namespace

int runCommand(const RunOptions &Options) {
  int Status = 0;
  int Signal = 0;
  {
    Run R(Options);
    Status = R.run();
    Signal = R.interruptedBy();
  }
  if (Signal) {
    // Whoever started us knows by it that we were stopped.
    std::signal(Signal, SIG_DFL);
    std::raise(Signal);
  }
  return Status;
}

} // namespace asynctidy
