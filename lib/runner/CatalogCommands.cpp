//===-- CatalogCommands.cpp - `async-tidy catalog` ------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/runner/CatalogCommands.h"
#include "lib/catalog/Catalog.h"
#include "lib/catalog/NameSyntax.h"
#include "lib/catalog/Verify.h"
#include "lib/runner/ParseUnit.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FormatVariadic.h"

using llvm::ArrayRef;
using llvm::raw_ostream;
using llvm::StringRef;

namespace asynctidy::catalog {

namespace {

enum Status : int { Fine = 0, Findings = 1, WrongUse = 2 };

/// All packs that a run in this folder has. \p Exit becomes WrongUse when one
/// has a mistake.
std::shared_ptr<const Catalog> loadPacks(ArrayRef<std::string> Files,
                                         raw_ostream &Err, int &Exit) {
  llvm::SmallString<128> Directory;
  std::vector<std::string> All;
  if (!llvm::sys::fs::current_path(Directory))
    All = projectPacks(Directory);
  llvm::append_range(All, Files);
  std::vector<PackError> Errors;
  std::shared_ptr<const Catalog> C = Catalog::create(All, Errors);
  for (const PackError &Error : Errors)
    Err << Error.render() << '\n';
  if (!Errors.empty())
    Exit = WrongUse;
  return C;
}

const Pack *findPack(const Catalog &C, StringRef Name, raw_ostream &Err) {
  std::vector<StringRef> Known;
  for (const Pack *P : C.packs()) {
    if (P->Name == Name)
      return P;
    Known.push_back(P->Name);
  }
  Err << "error: there is no pack " << quoted(Name) << didYouMean(Name, Known)
      << '\n';
  return nullptr;
}

StringRef origin(const Pack &P) {
  return P.File.empty() ? StringRef("built-in") : P.File;
}

/// How many names an entry has, each scope counted.
size_t numNames(const Entry &E) {
  return E.In.size() * (E.Names.size() + E.Types.size());
}

size_t numNames(const Pack &P) {
  size_t Count = 0;
  for (const Entry &E : P.Entries)
    Count += numNames(E);
  return Count;
}

void listPacks(const Catalog &C, raw_ostream &Out) {
  constexpr const char *Line = "{0,-18} {1,7} {2,7}  {3,-10}  {4}\n";
  Out << llvm::formatv(Line, "PACK", "ENTRIES", "NAMES", "FROM", "LIBRARY");
  for (const Pack *P : C.packs())
    Out << llvm::formatv(Line, P->Name,
                         P->Entries.size() + P->Replacements.size(),
                         numNames(*P), origin(*P), P->Library);
}

std::string argument(int Index) {
  if (Index == ReceiverArgument)
    return "the object";
  if (Index == AnyArgument)
    return "every argument";
  return "argument " + std::to_string(Index);
}

/// What an entry says beside its names: `database, strict`.
std::string facts(const Entry &E) {
  std::vector<std::string> Facts;
  switch (E.Kind) {
  case Section::Blocking:
    Facts.push_back(spelling(E.Cat).str());
    if (E.Lvl != Level::Default)
      Facts.push_back(spelling(E.Lvl).str());
    break;
  case Section::Coroutines:
    Facts.push_back(spelling(E.Coroutine).str());
    break;
  case Section::Callbacks:
  case Section::Wrappers:
    for (int Index : E.Arguments)
      Facts.push_back(argument(Index));
    break;
  default:
    break;
  }
  bool Runs = llvm::is_contained({Section::Callbacks, Section::Overrides,
                                  Section::Executors, Section::Switches},
                                 E.Kind);
  if (Runs)
    Facts.push_back("on " + spelling(E.Runs).str());
  if (!E.Runtime.empty())
    Facts.push_back("runtime " + E.Runtime.str());
  if (!E.Within.empty())
    Facts.push_back("within " + llvm::join(E.Within, " "));
  return llvm::join(Facts, ", ");
}

void listEntry(const Entry &E, raw_ostream &Out) {
  std::string Facts = facts(E);
  for (StringRef In : E.In)
    for (ArrayRef<StringRef> Names : {E.Names, E.Types})
      for (StringRef Name : Names) {
        std::string Full = (In.empty() ? Name : In + "::" + Name).str();
        std::string Line =
            llvm::formatv("  {0,4}  {1,-48}  {2}", E.Line, Full, Facts);
        Out << StringRef(Line).rtrim() << '\n';
      }
}

void listEntries(const Pack &P, raw_ostream &Out) {
  Out << P.Name << ": " << P.Library << "\n" << P.Description << "\n";
  for (unsigned S = 0; S < NumSections; ++S) {
    bool First = true;
    for (const Entry &E : P.Entries) {
      if (E.Kind != static_cast<Section>(S))
        continue;
      if (First)
        Out << '\n' << spelling(E.Kind) << '\n';
      First = false;
      listEntry(E, Out);
    }
  }
  if (!P.Replacements.empty())
    Out << "\nreplacements\n";
  for (const Replacement &R : P.Replacements)
    Out << llvm::formatv("  {0,4}  {1} {2}: {3}\n", R.Line, R.Runtime,
                         spelling(R.Cat), R.Text);
}

/// One run of `catalog verify`.
class VerifyRun {
public:
  VerifyRun(raw_ostream &Out, raw_ostream &Err) : Out(Out), Err(Err) {}

