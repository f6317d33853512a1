//===-- FactsCommands.cpp - async-tidy facts ------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tools/async-tidy/FactsCommands.h"
#include "lib/program/Analysis.h"
#include "lib/program/ConfiguredRoutes.h"
#include "lib/program/FactFiles.h"
#include "lib/program/KnownFacts.h"
#include "lib/runner/Project.h"
#include "tools/async-tidy/Messages.h"
#include "tools/async-tidy/RunCommand.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include <set>
#include <tuple>

namespace asynctidy {
namespace fs = llvm::sys::fs;
namespace path = llvm::sys::path;

namespace {

int done(llvm::Error E) {
  if (!E)
    return NothingFound;
  error() << llvm::toString(std::move(E)) << '\n';
  return Misused;
}

llvm::Expected<program::Store> openStore(const FactsOptions &Options) {
  return program::Store::openReadOnly(storeFile(Options.Store));
}

} // namespace

std::string storeFile(const std::string &Named) {
  if (!Named.empty())
    return runner::absolutePath(Named);
  std::string Here = runner::absolutePath(".");
  std::string First;
  for (llvm::StringRef Folder = Here; !Folder.empty();
       Folder = path::parent_path(Folder)) {
    llvm::SmallString<256> File(Folder);
    path::append(File, program::StorePath);
    if (fs::exists(File))
      return File.str().str();
    if (First.empty())
      First = File.str().str();
    llvm::SmallString<256> Git(Folder);
    path::append(Git, ".git");
    if (fs::exists(Git))
      return File.str().str();
  }
  return First;
}

int exportCommand(const FactsOptions &Options) {
  llvm::Expected<program::Store> Store = openStore(Options);
  return done(Store ? program::exportFacts(*Store, Options.Output)
                    : Store.takeError());
}

int importCommand(const FactsOptions &Options) {
  std::string Word;
  llvm::Expected<program::Store> Store =
      program::Store::open(storeFile(Options.Store), Word);
  if (!Word.empty())
    llvm::errs() << "async-tidy: " << Word << '\n';
  return done(Store ? program::importFacts(*Store, Options.Inputs)
                    : Store.takeError());
}

int mergeCommand(const FactsOptions &Options) {
  return done(program::mergeFacts(Options.Output, Options.Inputs));
}

/// Does request code run the handler?
static bool answersRequests(const program::RouteFact &R,
                            const program::Analysis &All) {
  return R.Handler != program::None &&
         llvm::any_of(
             All.program().definitions(R.Handler),
             [&](program::FunctionId F) { return All.requests().mayServe(F); });
}

int routesCommand(const FactsOptions &Options) {
  llvm::Expected<program::Store> Store = openStore(Options);
  if (!Store)
    return done(Store.takeError());
  auto Linked = std::make_unique<program::Program>();
  if (llvm::Error E = Store->forEachUnit(
          [&](const program::UnitFacts &Facts) { Linked->add(Facts); }))
    return done(std::move(E));
  // Facts name files from the folder that has .async-tidy.
  std::string Root =
      path::parent_path(path::parent_path(storeFile(Options.Store))).str();
  program::configureRoutes(*Linked, Root, llvm::errs());
  program::Analysis All(std::move(Linked));
  const program::Program &P = All.program();
  // Path, methods, handler, place.
  std::set<std::tuple<std::string, std::string, std::string, std::string>>
      Routes;
  for (const program::RouteFact &R : P.routes()) {
    if (R.Otherwise || (R.Own && !answersRequests(R, All)))
      continue;
    std::string At;
    if (R.At.File != program::None) {
      llvm::StringRef File = P.file(R.At.File);
      At = (File + ":" + llvm::Twine(R.At.Line)).str();
    }
    program::SymbolId Handler =
        R.Handler == program::None ? R.Content.Owner : R.Handler;
    Routes.insert(
        {R.Path, llvm::join(R.Methods, ","), P.symbolName(Handler).str(), At});
  }
  for (const auto &[Path, Methods, Handler, At] : Routes)
    llvm::outs() << (Methods.empty() ? "*" : Methods) << '\t'
                 << (Path.empty() ? "?" : Path) << '\t' << Handler << '\t' << At
                 << '\n';
  return NothingFound;
}

} // namespace asynctidy
