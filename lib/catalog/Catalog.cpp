//===-- Catalog.cpp - The index over all packs ----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/catalog/Catalog.h"
#include "lib/catalog/NameSyntax.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FileSystem.h"

using llvm::ArrayRef;
using llvm::StringRef;

namespace asynctidy::catalog {

void NameIndex::reserve(size_t Count) {
  Keys.reserve(Count);
  Entries.reserve(Count);
}

void NameIndex::add(StringRef Key, const NamedEntry &Entry) {
  Keys.push_back(Key);
  Entries.push_back(Entry);
}

void NameIndex::finish() {
  Slices.reserve(Keys.size());
  for (StringRef Key : Keys)
    ++Slices[Key].Size;
  // Entries of one key go side by side. A slice gets its place when its first
  // entry comes, and is filled from there.
  std::vector<NamedEntry> Placed(Entries.size());
  unsigned End = 0;
  for (auto [Key, Entry] : llvm::zip_equal(Keys, Entries)) {
    Slice &S = Slices.find(Key)->second;
    if (S.Begin == Unplaced) {
      S.Begin = End;
      End += S.Size;
      S.Size = 0;
    }
    Placed[S.Begin + S.Size++] = Entry;
  }
  Entries = std::move(Placed);
  Keys = {};
}

ArrayRef<NamedEntry> NameIndex::find(StringRef Key) const {
  auto Found = Slices.find(Key);
  if (Found == Slices.end())
    return {};
  return ArrayRef(Entries).slice(Found->second.Begin, Found->second.Size);
}

std::shared_ptr<const Catalog> Catalog::create(ArrayRef<std::string> Files,
                                               std::vector<PackError> &Errors) {
  std::shared_ptr<Catalog> C(new Catalog);
  for (const Pack &P : builtinPacks())
    C->Packs.push_back(&P);
  llvm::StringSet<> Seen;
  auto Add = [&](const std::string &File) {
    llvm::SmallString<128> Real;
    if (llvm::sys::fs::real_path(File, Real) || Seen.insert(Real).second)
      C->addFile(File, Errors);
  };
  llvm::for_each(installedPacks(), Add);
  llvm::for_each(Files, Add);
  C->index();
  return C;
}

std::shared_ptr<const Catalog>
Catalog::fromPacks(ArrayRef<const Pack *> Packs) {
  std::shared_ptr<Catalog> C(new Catalog);
  C->Packs.assign(Packs.begin(), Packs.end());
  C->index();
  return C;
}

Catalog::~Catalog() = default;

void Catalog::addFile(const std::string &File, std::vector<PackError> &Errors) {
  std::unique_ptr<PackStorage> Read = readPackFile(File, Errors);
  if (!Read)
    return;
  const auto *Other = llvm::find_if(
      Packs, [&](const Pack *P) { return P->Name == Read->P.Name; });
  if (Other != Packs.end()) {
    StringRef Where = (*Other)->File;
    Errors.push_back({File, Read->NameLine, Read->NameColumn,
                      "a second pack " + quoted(Read->P.Name) +
                          "; the first is " +
                          (Where.empty() ? "built in" : Where.str())});
    return;
  }
  Packs.push_back(&Read->P);
  Storage.push_back(std::move(Read));
}

void Catalog::index() {
  size_t NumFunctions = 0, NumTypes = 0;
  for (const Pack *P : Packs)
    for (const Entry &E : P->Entries) {
      NumFunctions += E.In.size() * E.Names.size();
      NumTypes += E.In.size() * E.Types.size();
    }
  Functions.reserve(NumFunctions);
  Types.reserve(NumTypes);
  for (auto [Priority, P] : llvm::enumerate(Packs))
    for (const Entry &E : P->Entries)
      for (StringRef In : E.In)
        indexEntry(E, {&E, P, In, static_cast<unsigned>(Priority)});
  Functions.finish();
  Methods.finish();
  Types.finish();
}

void Catalog::indexEntry(const Entry &E, const NamedEntry &Base) {
  auto Add = [&](NameIndex &Index, StringRef Name) {
    auto [Inner, Last] = splitName(Name);
    NamedEntry Named = Base;
    Named.Scope = join(Base.Scope, Inner);
    Index.add(Last, Named);
    if (Base.P->File.empty())
      LibraryNames.insert(&Index == &Types ? join(Named.Scope, Last)
                                           : Named.Scope);
  };
  if (Base.P->File.empty())
    LibraryNames.insert(Base.Scope);
  for (StringRef Name : E.Names) {
    if (Name == AnyMethod)
      Methods.add(splitName(Base.Scope).second, Base);
    else
      Add(Functions, Name);
  }
  for (StringRef Name : E.Types)
    Add(Types, Name);
}

StringRef Catalog::join(StringRef Scope, StringRef Inner) {
  if (Scope.empty() || Inner.empty())
    return Scope.empty() ? Inner : Scope;
  return StringRef((Scope + "::" + Inner).str()).copy(Joined);
}

bool Catalog::isLibraryClass(StringRef Name) const {
  return LibraryNames.contains(Name);
}

ArrayRef<NamedEntry> Catalog::functionsNamed(StringRef Name) const {
  return Functions.find(Name);
}

ArrayRef<NamedEntry> Catalog::methodsOf(StringRef ClassName) const {
  return Methods.find(ClassName);
}

ArrayRef<NamedEntry> Catalog::typesNamed(StringRef Name) const {
  return Types.find(Name);
}

const Replacement *Catalog::replacement(StringRef Runtime, Category C) const {
  for (const Pack *P : llvm::reverse(Packs))
    for (const Replacement &R : P->Replacements)
      if (R.Cat == C && R.Runtime == Runtime)
        return &R;
  return nullptr;
}

} // namespace asynctidy::catalog