  void inHeaders(const Pack &P) {
    if (P.Verifies.empty())
      Out << P.Name << ": skipped, the pack has no 'verify'\n";
    for (const Verify &V : P.Verifies) {
      ParsedUnit Unit = parseHeaders(V);
      std::string Where = V.Package.empty() ? "its headers" : V.Package.str();
      if (Unit.HeaderMissing) {
        Out << P.Name << ": skipped " << Where << ", " << Unit.Error << '\n';
        continue;
      }
      if (!Unit.Error.empty() || !Unit.AST) {
        Err << origin(P) << ": error: the headers of '" << P.Name
            << "' don't parse: " << Unit.Error << '\n';
        Exit = std::max<int>(Exit, Findings);
        continue;
      }
      report(P, Where, verifyPack(P, V, Unit.AST->getASTContext()));
    }
  }

  void report(const Pack &P, StringRef Where, const Verification &Result) {
    Out << P.Name << ": " << Result.Checked - Result.Missing.size() << " of "
        << Result.Checked << " names found in " << Where << '\n';
    StringRef File = P.File.empty() ? P.Name : P.File;
    for (const MissingName &Missing : Result.Missing)
      Out << File << ':' << Missing.Line << ": error: nothing is called "
          << quoted(Missing.Name) << ": " << Missing.Why << '\n';
    if (!Result.Missing.empty())
      Exit = std::max<int>(Exit, Findings);
  }

  int Exit = Fine;

private:
  raw_ostream &Out;
  raw_ostream &Err;
};

} // namespace

int listCommand(const ListOptions &Options, raw_ostream &Out,
                raw_ostream &Err) {
  int Exit = Fine;
  std::shared_ptr<const Catalog> C = loadPacks(Options.Files, Err, Exit);
  if (Options.Pack.empty()) {
    listPacks(*C, Out);
    return Exit;
  }
  const Pack *P = findPack(*C, Options.Pack, Err);
  if (!P)
    return WrongUse;
  listEntries(*P, Out);
  return Exit;
}

int checkCommand(ArrayRef<std::string> Files, raw_ostream &Out,
                 raw_ostream &Err) {
  int Exit = Fine;
  for (const std::string &File : Files) {
    std::vector<PackError> Errors;
    std::unique_ptr<PackStorage> Storage = readPackFile(File, Errors);
    for (const PackError &Error : Errors)
      Err << Error.render() << '\n';
    if (!Storage) {
      Exit = WrongUse;
      continue;
    }
    const Pack &P = Storage->P;
    Out << File << ": ok: " << P.Entries.size() + P.Replacements.size()
        << " entries, " << numNames(P) << " names\n";
  }
  return Exit;
}

int verifyCommand(const VerifyOptions &Options, raw_ostream &Out,
                  raw_ostream &Err) {
  VerifyRun Run(Out, Err);
  std::shared_ptr<const Catalog> C = loadPacks(Options.Files, Err, Run.Exit);
  std::vector<const Pack *> Wanted;
  for (const std::string &Name : Options.Packs) {
    const Pack *P = findPack(*C, Name, Err);
    if (!P)
      return WrongUse;
    Wanted.push_back(P);
  }
  if (Wanted.empty())
    Wanted.assign(C->packs().begin(), C->packs().end());

  if (Options.Unit.empty()) {
    for (const Pack *P : Wanted)
      Run.inHeaders(*P);
    return Run.Exit;
  }
  ParsedUnit Unit = parseUnit(Options.Unit, Options.Build);
  if (!Unit.AST || !Unit.Error.empty()) {
    Err << "error: " << Unit.Error << '\n';
    return WrongUse;
  }
  for (const Pack *P : Wanted) {
    Verification Result = verifyInUnit(*P, Unit.AST->getASTContext(),
                                       /*OnlySeen=*/Options.Packs.empty());
    if (Result.Checked)
      Run.report(*P, Options.Unit, Result);
  }
  return Run.Exit;
}

} // namespace asynctidy::catalog
