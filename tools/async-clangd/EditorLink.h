//===-- EditorLink.h - Between editor and clangd ----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_TOOLS_ASYNC_CLANGD_EDITORLINK_H
#define ASYNC_TIDY_TOOLS_ASYNC_CLANGD_EDITORLINK_H

#include "tools/async-clangd/ClangdParts.h"
#include "tools/async-clangd/QuickFixTitles.h"

namespace asynctidy {

/// Passes messages on as they are, with three exceptions: when the fact store
/// of an open file changes, clangd is made to diagnose the file again; our
/// diagnostics lose the link to a page of clang-tidy's, which doesn't exist;
/// and their fixes are called by what they do.
class EditorLink : public clang::clangd::Transport {
public:
  explicit EditorLink(std::unique_ptr<Transport> Editor)
      : Editor(std::move(Editor)) {}

  void notify(llvm::StringRef Method, llvm::json::Value Params) override;
  void call(llvm::StringRef Method, llvm::json::Value Params,
            llvm::json::Value ID) override;
  void reply(llvm::json::Value ID,
             llvm::Expected<llvm::json::Value> Result) override;
  llvm::Error loop(MessageHandler &Server) override;

private:
  std::unique_ptr<Transport> Editor;
  QuickFixTitles Titles;
};

} // namespace asynctidy

#endif // ASYNC_TIDY_TOOLS_ASYNC_CLANGD_EDITORLINK_H
