//===-- LintUnit.cpp - Runs the checks on one unit ------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tools/async-tidy/LintUnit.h"
#include "clang-tidy/ClangTidy.h"
#include "clang-tidy/GlobList.h"
#include "lib/report/Sources.h"
#include "lib/runner/Arguments.h"
#include "lib/runner/Project.h"
#include "lib/runner/Resources.h"
#include "clang/Tooling/CompilationDatabase.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/TargetSelect.h"

namespace asynctidy {
namespace path = llvm::sys::path;
namespace tidy = clang::tidy;
using llvm::StringRef;

namespace {

constexpr llvm::StringLiteral CheckPrefix("async-");

/// The one command of one unit.
class UnitDatabase : public clang::tooling::CompilationDatabase {
public:
  explicit UnitDatabase(const runner::Unit &U)
      : Command(U.Directory, U.File,
                runner::parsingCommand(U.CommandLine, U.File), "") {
    if (std::string Resources = runner::resourceFlag(); !Resources.empty())
      Command.CommandLine.push_back(std::move(Resources));
  }

  std::vector<clang::tooling::CompileCommand>
  getCompileCommands(StringRef) const override {
    return {Command};
  }

private:
  clang::tooling::CompileCommand Command;
};

/// Reads `.clang-tidy` files for the options of our checks alone: projects
/// have them for other tools, with checks and filters that aren't meant here.
class OptionsReader {
public:
  explicit OptionsReader(std::vector<std::string> &Errors) : Errors(Errors) {
    Known = tidy::getAllChecksAndOptions(false, false).Options;
  }

  llvm::ErrorOr<tidy::ClangTidyOptions> read(llvm::MemoryBufferRef File) {
    auto Parsed = tidy::parseConfigurationWithDiags(
        File, [&](const llvm::SMDiagnostic &D) { report(File, D); });
    if (!Parsed)
      return Parsed;
    tidy::ClangTidyOptions Result;
    Result.InheritParentConfig = Parsed->InheritParentConfig;
    for (const auto &Option : Parsed->CheckOptions) {
      if (!Option.getKey().starts_with(CheckPrefix))
        continue;
      if (!Known.contains(Option.getKey()))
        Errors.push_back((File.getBufferIdentifier() +
                          ": error: unknown option '" + Option.getKey() + "'")
                             .str());
      Result.CheckOptions[Option.getKey()] = Option.getValue();
    }
    return Result;
  }

private:
  void report(llvm::MemoryBufferRef File, const llvm::SMDiagnostic &D) {
    Errors.push_back(
        (File.getBufferIdentifier() + ":" + llvm::Twine(D.getLineNo()) + ":" +
         llvm::Twine(D.getColumnNo() + 1) + ": error: " + D.getMessage())
            .str());
  }

  std::vector<std::string> &Errors;
  llvm::StringSet<> Known;
};

/// The options of `.clang-tidy` files, then what this run asks for.
class RunOptionsProvider : public tidy::FileOptionsProvider {
public:
  RunOptionsProvider(const LintOptions &Options,
                     std::vector<std::string> &Errors)
      : FileOptionsProvider(tidy::ClangTidyGlobalOptions(),
                            tidy::ClangTidyOptions::getDefaults(),
                            fixedOptions(Options),
                            {{".clang-tidy", reader(Errors)}}),
        Options(Options) {
    // The constructor that takes readers sets none.
    FS = llvm::vfs::getRealFileSystem();
  }

  std::vector<OptionsSource> getRawOptions(StringRef File) override {
    // Before the unit is known clang-tidy asks with a name of its own, which
    // would find the configuration of the current folder.
    if (!path::is_absolute(File))
      return {{fixedOptions(Options), "async-tidy"}};
    std::vector<OptionsSource> Sources =
        FileOptionsProvider::getRawOptions(File);
    if (!Options.Catalogs.empty())
      Sources.emplace_back(catalogOptions(Sources), "--catalog");
    return Sources;
  }

private:
  static tidy::ClangTidyOptions fixedOptions(const LintOptions &Options) {
    tidy::ClangTidyOptions Result;
    Result.Checks = "-*," + llvm::join(Options.Checks, ",");
    Result.WarningsAsErrors = "";
    Result.HeaderFilterRegex = ".*";
    Result.SystemHeaders = false;
    return Result;
  }

  static std::function<
      llvm::ErrorOr<tidy::ClangTidyOptions>(llvm::MemoryBufferRef)>
  reader(std::vector<std::string> &Errors) {
    auto Reader = std::make_shared<OptionsReader>(Errors);
    return [Reader](llvm::MemoryBufferRef File) { return Reader->read(File); };
  }

  /// The packs of the command line come after those of the files.
  tidy::ClangTidyOptions
  catalogOptions(llvm::ArrayRef<OptionsSource> Sources) const {
    tidy::ClangTidyOptions Merged;
    unsigned Order = 0;
    for (const OptionsSource &S : Sources)
      Merged.mergeWith(S.first, ++Order);
    tidy::ClangTidyOptions Result;
    for (const std::string &Check : Options.Checks) {
      std::string Key = Check + ".Catalog";
      std::vector<std::string> Files = {Merged.CheckOptions[Key].Value};
      llvm::append_range(Files, Options.Catalogs);
      if (Files.front().empty())
        Files.erase(Files.begin());
      Result.CheckOptions[Key] = StringRef(llvm::join(Files, ";"));
    }
    return Result;
  }

