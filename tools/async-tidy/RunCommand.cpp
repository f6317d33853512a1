//===-- RunCommand.cpp - async-tidy run -----------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tools/async-tidy/RunCommand.h"
#include "lib/catalog/PackReader.h"
#include "lib/report/Json.h"
#include "lib/report/Report.h"
#include "lib/report/Text.h"
#include "lib/runner/OutputFile.h"
#include "lib/runner/Process.h"
#include "lib/runner/Project.h"
#include "lib/runner/Units.h"
#include "tools/async-tidy/LintUnit.h"
#include "tools/async-tidy/Progress.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Config/llvm-config.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/Process.h"
#include <chrono>
#include <map>
#include <set>
#include <tuple>

namespace asynctidy {
namespace {

llvm::raw_ostream &error() { return llvm::errs() << "async-tidy: error: "; }

/// How long a unit took, for the statistics.
struct UnitCost {
  std::string File;
  double Seconds;
  uint64_t PeakKiB;
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
      return Misused;
    Result.Seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - Start)
            .count();
    if (!write())
      return Misused;
    if (Options.Statistics)
      writeStatistics();
    if (!Result.Failures.empty())
      return Incomplete;
    return Result.Findings.empty() ? NothingFound : Found;
  }

private:
  bool chooseChecks() {
    std::vector<std::string> Unmatched;
    Lint.Checks = selectChecks(Options.Checks, Unmatched);
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
    auto Chosen = runner::selectUnits(std::move(*All), Options.Paths);
    if (!Chosen) {
      error() << llvm::toString(Chosen.takeError()) << '\n';
      return false;
    }
    Units = std::move(*Chosen);
    return true;
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
    std::set<std::string> Mistakes;
    {
      Progress Bar(Units.size(), !Options.Quiet);
      for (const runner::Unit &U : Units) {
        std::string File = runner::reportedPath(U.File, Lint.Root);
        Bar.start(File);
        report::UnitResult R = lint(U, File);
        llvm::append_range(Result.Findings, R.Findings);
        llvm::append_range(Result.Failures, R.Failures);
        Mistakes.insert(R.ConfigurationErrors.begin(),
                        R.ConfigurationErrors.end());
        // Every other unit would say the same.
        if (!Mistakes.empty())
          break;
      }
    }
    for (const std::string &M : Mistakes)
      (llvm::StringRef(M).contains(": error: ") ? llvm::errs() : error())
          << M << '\n';
    return Mistakes.empty();
  }

  report::UnitResult lint(const runner::Unit &U, const std::string &File) {
    report::UnitResult Failed;
    if (!llvm::sys::fs::exists(U.File)) {
      Failed.Failures.push_back({File, "there is no such file; if the build "
                                       "generates it, build first"});
      return Failed;
    }
    runner::Outcome Done = runner::runIsolated([&](llvm::raw_ostream &OS) {
      report::writeUnitResult(lintUnit(U, Lint), OS);
    });
    Costs.push_back({File, Done.Seconds, Done.PeakKiB});
    if (Done.Problem.empty()) {
      llvm::Expected<report::UnitResult> R =
          report::readUnitResult(Done.Output);
      if (R)
        return std::move(*R);
      Done.Problem = "gave no result";
      llvm::consumeError(R.takeError());
    }
    Failed.Failures.push_back({File, Done.Problem});
    return Failed;
  }

  bool write() {
    report::Sources Files(Lint.Root);
    report::finish(Result, Files);
    std::string Text;
    llvm::raw_string_ostream OS(Text);
    if (Options.Output == RunOptions::Format::Json)
      report::writeJson(Result, OS);
    else
      report::writeText(Result, Files, {colored(), !Options.Quiet}, OS);
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
    llvm::sort(Costs, [](const UnitCost &A, const UnitCost &B) {
      return std::tie(B.Seconds, A.File) < std::tie(A.Seconds, B.File);
    });
    constexpr size_t Shown = 10;
    for (const UnitCost &C : llvm::ArrayRef(Costs).take_front(Shown))
      llvm::errs() << llvm::format("%6.2f s %5u MB  ", C.Seconds,
                                   static_cast<unsigned>(C.PeakKiB / 1024))
                   << C.File << '\n';
  }

  const RunOptions &Options;
  LintOptions Lint;
  std::vector<runner::Unit> Units;
  std::optional<runner::OutputFile> Output;
  report::Report Result;
  std::vector<UnitCost> Costs;
};

} // namespace

int runCommand(const RunOptions &Options) { return Run(Options).run(); }

} // namespace asynctidy
