//===-- KnownFacts.cpp - The rest of the program, from a store ------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/program/KnownFacts.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

namespace asynctidy::program {
namespace path = llvm::sys::path;

struct KnownFacts::Entry {
  std::optional<Store> Opened;
  /// The units when the store's count of changes was Change.
  std::shared_ptr<const std::vector<UnitFacts>> Units;
  uint64_t Change = 0;
  bool Complained = false;

  llvm::Error refresh(llvm::StringRef File);
  llvm::Error readUnits();
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

/// The root is where the unit has the name that the store knows it by; a new
/// file is in the project whose folder has the store.
std::string rootOf(const Store &S, llvm::StringRef StoreFile,
                   llvm::StringRef MainFile) {
  std::string Root = forParents(MainFile, [&](llvm::StringRef Folder) {
    llvm::StringRef Name = MainFile.drop_front(Folder.size());
    Name.consume_front("/");
    auto Record = S.record(Name);
    if (Record)
      return Record->has_value();
    llvm::consumeError(Record.takeError());
    return false;
  });
  if (!Root.empty())
    return Root;
  llvm::StringRef Folder = path::parent_path(StoreFile);
  return path::filename(Folder) == path::parent_path(StorePath)
             ? path::parent_path(Folder).str()
             : "";
}

} // namespace

std::string storeAround(llvm::StringRef File) {
  std::string Root = forParents(File, [](llvm::StringRef Folder) {
    return llvm::sys::fs::exists(below(Folder, StorePath));
  });
  return Root.empty() ? "" : below(Root, StorePath);
}

llvm::Error KnownFacts::Entry::readUnits() {
  llvm::Expected<uint64_t> Now = Opened->changeCount();
  if (!Now)
    return Now.takeError();
  if (Units && Change == *Now)
    return llvm::Error::success();
  std::vector<UnitFacts> All;
  if (llvm::Error Failed = Opened->forEachUnit(
          [&](UnitFacts Facts) { All.push_back(std::move(Facts)); }))
    return Failed;
  Units = std::make_shared<const std::vector<UnitFacts>>(std::move(All));
  Change = *Now;
  return llvm::Error::success();
}

llvm::Error KnownFacts::Entry::refresh(llvm::StringRef File) {
  if (Opened) {
    llvm::Error Failed = readUnits();
    if (!Failed)
      return llvm::Error::success();
    // Another store may have taken its place since.
    llvm::consumeError(std::move(Failed));
    Opened.reset();
  }
  Units.reset();
  llvm::Expected<Store> S = Store::openReadOnly(File);
  if (!S)
    return S.takeError();
  Opened.emplace(std::move(*S));
  llvm::Error Failed = readUnits();
  if (Failed)
    Opened.reset();
  return Failed;
}

OtherUnits KnownFacts::read(llvm::StringRef Option, llvm::StringRef MainFile,
                            std::string &Problem) {
  if (Option == NoFacts || MainFile.empty())
    return {};
  std::string File = Option.str();
  if (File.empty())
    File = storeAround(MainFile);
  if (File.empty())
    return {};
  std::scoped_lock Lock(Mutex);
  auto &E = Stores[File];
  if (!E)
    E = std::make_unique<Entry>();
  if (llvm::Error Failed = E->refresh(File)) {
    std::string Message = llvm::toString(std::move(Failed));
    if (!E->Complained)
      Problem = Message;
    E->Complained = true;
    return {};
  }
  E->Complained = false;
  return {rootOf(*E->Opened, File, MainFile), E->Units};
}

UnitFacts ofHeaders(UnitFacts Facts) {
  auto Main = static_cast<FileIndex>(llvm::find(Facts.Files, Facts.Unit) -
                                     Facts.Files.begin());
  for (Symbol &S : Facts.Symbols)
    if (S.DeclaredIn == Main) {
      S.Defined = S.Instantiated = false;
      S.Says = Symbol::NoAnnotation;
    }
  for (const FunctionFact &F : Facts.Functions)
    if (F.At.File == Main)
      Facts.Symbols[F.Symbol].Defined = false;
  auto DropMain = [&](llvm::StringRef, auto &Table) {
    llvm::erase_if(Table, [&](const auto &Fact) {
      if constexpr (requires { Fact.At; })
        return Fact.At.File == Main;
      else if constexpr (requires { Fact.Why.At; })
        return Fact.Why.At.File == Main;
      else
        return false;
    });
  };
  Facts.visitKinds(DropMain);
  return Facts;
}

std::unique_ptr<Program> programOf(const UnitFacts &Own, Seen Parsed,
                                   const OtherUnits &Others) {
  auto P = std::make_unique<Program>();
  P->add(Own);
  if (!Others.Units)
    return P;
  for (const UnitFacts &Facts : *Others.Units)
    if (Facts.Unit == Own.Unit && Parsed == Seen::MainFile)
      P->add(ofHeaders(Facts)); // goes on with the same unit
  for (const UnitFacts &Facts : *Others.Units)
    if (Facts.Unit != Own.Unit)
      P->add(Facts);
  return P;
}

} // namespace asynctidy::program
