//===-- CheckOptions.cpp - Which checks run, with which options -----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tools/async-tidy/CheckOptions.h"
#include "checks/OwnChecks.h"
#include "clang-tidy/ClangTidy.h"
#include "clang-tidy/GlobList.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/SourceMgr.h"

namespace asynctidy {
namespace path = llvm::sys::path;
namespace tidy = clang::tidy;
using llvm::StringRef;

namespace {

bool matchesAny(StringRef Glob, llvm::ArrayRef<std::string> Names) {
  tidy::GlobList Matching(Glob);
  return llvm::any_of(
      Names, [&](const std::string &N) { return Matching.contains(N); });
}

/// Reads `.clang-tidy` files for what they say of our checks: projects have
/// them for other tools, with checks and filters that aren't meant here.
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
    Result.Checks = Parsed->Checks;
    reportUnknown(File, Parsed->Checks.value_or(""));
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

  void reportUnknown(llvm::MemoryBufferRef File, StringRef Checks) {
    for (StringRef Glob : globsOf(Checks)) {
      StringRef Name = Glob.ltrim('-');
      if (Name.starts_with(CheckPrefix) && !matchesAny(Name, Names))
        Errors.push_back((File.getBufferIdentifier() +
                          ": error: no check is named '" + Name + "'")
                             .str());
    }
  }

  std::vector<std::string> &Errors;
  llvm::StringSet<> Known;
  std::vector<std::string> Names = allCheckNames();
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
    // The last one is the command line's.
    Sources.back().first.Checks = exactly(
        Options.ChecksNamed ? Options.Checks
                            : wantedBy(llvm::ArrayRef(Sources).drop_back()));
    if (!Options.Catalogs.empty())
      Sources.emplace_back(catalogOptions(Sources), "--catalog");
    return Sources;
  }

private:
  static tidy::ClangTidyOptions fixedOptions(const LintOptions &Options) {
    tidy::ClangTidyOptions Result;
    Result.Checks = exactly(Options.Checks);
    Result.WarningsAsErrors = "";
    Result.HeaderFilterRegex = ".*";
    Result.SystemHeaders = false;
    return Result;
  }

  static std::string exactly(llvm::ArrayRef<std::string> Checks) {
    return "-*," + llvm::join(Checks, ",");
  }

  /// Of the checks of the run, those that files ask for.
  std::vector<std::string> wantedBy(llvm::ArrayRef<OptionsSource> Files) const {
    tidy::GlobList Wanted(withOwnChecks(merge(Files).Checks.value_or("")));
    std::vector<std::string> Result;
    llvm::copy_if(Options.Checks, std::back_inserter(Result),
                  [&](const std::string &C) { return Wanted.contains(C); });
    return Result;
  }

  static tidy::ClangTidyOptions merge(llvm::ArrayRef<OptionsSource> Sources) {
    tidy::ClangTidyOptions Merged;
    unsigned Order = 0;
    for (const OptionsSource &S : Sources)
      Merged.mergeWith(S.first, ++Order);
    return Merged;
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
    tidy::ClangTidyOptions Merged = merge(Sources);
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
  for (StringRef Part : Parts)
    if (!matchesAny(Part.ltrim('-'), All))
      Unmatched.push_back(Part.str());
  tidy::GlobList Selection(List);
  llvm::erase_if(All,
                 [&](const std::string &N) { return !Selection.contains(N); });
  return All;
}

std::unique_ptr<tidy::ClangTidyOptionsProvider>
checkOptions(const LintOptions &Options, std::vector<std::string> &Errors) {
  return std::make_unique<RunOptionsProvider>(Options, Errors);
}

} // namespace asynctidy
