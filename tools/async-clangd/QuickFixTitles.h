//===-- QuickFixTitles.h - What fixes are called ----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_TOOLS_ASYNC_CLANGD_QUICKFIXTITLES_H
#define ASYNC_TIDY_TOOLS_ASYNC_CLANGD_QUICKFIXTITLES_H

#include "llvm/Support/JSON.h"
#include <map>
#include <mutex>
#include <string>

namespace asynctidy {

/// Is a diagnostic of the protocol one of our checks'?
bool isOurs(const llvm::json::Object &Diagnostic);

/// clangd calls a fix of several edits as the finding is called, "'sleep_for'
/// blocks the event loop": these get the finding's cure instead, "Use 'co_await
/// ...' instead". May be asked by several threads.
class QuickFixTitles {
public:
  /// Reads the parameters of `textDocument/publishDiagnostics`.
  void notice(const llvm::json::Object &Published);
  /// Renames in the answer to `textDocument/codeAction`; leaves others alone.
  void rename(llvm::json::Value &Answer);

private:
  /// A finding in its file, as an answer repeats it.
  using Finding = std::string;

  std::mutex Mutex;
  /// By URI.
  std::map<std::string, std::map<Finding, std::string>, std::less<>> Cures;
};

} // namespace asynctidy

#endif // ASYNC_TIDY_TOOLS_ASYNC_CLANGD_QUICKFIXTITLES_H
