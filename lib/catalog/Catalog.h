//===-- Catalog.h - The index over all packs --------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_CATALOG_CATALOG_H
#define ASYNC_TIDY_LIB_CATALOG_CATALOG_H

#include "lib/catalog/Model.h"
#include "lib/catalog/PackReader.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/SmallVector.h"
#include <memory>
#include <string>
#include <vector>

namespace asynctidy::catalog {

/// The packs built into the products, in the order of their names.
llvm::ArrayRef<Pack> builtinPacks();

/// One name of one entry, as the index holds it.
struct NamedEntry {
  const Entry *E;
  const Pack *P;
  /// `in` of the entry and the name's own qualification, without the last
  /// component and without a trailing `::`. For `*`, the class.
  llvm::StringRef Scope;
  /// Order of the pack: higher wins.
  unsigned Priority;
};

/// Named entries by a key, in the order they were added.
class NameIndex {
public:
  void reserve(size_t Count);
  void add(llvm::StringRef Key, const NamedEntry &Entry);
  /// Makes what was added findable.
  void finish();
  llvm::ArrayRef<NamedEntry> find(llvm::StringRef Key) const;

private:
  static constexpr unsigned Unplaced = UINT_MAX;
  struct Slice {
    unsigned Begin = Unplaced;
    unsigned Size = 0;
  };
  llvm::DenseMap<llvm::StringRef, Slice> Slices;
  std::vector<NamedEntry> Entries;
  std::vector<llvm::StringRef> Keys; ///< of Entries, until they are finished
};

/// All packs of one run, indexed by the last component of every name.
/// Immutable once made, shared by every unit of a process.
class Catalog {
public:
  /// The built-in packs, those of the installation, then \p Files in their
  /// order; a file given again is read once. Mistakes go to \p Errors; a file
  /// with a mistake is left out as a whole.
  static std::shared_ptr<const Catalog>
  create(llvm::ArrayRef<std::string> Files, std::vector<PackError> &Errors);

  /// Over these packs only (for tests). They must outlive the catalog.
  static std::shared_ptr<const Catalog>
  fromPacks(llvm::ArrayRef<const Pack *> Packs);

  ~Catalog();

  /// Entries of functions and objects whose last component is \p Name: a
  /// destructor's is `~X`, an operator's `operator<<`. Entries of `*` aside.
  llvm::ArrayRef<NamedEntry> functionsNamed(llvm::StringRef Name) const;
  /// Entries of `*`, every method of a class whose last component is
  /// \p ClassName.
  llvm::ArrayRef<NamedEntry> methodsOf(llvm::StringRef ClassName) const;
  /// Entries of types whose last component is \p Name.
  llvm::ArrayRef<NamedEntry> typesNamed(llvm::StringRef Name) const;
  /// Is \p Name, with its namespaces, a class that a built-in pack speaks of:
  /// as a type, or because of its members?
  bool isLibraryClass(llvm::StringRef Name) const;
  /// The replacement for \p C in \p Runtime, or null. Later packs win.
  const Replacement *replacement(llvm::StringRef Runtime, Category C) const;

  llvm::ArrayRef<const Pack *> packs() const { return Packs; }

private:
  Catalog() = default;
  void addFile(const std::string &File, std::vector<PackError> &Errors);
  void index();
  void indexEntry(const Entry &E, const NamedEntry &Base);
  llvm::StringRef join(llvm::StringRef Scope, llvm::StringRef Inner);

  std::vector<std::unique_ptr<PackStorage>> Storage;
  llvm::SmallVector<const Pack *, 32> Packs;
  NameIndex Functions;
  NameIndex Methods;
  NameIndex Types;
  /// Scopes and types of built-in packs.
  llvm::DenseSet<llvm::StringRef> LibraryNames;
  /// Texts of the scopes that were joined from `in` and a name.
  llvm::BumpPtrAllocator Joined;
};

/// Packs that a project adds: `.async-tidy/packs/*.yaml` of the closest parent
/// of \p Directory that has one, sorted by name.
std::vector<std::string> projectPacks(llvm::StringRef Directory);

/// Packs that libraries add to the installation: `../share/async-tidy/packs/
/// *.yaml` of the directory that this executable or plugin is in, sorted.
std::vector<std::string> installedPacks();

} // namespace asynctidy::catalog

#endif // ASYNC_TIDY_LIB_CATALOG_CATALOG_H
