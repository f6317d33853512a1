//===-- StoreChanges.h - Has a fact store changed? --------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_TOOLS_ASYNC_CLANGD_STORECHANGES_H
#define ASYNC_TIDY_TOOLS_ASYNC_CLANGD_STORECHANGES_H

#include "lib/program/Store.h"
#include <map>
#include <mutex>
#include <optional>
#include <string>

namespace asynctidy {

/// Looks at the stores of projects. Any number of threads may ask; each waits
/// where a store is being written.
class StoreChanges {
public:
  /// What the store of the project around \p File was like.
  struct State {
    /// Empty when there is none.
    std::string Store;
    uint64_t Count = 0;

    bool operator==(const State &) const = default;
  };

  State stateFor(llvm::StringRef File);

private:
  struct Entry {
    std::optional<program::Store> Opened;
    uint64_t Seen = 0;
    /// Goes on counting when a store gives way to another.
    uint64_t Count = 0;
  };
  uint64_t countOf(llvm::StringRef Store);

  std::mutex Mutex;
  std::map<std::string, Entry, std::less<>> Stores;
};

} // namespace asynctidy

#endif // ASYNC_TIDY_TOOLS_ASYNC_CLANGD_STORECHANGES_H
