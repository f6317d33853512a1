//===-- Fixes.cpp - Applies fixes to files --------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/runner/Fixes.h"
#include "lib/report/Report.h"
#include "lib/runner/OutputFile.h"
#include "lib/runner/Project.h"
#include "clang/Tooling/Core/Replacement.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include <map>

namespace asynctidy::runner {
namespace fs = llvm::sys::fs;
namespace path = llvm::sys::path;
using clang::tooling::Replacement;
using clang::tooling::Replacements;
using llvm::StringRef;

namespace {

llvm::Error unreadable(StringRef Name, const std::string &Why) {
  return llvm::createStringError("can't fix '" + Name + "': " + Why);
}

class Planner {
public:
  Planner(StringRef Root, const FixChoice &Choice)
      : Root(Root), Choice(Choice) {
    if (fs::real_path(Root, RealRoot))
      RealRoot = Root;
  }

  /// Adds all edits of a fix, or none.
  void add(const report::Fix &Fix) {
    std::map<std::string, Replacements> After;
    std::set<std::string> Names;
    for (const report::Edit &E : Fix.Edits) {
      if (Choice.Untouched.contains(E.File) || !isInside(E.File))
        return;
      auto [It, New] = After.try_emplace(E.File, Chosen[E.File]);
      Replacement R(E.File, E.Offset, E.Length, E.Text);
      Names.insert(E.File);
      if (llvm::is_contained(It->second, R))
        continue; // another fix makes it too
      if (llvm::Error Conflict = It->second.add(R)) {
        llvm::consumeError(std::move(Conflict));
        return;
      }
    }
    for (auto &[Name, Edits] : After)
      Chosen[Name] = std::move(Edits);
    Plan.Fixes.push_back(std::move(Names));
  }

  llvm::Expected<FixPlan> take() {
    for (const auto &[Name, Edits] : Chosen) {
      if (Edits.empty())
        continue;
      FixedFile File;
      File.Name = Name;
      File.Path = Paths[Name];
      auto Text = llvm::MemoryBuffer::getFile(File.Path, /*IsText=*/false,
                                              /*RequiresNullTerminator=*/false);
      if (!Text)
        return unreadable(Name, Text.getError().message());
      File.Before = (*Text)->getBuffer().str();
      for (const Replacement &R : Edits)
        if (R.getOffset() + uint64_t(R.getLength()) > File.Before.size())
          return unreadable(Name, "it is shorter than it was");
      auto Fixed = clang::tooling::applyAllReplacements(File.Before, Edits);
      if (!Fixed)
        return unreadable(Name, llvm::toString(Fixed.takeError()));
      File.After = std::move(*Fixed);
      Plan.Files.push_back(std::move(File));
    }
    return std::move(Plan);
  }

private:
  /// Is the file, links followed, in the project?
  bool isInside(const std::string &Name) {
    auto [It, New] = Paths.try_emplace(Name);
    if (New) {
      llvm::SmallString<256> Absolute(Name), Real;
      path::make_absolute(Root, Absolute);
      if (!fs::real_path(Absolute, Real) && isWithin(Real, RealRoot))
        It->second = Real.str().str();
      else
        Plan.Outside.insert(Name);
    }
    return !It->second.empty();
  }

  const StringRef Root;
  const FixChoice &Choice;
  llvm::SmallString<256> RealRoot;
  /// By name; empty for a file outside the root.
  std::map<std::string, std::string> Paths;
  std::map<std::string, Replacements> Chosen;
  FixPlan Plan;
};

} // namespace

llvm::Expected<FixPlan> planFixes(std::vector<report::Finding> Findings,
                                  StringRef Root, const FixChoice &Choice) {
  llvm::sort(Findings);
  Planner Plan(Root, Choice);
  for (const report::Finding &F : Findings)
    if (const report::Fix *Fix = report::fixOf(F, Choice.Unsafe))
      Plan.add(*Fix);
  return Plan.take();
}

std::set<std::string> withTheirFixes(const FixPlan &Plan,
                                     std::set<std::string> Broken) {
  for (size_t Before = 0; Before != Broken.size();) {
    Before = Broken.size();
    for (const std::set<std::string> &Files : Plan.Fixes)
      if (llvm::any_of(Files, [&](const std::string &Name) {
            return Broken.contains(Name);
          }))
        Broken.insert(Files.begin(), Files.end());
  }
  return Broken;
}

llvm::Error replaceFile(const FixedFile &File, StringRef Expected,
                        StringRef Text) {
  auto Now = llvm::MemoryBuffer::getFile(File.Path, /*IsText=*/false,
                                         /*RequiresNullTerminator=*/false);
  if (!Now)
    return unreadable(File.Name, Now.getError().message());
  if ((*Now)->getBuffer() != Expected)
    return unreadable(File.Name, "it has changed meanwhile");
  llvm::ErrorOr<fs::perms> Mode = fs::getPermissions(File.Path);
  if (!fs::can_write(File.Path))
    return unreadable(File.Name, "it may not be written");
  llvm::Expected<OutputFile> New = OutputFile::create(File.Path);
  if (!New)
    return New.takeError();
  if (llvm::Error E = New->write(Text))
    return E;
  if (std::error_code EC =
          Mode ? fs::setPermissions(File.Path, *Mode) : Mode.getError())
    return unreadable(File.Name, EC.message());
  return llvm::Error::success();
}

} // namespace asynctidy::runner
