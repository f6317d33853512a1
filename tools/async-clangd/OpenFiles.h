//===-- OpenFiles.h - What the editor has open ------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_TOOLS_ASYNC_CLANGD_OPENFILES_H
#define ASYNC_TIDY_TOOLS_ASYNC_CLANGD_OPENFILES_H

#include "tools/async-clangd/StoreChanges.h"
#include "llvm/Support/JSON.h"
#include <chrono>

namespace asynctidy {

/// The files that are open, and the state of their projects' fact stores.
class OpenFiles {
public:
  explicit OpenFiles(StoreChanges &Stores) : Stores(Stores) {}

  /// Reads what a notification of the editor says of open files.
  void notice(llvm::StringRef Method, const llvm::json::Value &Params);

  /// What stores are like now, by the path of an open file.
  using States = std::map<std::string, StoreChanges::State>;
  /// All open files, with nothing known yet.
  States paths() const;

  /// The parameters of `textDocument/didChange` that make clangd diagnose files
  /// again whose store has changed and come to rest. It does so for another
  /// text only: each file gets an empty line at its end, and loses it again.
  std::vector<llvm::json::Value> changesForNewFacts(const States &Seen);

private:
  using Clock = std::chrono::steady_clock;
  struct File {
    std::string Path;
    /// As the editor gave it; null when it doesn't count.
    llvm::json::Value Version = nullptr;
    /// How many line ends the text has.
    int64_t LineEnds = 0;
    /// What the diagnostics are made with, at least.
    StoreChanges::State Known;
    /// What the store is like now, and since when.
    StoreChanges::State Now;
    Clock::time_point Since;
  };
  static void change(File &F, const llvm::json::Object &Change);

  StoreChanges &Stores;
  /// By URI.
  std::map<std::string, File, std::less<>> Files;
};

} // namespace asynctidy

#endif // ASYNC_TIDY_TOOLS_ASYNC_CLANGD_OPENFILES_H
