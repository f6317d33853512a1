//===-- BlockingCallCheck.cpp - async-blocking-call -----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "checks/BlockingCallCheck.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;
using namespace asynctidy::catalog;

namespace asynctidy {

namespace {

/// What the thread does meanwhile, after "it" or "which".
llvm::StringRef clauseOf(Category C) {
  switch (C) {
  case Category::Sleep:
    return "puts the thread to sleep";
  case Category::File:
    return "waits for the disk";
  case Category::Dns:
    return "waits for a name server";
  case Category::Network:
    return "waits for the network";
  case Category::Http:
    return "waits for an HTTP answer";
  case Category::Database:
    return "waits for the database";
  case Category::Cache:
    return "waits for the cache server";
  case Category::Process:
    return "waits for another process";
  case Category::Wait:
    return "waits for other work to finish";
  case Category::Lock:
    return "waits for a lock";
  case Category::Console:
    return "waits for the console";
  }
  llvm_unreachable("unknown category");
}

} // namespace

BlockingCallCheck::BlockingCallCheck(StringRef Name,
                                     tidy::ClangTidyContext *Context,
                                     std::shared_ptr<Session> S)
    : AsyncTidyCheck(Name, Context, std::move(S)),
      CategoriesOption(Options.get("Categories", "").str()) {
  Filter.Strict = strict();
  readCategories();
}

void BlockingCallCheck::readCategories() {
  llvm::SmallVector<StringRef> Names;
  StringRef(CategoriesOption).split(Names, ',', -1, /*KeepEmpty=*/false);
  if (Names.empty())
    return;
  Filter.Categories.reset();
  for (StringRef Name : Names) {
    bool Known = false;
    for (unsigned I = 0; I < NumCategories; ++I)
      if (spelling(static_cast<Category>(I)) == Name.trim()) {
        Filter.Categories.set(I);
        Known = true;
      }
    if (!Known)
      configurationDiag("unknown category '%0' in option 'Categories'; "
                        "expected sleep, file, dns, network, http, database, "
                        "cache, process, wait, lock or console")
          << Name.trim();
  }
}

void BlockingCallCheck::storeOptions(tidy::ClangTidyOptions::OptionMap &Opts) {
  AsyncTidyCheck::storeOptions(Opts);
  Options.store(Opts, "Categories", CategoriesOption);
}

void BlockingCallCheck::checkUnit(const UnitModel &Unit) {
  for (const LoopBlock &Found : findLoopBlocks(Unit, Filter)) {
    Cure Instead = cureFor(Found, Unit);
    warn(Found, Instead);
    noteChain(Found);
    noteReason(Found);
    diag(Found.Loc, "%0", DiagnosticIDs::Note) << Instead.Help;
    if (Found.Lvl == Level::Strict)
      noteStrict(Found.Loc, Found.StrictWhy);
  }
}

void BlockingCallCheck::warn(const LoopBlock &Found, const Cure &Instead) {
  const BlockSite &Leaf = *Found.Leaf;
  if (!Found.Chain.empty()) {
    diag(Found.Loc, "call to '%0' blocks the event loop: it leads to '%1', "
                    "which %2")
        << displayName(Found.Chain.front().Overridden
                           ? Found.Chain.front().Overridden
                           : Found.Chain.front().Callee)
        << Leaf.Name << clauseOf(Leaf.Cat);
    return;
  }
  if (Leaf.What == BlockSite::HeldLock) {
    diag(Found.Loc, "'%0' holds a mutex across a suspension point: other work "
                    "on this thread may wait for it for ever")
        << Leaf.Name;
    for (SourceLocation Suspension : Leaf.Suspensions)
      diag(Suspension, "suspended here while '%0' is held", DiagnosticIDs::Note)
          << Leaf.Name;
    return;
  }
  if (Leaf.What == BlockSite::Spin) {
    diag(Found.Loc, "spinning until '%0' changes blocks the event loop: it %1")
        << Leaf.Name << clauseOf(Leaf.Cat);
    return;
  }
  DiagnosticBuilder Warning =
      diag(Found.Loc, "'%0' blocks the event loop: it %1")
      << Leaf.Name << clauseOf(Leaf.Cat);
  if (Instead.Replacement.empty())
    return;
  Warning << FixItHint::CreateReplacement(Leaf.Call->getSourceRange(),
                                          Instead.Replacement);
  for (StringRef Header : Instead.Headers)
    if (std::optional<FixItHint> Include = includeHeader(Found.Loc, Header))
      Warning << *Include;
}

void BlockingCallCheck::noteChain(const LoopBlock &Found) {
  for (const Hop &H : Found.Chain) {
    if (!H.Callee)
      diag(H.Loc, "'%0' calls '%1' here, which blocks", DiagnosticIDs::Note)
          << displayName(H.Caller) << Found.Leaf->Name;
    else if (H.Overridden)
      diag(H.Loc, "'%0' calls '%1' here, which '%2' overrides",
           DiagnosticIDs::Note)
          << displayName(H.Caller) << displayName(H.Overridden)
          << displayName(H.Callee);
    else
      diag(H.Loc, "'%0' calls '%1' here", DiagnosticIDs::Note)
          << displayName(H.Caller) << displayName(H.Callee);
  }
}

void BlockingCallCheck::noteReason(const LoopBlock &Found) {
  std::string Name = displayName(Found.Function);
  switch (Found.Why->Why) {
  case Reason::Coroutine:
    diag(Found.Why->Loc, "'%0' runs on the event loop: it is a coroutine",
         DiagnosticIDs::Note)
        << Name;
    return;
  case Reason::HandedOver:
    diag(Found.Why->Loc, "'%0' runs on the event loop: given to '%1' here",
         DiagnosticIDs::Note)
        << Name << displayName(Found.Why->Via);
    return;
  case Reason::Overrides:
    diag(Found.Why->Loc, "'%0' runs on the event loop: it overrides '%1'",
         DiagnosticIDs::Note)
        << Name << displayName(Found.Why->Via);
    return;
  case Reason::Annotated:
    diag(Found.Why->Loc, "'%0' runs on the event loop: its declaration says so",
         DiagnosticIDs::Note)
        << Name;
    return;
  case Reason::Returned:
    diag(Found.Why->Loc, "'%0' runs on the event loop: it returns %1",
         DiagnosticIDs::Note)
        << Name << Found.Function->getReturnType();
    return;
  }
}

} // namespace asynctidy
