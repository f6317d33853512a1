//===-- CheckOptions.cpp - Which checks run, with which options -----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tools/async-tidy/CheckOptions.h"
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

constexpr llvm::StringLiteral CheckPrefix("async-");

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

std::unique_ptr<tidy::ClangTidyOptionsProvider>
checkOptions(const LintOptions &Options, std::vector<std::string> &Errors) {
  return std::make_unique<RunOptionsProvider>(Options, Errors);
}

} // namespace asynctidy
