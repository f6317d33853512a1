//===-- BlockingCallCheck.cpp - async-blocking-call -----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "checks/BlockingCallCheck.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;
using namespace asynctidy::catalog;
using namespace asynctidy::program;

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

void BlockingCallCheck::checkProgram(const ProgramView &View) {
  for (const LoopBlock &Found : View.Program.loopBlocks(Filter)) {
    if (!View.IsReported(Found.Function) &&
        llvm::none_of(Found.Same, View.IsReported))
      continue;
    SourceLocation Loc = View.location(Found.At);
    if (Loc.isInvalid())
      continue; // the file is gone since the facts were made
    Cure Instead = cureFor(Found, View.Program.program(), View.Catalog);
    warn(View, Found, Instead);
    noteChain(View, Found);
    noteReason(View, Found);
    diag(Loc, "%0", DiagnosticIDs::Note) << Instead.Help;
    if (Found.Lvl == Level::Strict)
      noteStrict(Loc, Found.StrictWhy);
  }
}

void BlockingCallCheck::warn(const ProgramView &View, const LoopBlock &Found,
                             const Cure &Instead) {
  const BlockFact &Leaf = *Found.Leaf;
  SourceLocation Loc = View.location(Found.At);
  if (!Found.Chain.empty()) {
    const Hop &First = Found.Chain.front();
    diag(Loc, "call to '%0' blocks the event loop: it leads to '%1', "
              "which %2")
        << View.Program.program().symbolName(
               First.Overridden == None ? First.Callee : First.Overridden)
        << Leaf.Name << clauseOf(Leaf.Cat);
    return;
  }
  switch (Leaf.What) {
  case BlockFact::HeldLock:
    diag(Loc, "'%0' holds a mutex across a suspension point: other work "
              "on this thread may wait for it for ever")
        << Leaf.Name;
    for (const Place &Suspension : Leaf.Suspensions)
      diag(View.location(Suspension), "suspended here while '%0' is held",
           DiagnosticIDs::Note)
          << Leaf.Name;
    return;
  case BlockFact::Spin:
    diag(Loc, "spinning until '%0' changes blocks the event loop: it %1")
        << Leaf.Name << clauseOf(Leaf.Cat);
    return;
  case BlockFact::Called:
  case BlockFact::Annotated:
    warnDirectly(View, Found, Instead);
  }
}

void BlockingCallCheck::warnDirectly(const ProgramView &View,
                                     const LoopBlock &Found,
                                     const Cure &Instead) {
  const BlockFact &Leaf = *Found.Leaf;
  DiagnosticBuilder Warning =
      diag(View.location(Found.At), "'%0' blocks the event loop: it %1")
      << Leaf.Name << clauseOf(Leaf.Cat);
  if (Instead.Replacement.empty())
    return;
  StringRef File = View.Program.program().file(Found.At.File);
  SourceLocation Begin = View.Places.atOffset(File, Leaf.Offset);
  SourceLocation End = View.Places.atOffset(File, Leaf.Offset + Leaf.Length);
  if (Begin.isInvalid() || End.isInvalid())
    return;
  Warning << FixItHint::CreateReplacement(
      CharSourceRange::getCharRange(Begin, End), Instead.Replacement);
  for (StringRef Header : Instead.Headers)
    if (std::optional<FixItHint> Include = includeHeader(View, File, Header))
      Warning << *Include;
}

void BlockingCallCheck::noteChain(const ProgramView &View,
                                  const LoopBlock &Found) {
  const Program &P = View.Program.program();
  for (const Hop &H : Found.Chain) {
    SourceLocation Loc = View.location(H.At);
    if (H.Callee == None)
      diag(Loc, "'%0' calls '%1' here, which blocks", DiagnosticIDs::Note)
          << P.symbolName(H.Caller) << Found.Leaf->Name;
    else if (H.Overridden != None)
      diag(Loc, "'%0' calls '%1' here, which '%2' overrides",
           DiagnosticIDs::Note)
          << P.symbolName(H.Caller) << P.symbolName(H.Overridden)
          << P.symbolName(H.Callee);
    else
      diag(Loc, "'%0' calls '%1' here", DiagnosticIDs::Note)
          << P.symbolName(H.Caller) << P.symbolName(H.Callee);
  }
  for (const ReachedBlock &R : Found.Also)
    diag(View.location(R.Block->At), "it leads to '%0' in '%1' too",
         DiagnosticIDs::Note)
        << R.Block->Name << P.symbolName(R.In);
}

void BlockingCallCheck::noteReason(const ProgramView &View,
                                   const LoopBlock &Found) {
  const Program &P = View.Program.program();
  const ReasonFact &Why = *Found.Why;
  StringRef Name = P.symbolName(P.functions()[Found.Function].Symbol);
  auto Note = [&](StringRef Text) {
    return diag(View.location(Why.At), Text, DiagnosticIDs::Note) << Name;
  };
  switch (Why.Why) {
  case ReasonFact::Coroutine:
    Note("'%0' runs on the event loop: it is a coroutine");
    return;
  case ReasonFact::HandedOver:
    Note("'%0' runs on the event loop: given to '%1' here") << Why.Via;
    return;
  case ReasonFact::Overrides:
    Note("'%0' runs on the event loop: it overrides '%1'") << Why.Via;
    return;
  case ReasonFact::Annotated:
    Note("'%0' runs on the event loop: its declaration says so");
    return;
  case ReasonFact::Returned:
    Note("'%0' runs on the event loop: it returns '%1'") << Why.Via;
    return;
  case ReasonFact::Awaiter:
    Note("'%0' runs on the event loop: a coroutine that awaits calls it");
    return;
  case ReasonFact::Stored:
    Note("'%0' runs on the event loop: '%1' keeps it from here, and code on "
         "the loop calls it")
        << Why.Via;
    return;
  }
}

} // namespace asynctidy