  const LintOptions &Options;
};

/// Turns clang-tidy's diagnostics into findings.
class Converter {
public:
  explicit Converter(StringRef Root) : Root(Root), Files(Root) {}

  report::Finding finding(const tidy::ClangTidyError &E) {
    report::Finding F;
    F.Check = E.DiagnosticName;
    F.Message = E.Message.Message;
    F.At = place(E, E.Message);
    addFix(F, E, E.Message, report::Safety::Safe);
    for (const clang::tooling::DiagnosticMessage &N : E.Notes) {
      if (StringRef(N.Message).starts_with("level strict: "))
        F.Lvl = report::Level::Strict;
      F.Notes.push_back({N.Message, N.FilePath.empty() ? F.At : place(E, N)});
      addFix(F, E, N, report::Safety::Unsafe);
    }
    return F;
  }

  /// "file:line:column: message", or the message alone when it has no place.
  std::string message(const tidy::ClangTidyError &E) {
    report::Place P = place(E, E.Message);
    if (P.File.empty())
      return E.Message.Message;
    return P.File + ":" + llvm::utostr(P.Line) + ":" + llvm::utostr(P.Column) +
           ": " + E.Message.Message;
  }

private:
  std::string file(const tidy::ClangTidyError &E, StringRef Path) {
    llvm::SmallString<256> Absolute(Path);
    path::make_absolute(E.BuildDirectory, Absolute);
    return runner::reportedPath(Absolute, Root);
  }

  report::Place place(const tidy::ClangTidyError &E,
                      const clang::tooling::DiagnosticMessage &M) {
    if (M.FilePath.empty())
      return {};
    report::Place P;
    P.File = file(E, M.FilePath);
    std::tie(P.Line, P.Column) = Files.position(P.File, M.FileOffset);
    return P;
  }

  void addFix(report::Finding &F, const tidy::ClangTidyError &E,
              const clang::tooling::DiagnosticMessage &M, report::Safety Kind) {
    if (M.Fix.empty())
      return;
    report::Fix Fix;
    Fix.Kind = Kind;
    for (const auto &InFile : M.Fix)
      for (const clang::tooling::Replacement &R : InFile.getValue())
        Fix.Edits.push_back({file(E, R.getFilePath()), R.getOffset(),
                             R.getLength(), R.getReplacementText().str()});
    llvm::sort(Fix.Edits);
    F.Fixes.push_back(std::move(Fix));
  }

  std::string Root;
  report::Sources Files;
};

void initializeTargets() {
  llvm::InitializeAllTargetInfos();
  llvm::InitializeAllTargets();
  llvm::InitializeAllTargetMCs();
  llvm::InitializeAllAsmParsers();
}

} // namespace

std::vector<std::string> allCheckNames() {
  std::vector<std::string> Names;
  for (const auto &Check : tidy::getAllChecksAndOptions(false, false).Checks)
    if (Check.getKey().starts_with(CheckPrefix))
      Names.push_back(Check.getKey().str());
  llvm::sort(Names);
  return Names;
}

std::vector<std::string> selectChecks(StringRef Globs,
                                      std::vector<std::string> &Unmatched) {
  llvm::SmallVector<StringRef> Parts;
  Globs.split(Parts, ',', -1, /*KeepEmpty=*/false);
  for (StringRef &Part : Parts)
    Part = Part.trim();
  bool OnlyLeavesOut =
      llvm::all_of(Parts, [](StringRef P) { return P.starts_with("-"); });
  std::string List = OnlyLeavesOut ? "*," : "";
  List += llvm::join(Parts, ",");
  std::vector<std::string> All = allCheckNames();
  for (StringRef Part : Parts) {
    tidy::GlobList Alone(Part.ltrim('-'));
    if (llvm::none_of(All,
                      [&](const std::string &N) { return Alone.contains(N); }))
      Unmatched.push_back(Part.str());
  }
  tidy::GlobList Selection(List);
  llvm::erase_if(All,
                 [&](const std::string &N) { return !Selection.contains(N); });
  return All;
}

report::UnitResult lintUnit(const runner::Unit &U, const LintOptions &Options) {
  initializeTargets();
  report::UnitResult Result;
  tidy::ClangTidyContext Context(std::make_unique<RunOptionsProvider>(
      Options, Result.ConfigurationErrors));
  auto FileSystem = llvm::makeIntrusiveRefCnt<llvm::vfs::OverlayFileSystem>(
      llvm::vfs::getRealFileSystem());
  std::vector<tidy::ClangTidyError> Errors =
      tidy::runClangTidy(Context, UnitDatabase(U), {U.File}, FileSystem,
                         /*ApplyAnyFix=*/false);

  Converter Convert(Options.Root);
  for (const tidy::ClangTidyError &E : Errors) {
    StringRef Name = E.DiagnosticName;
    if (Name == "clang-tidy-config")
      Result.ConfigurationErrors.push_back(E.Message.Message);
    else if (!Name.starts_with("clang-diagnostic-"))
      Result.Findings.push_back(Convert.finding(E));
    else if (E.DiagLevel == tidy::ClangTidyError::Error &&
             Result.Failures.empty())
      Result.Failures.push_back(
          {runner::reportedPath(U.File, Options.Root), Convert.message(E)});
  }
  return Result;
}

} // namespace asynctidy
