//===-- StoreChanges.cpp - Has a fact store changed? ----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tools/async-clangd/StoreChanges.h"
#include "lib/program/KnownFacts.h"

namespace asynctidy {

StoreChanges::State StoreChanges::stateFor(llvm::StringRef File) {
  std::string Store = program::storeAround(File);
  uint64_t Count = Store.empty() ? 0 : countOf(Store);
  return {std::move(Store), Count};
}

uint64_t StoreChanges::countOf(llvm::StringRef Store) {
  std::scoped_lock Lock(Mutex);
  Entry &E = Stores[Store.str()];
  if (E.Opened) {
    llvm::Expected<uint64_t> Now = E.Opened->changeCount();
    if (Now) {
      E.Count += *Now != E.Seen;
      E.Seen = *Now;
      return E.Count;
    }
    llvm::consumeError(Now.takeError());
    E.Opened.reset();
  }
  // A store that can't be read says nothing new; the checks say why.
  llvm::Expected<program::Store> Opened = program::Store::openReadOnly(Store);
  if (!Opened) {
    llvm::consumeError(Opened.takeError());
    return E.Count;
  }
  llvm::Expected<uint64_t> Now = Opened->changeCount();
  if (!Now) {
    llvm::consumeError(Now.takeError());
    return E.Count;
  }
  E.Seen = *Now;
  E.Opened.emplace(std::move(*Opened));
  return ++E.Count;
}

} // namespace asynctidy
