//===-- ClangdParts.h - What is declared of clangd --------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Packages ship clangd's archives without headers: the little of them that is
/// used here.
///
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_TOOLS_ASYNC_CLANGD_CLANGDPARTS_H
#define ASYNC_TIDY_TOOLS_ASYNC_CLANGD_CLANGDPARTS_H

#include "clang-tidy/ClangTidyOptions.h"
#include "llvm/ADT/FunctionExtras.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/JSON.h"
#include <memory>

namespace clang::clangd {

int clangdMain(int Argc, char *Argv[]);

/// Never made here; the destructor is clangd's.
class SymbolIndex {
public:
  virtual ~SymbolIndex();
};

namespace remote {
/// The archive that has it needs gRPC. clangd takes nullptr for "built without
/// remote index".
std::unique_ptr<SymbolIndex> getClient(llvm::StringRef Address,
                                       llvm::StringRef ProjectRoot);
} // namespace remote

/// The messages between editor and server, in both directions.
class Transport {
public:
  virtual ~Transport() = default;

  // From the server.
  virtual void notify(llvm::StringRef Method, llvm::json::Value Params) = 0;
  virtual void call(llvm::StringRef Method, llvm::json::Value Params,
                    llvm::json::Value ID) = 0;
  virtual void reply(llvm::json::Value ID,
                     llvm::Expected<llvm::json::Value> Result) = 0;

  /// To the server. Each says whether to go on.
  class MessageHandler {
  public:
    virtual ~MessageHandler() = default;
    virtual bool onNotify(llvm::StringRef Method, llvm::json::Value Params) = 0;
    virtual bool onCall(llvm::StringRef Method, llvm::json::Value Params,
                        llvm::json::Value ID) = 0;
    virtual bool onReply(llvm::json::Value ID,
                         llvm::Expected<llvm::json::Value> Result) = 0;
  };
  /// Hands over what arrives, on this thread, until there is no more.
  virtual llvm::Error loop(MessageHandler &) = 0;
};

enum JSONStreamStyle { Standard, Delimited };

/// Fills the options of clang-tidy for a file.
using TidyProvider = llvm::unique_function<void(tidy::ClangTidyOptions &,
                                                llvm::StringRef) const>;

} // namespace clang::clangd

#endif // ASYNC_TIDY_TOOLS_ASYNC_CLANGD_CLANGDPARTS_H
