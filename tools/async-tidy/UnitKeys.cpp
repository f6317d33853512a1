//===-- UnitKeys.cpp - What a unit's facts depend on ----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tools/async-tidy/UnitKeys.h"
#include "lib/catalog/Catalog.h"
#include "lib/runner/Inputs.h"
#include "lib/runner/Project.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"

namespace asynctidy {
using llvm::StringRef;

namespace {

/// What Clang's driver and frontend read.
constexpr const char *Variables[] = {"CPATH",
                                     "C_INCLUDE_PATH",
                                     "CPLUS_INCLUDE_PATH",
                                     "GCC_EXEC_PREFIX",
                                     "COMPILER_PATH",
                                     "SDKROOT",
                                     "SOURCE_DATE_EPOCH",
                                     "CCC_OVERRIDE_OPTIONS"};

/// \p Text with the project's root taken out, wherever that is.
std::string withoutRoot(StringRef Text, StringRef Root) {
  std::string Result;
  for (size_t At; (At = Text.find(Root)) != StringRef::npos;) {
    Result += Text.take_front(At).str() + '\1';
    Text = Text.drop_front(At + Root.size());
  }
  return Result + Text.str();
}

/// The project's packs around a unit, then those that the options of any check
/// name.
std::vector<std::string>
packsOf(StringRef Unit, clang::tidy::ClangTidyOptionsProvider &Provider,
        const LintOptions &Options) {
  std::vector<std::string> Packs =
      catalog::projectPacks(llvm::sys::path::parent_path(Unit));
  clang::tidy::ClangTidyOptions Effective = Provider.getOptions(Unit);
  for (const std::string &Check : Options.Checks) {
    const auto Option = Effective.CheckOptions.lookup(Check + ".Catalog");
    llvm::SmallVector<StringRef> Named;
    StringRef(Option.Value).split(Named, ';', -1, /*KeepEmpty=*/false);
    for (StringRef File : Named)
      if (!llvm::is_contained(Packs, File.trim()))
        Packs.push_back(File.trim().str());
  }
  return Packs;
}

} // namespace

UnitKeys::UnitKeys(const LintOptions &Options, bool FullParse)
    : Options(Options), FullParse(FullParse),
      Provider(checkOptions(Options, Mistakes)) {}

const std::string &UnitKeys::content(StringRef File) {
  auto [It, New] = Contents.try_emplace(File);
  if (New)
    if (auto Buffer = llvm::MemoryBuffer::getFile(File))
      It->second = (*Buffer)->getBuffer().str();
  return It->second;
}

std::string UnitKeys::key(const runner::Unit &U) {
  std::vector<std::string> Parts = {runner::buildId(), FullParse ? "full" : "",
                                    withoutRoot(U.Directory, Options.Root)};
  for (const std::string &Argument : U.CommandLine)
    Parts.push_back(withoutRoot(Argument, Options.Root));
  // What a library's header is depends on it.
  Parts.push_back(withoutRoot(Options.BuildFolder, Options.Root));
  for (const char *Variable : Variables)
    Parts.push_back(llvm::sys::Process::GetEnv(Variable).value_or(""));

  std::vector<std::string> Packs = packsOf(U.File, *Provider, Options);
  llvm::append_range(Packs, catalog::installedPacks());
  for (const std::string &Pack : Packs) {
    Parts.push_back(withoutRoot(Pack, Options.Root));
    Parts.push_back(content(Pack));
  }
  return runner::unitKey(Parts);
}

UnitCatalogs::UnitCatalogs(const LintOptions &Options)
    : Options(Options), Provider(checkOptions(Options, Mistakes)) {}

std::shared_ptr<const catalog::Catalog>
UnitCatalogs::catalogFor(StringRef Unit) {
  std::vector<std::string> Packs = packsOf(Unit, *Provider, Options);
  auto [It, New] = Known.try_emplace(Packs);
  if (New) {
    std::vector<catalog::PackError> Errors;
    It->second = catalog::Catalog::create(Packs, Errors);
    for (const catalog::PackError &E : Errors)
      Mistakes.push_back(E.render());
  }
  return It->second;
}

} // namespace asynctidy
