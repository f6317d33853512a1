//===-- KnownFacts.cpp - The rest of the program, from a store ------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/program/KnownFacts.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

namespace asynctidy::program {
namespace path = llvm::sys::path;

struct KnownFacts::Entry {
  std::optional<Store> Opened;
  /// The units when the store's count of changes was Change.
  std::vector<UnitFacts> Units;
  std::optional<uint64_t> Change;
  bool Complained = false;
};

KnownFacts::KnownFacts() = default;
KnownFacts::~KnownFacts() = default;

namespace {

/// The first answer of \p Ask for the folders above \p File, from the closest.
template <typename Fn> std::string forParents(llvm::StringRef File, Fn Ask) {
  for (llvm::StringRef Folder = path::parent_path(File); !Folder.empty();
       Folder = path::parent_path(Folder)) {
    if (Ask(Folder))
      return Folder.str();
    if (Folder == path::root_path(Folder))
      break;
  }
  return "";
}

std::string below(llvm::StringRef Folder, llvm::StringRef Name) {
  llvm::SmallString<256> Path(Folder);
  path::append(Path, Name);
  return Path.str().str();
}

} // namespace

std::string KnownFacts::open(llvm::StringRef Option, llvm::StringRef MainFile,
                             std::string &Problem) {
  Current = nullptr;
  if (Option == NoFacts || MainFile.empty())
    return "";
  std::string File = Option.str();
  if (File.empty()) {
    std::string Root = forParents(MainFile, [](llvm::StringRef Folder) {
      return llvm::sys::fs::exists(below(Folder, StorePath));
    });
    if (Root.empty())
      return "";
    File = below(Root, StorePath);
  }
  auto &E = Stores[File];
  if (!E)
    E = std::make_unique<Entry>();
  if (!E->Opened) {
    llvm::Expected<Store> S = Store::openReadOnly(File);
    if (!S) {
      std::string Message = llvm::toString(S.takeError());
      if (!E->Complained)
        Problem = Message;
      E->Complained = true;
      return "";
    }
    E->Opened.emplace(std::move(*S));
  }
  Current = E.get();
  // The root is where the unit has the name that the store knows it by; a new
  // file is in the project whose folder has the store.
  std::string Root = forParents(MainFile, [&](llvm::StringRef Folder) {
    llvm::StringRef Name = MainFile.drop_front(Folder.size());
    Name.consume_front("/");
    auto Record = E->Opened->record(Name);
    if (Record)
      return Record->has_value();
    llvm::consumeError(Record.takeError());
    return false;
  });
  if (!Root.empty())
    return Root;
  llvm::StringRef Folder = path::parent_path(File);
  return path::filename(Folder) == path::parent_path(StorePath)
             ? path::parent_path(Folder).str()
             : "";
}

std::unique_ptr<Program> KnownFacts::programWith(const UnitFacts &Own,
                                                 std::string &Problem) {
  auto P = std::make_unique<Program>();
  P->add(Own);
  if (!Current)
    return P;
  llvm::Expected<uint64_t> Change = Current->Opened->changeCount();
  if (!Change) {
    Problem = llvm::toString(Change.takeError());
    return P;
  }
  if (Current->Change != *Change) {
    Current->Units.clear();
    if (llvm::Error E = Current->Opened->forEachUnit([&](UnitFacts Facts) {
          Current->Units.push_back(std::move(Facts));
        })) {
      Problem = llvm::toString(std::move(E));
      return P;
    }
    Current->Change = *Change;
  }
  for (const UnitFacts &Facts : Current->Units)
    if (Facts.Unit != Own.Unit)
      P->add(Facts);
  return P;
}

} // namespace asynctidy::program
