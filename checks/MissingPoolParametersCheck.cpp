//===-- MissingPoolParametersCheck.cpp - async-missing-pool-parameters ----===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "checks/MissingPoolParametersCheck.h"
#include "lib/catalog/Placeholders.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;
using namespace asynctidy::catalog;
using namespace asynctidy::program;

namespace asynctidy {

namespace {

/// The options with their defaults, in the order of Values.
struct NumberOption {
  llvm::StringRef Name;
  unsigned Default;
};
constexpr NumberOption Numbers[] = {{"PoolSize", 10},
                                    {"MaxOverflow", 20},
                                    {"RecycleSeconds", 3600},
                                    {"WaitSeconds", 30}};

/// May a call anywhere in the program have set the parameter? With one unit
/// alone, others may that aren't there.
bool isSetElsewhere(const ParameterFact &Parameter, const CreationFact &Made,
                    const Analysis &A) {
  const Program &P = A.program();
  bool Unseen = (Made.PassedOn && P.numUnits() == 1) ||
                (Made.Into != None && P.isOpen(Made.Into));
  if (Unseen && !Parameter.Setters.empty())
    return true;
  return A.releases().any(
      Parameter.Setters, Programs::siteOf(Made), [&](const ReleaseFact &R) {
        // What was there before had it.
        bool Before = R.By == Made.By && P.before(R.At, Made.At);
        return A.releases().mayMean(R, Made.Into) &&
               (!Before || Made.Into == None);
      });
}

} // namespace

MissingPoolParametersCheck::MissingPoolParametersCheck(
    StringRef Name, tidy::ClangTidyContext *Context, std::shared_ptr<Session> S)
    : AsyncTidyCheck(Name, Context, std::move(S)) {
  for (const NumberOption &Option : Numbers)
    Values.push_back(Options.get(Option.Name, Option.Default));
  for (auto [Option, Value] : llvm::zip_equal(Numbers, Values))
    if (Value == 0 && Option.Name != "MaxOverflow")
      configurationDiag("option '%0' is 0; expected a number above it")
          << Option.Name;
}

void MissingPoolParametersCheck::storeOptions(
    tidy::ClangTidyOptions::OptionMap &Opts) {
  AsyncTidyCheck::storeOptions(Opts);
  for (auto [Option, Value] : llvm::zip_equal(Numbers, Values))
    Options.store(Opts, Option.Name, Value);
}

std::string MissingPoolParametersCheck::filled(StringRef Text) const {
  uint64_t Size = Values[0], Overflow = Values[1], Recycle = Values[2],
           Wait = Values[3];
  const std::pair<StringRef, uint64_t> Placeholders[] = {
      {"{PoolSize}", Size},
      {"{MaxOverflow}", Overflow},
      {"{MaxSize}", Size + Overflow},
      {"{RecycleSeconds}", Recycle},
      {"{RecycleMillis}", Recycle * 1000},
      {"{WaitSeconds}", Wait},
      {"{WaitMillis}", Wait * 1000}};
  std::string Filled = Text.str();
  for (auto [Placeholder, Value] : Placeholders)
    catalog::fillPlaceholder(Filled, Placeholder, std::to_string(Value));
  return Filled;
}

void MissingPoolParametersCheck::checkProgram(const ProgramView &View) {
  const Program &P = View.Program.program();
  Place Last;
  for (const CreationFact &Made : P.creations()) {
    // Instantiations of one template say it once each.
    if (Made.Missing.empty() || Made.At == Last ||
        !View.IsReportedFact(P.unitsOf(Made)))
      continue;
    Missing Found;
    for (const ParameterFact &Parameter : Made.Missing)
      if (!isSetElsewhere(Parameter, Made, View.Program))
        Found.push_back(&Parameter);
    bool Certain = llvm::any_of(Found, [](const ParameterFact *Parameter) {
      return Parameter->Lvl == Level::Default;
    });
    if (!strict())
      llvm::erase_if(Found, [](const ParameterFact *Parameter) {
        return Parameter->Lvl == Level::Strict;
      });
    if (Found.empty() || View.location(Made.At).isInvalid())
      continue;
    Last = Made.At;
    report(View, Made, Found, Certain);
  }
}

void MissingPoolParametersCheck::report(const ProgramView &View,
                                        const CreationFact &Made,
                                        const Missing &Found, bool Certain) {
  SourceLocation Loc = View.location(Made.At);
  std::string Names =
      llvm::join(llvm::map_range(Found,
                                 [](const ParameterFact *Parameter) {
                                   return "'" + Parameter->Name + "'";
                                 }),
                 ", ");
  diag(Loc, "'%0' makes a %1 without %2: %3")
      << Made.Name << spelling(Made.Kind) << Names << Found.front()->Without;
  for (const ParameterFact *Parameter : llvm::ArrayRef(Found).drop_front())
    diag(Loc, "without '%0', %1", DiagnosticIDs::Note)
        << Parameter->Name << Parameter->Without;
  if (SourceLocation At = View.location(Made.Options); At.isValid())
    diag(At, "its options are here", DiagnosticIDs::Note);
  noteCure(View, Made, Found);
  if (!Certain)
    noteStrict(Loc, Found.front()->Why);
}

void MissingPoolParametersCheck::noteCure(const ProgramView &View,
                                          const CreationFact &Made,
                                          const Missing &Found) {
  SourceLocation Loc = View.location(Made.At);
  // The fix says all of it; what is set elsewhere it would set again.
  bool All = Found.size() == Made.Missing.size() ||
             llvm::all_of(Made.Missing, [&](const ParameterFact &Parameter) {
               return Parameter.Lvl == Level::Strict ||
                      llvm::is_contained(Found, &Parameter);
             });
  if (Made.Edits.empty() || !All) {
    diag(Loc, "say it, with numbers that the server and the load allow",
         DiagnosticIDs::Note);
    return;
  }
  DiagnosticBuilder Note =
      diag(Loc,
           "say it, with numbers that the server and the load allow; the "
           "fix takes those of the check's options",
           DiagnosticIDs::Note);
  addEdits(View, Note, Made.Edits,
           [&](StringRef Text) { return filled(Text); });
  StringRef File = View.Program.program().file(Made.At.File);
  for (StringRef Header : Made.Headers)
    if (std::optional<FixItHint> Include = includeHeader(View, File, Header))
      Note << *Include;
}

} // namespace asynctidy
