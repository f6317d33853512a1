//===-- EditorLink.cpp - Between editor and clangd ------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tools/async-clangd/EditorLink.h"
#include "tools/async-clangd/OpenFiles.h"
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

using llvm::StringRef;
namespace json = llvm::json;

namespace asynctidy {

namespace {

constexpr std::chrono::milliseconds LookEvery(250);

/// Hands the editor's messages to the server, and our own between them: one
/// after the other, since the server expects them so.
class Incoming : public clang::clangd::Transport::MessageHandler {
public:
  explicit Incoming(MessageHandler &Server)
      : Server(Server), Watch([this] { watch(); }) {}

  ~Incoming() override {
    {
      std::scoped_lock Lock(Mutex);
      Ended = true;
    }
    End.notify_one();
    Watch.join();
  }

  bool onNotify(StringRef Method, json::Value Params) override {
    std::scoped_lock Lock(Mutex);
    Files.notice(Method, Params);
    return Server.onNotify(Method, std::move(Params));
  }

  bool onCall(StringRef Method, json::Value Params, json::Value ID) override {
    std::scoped_lock Lock(Mutex);
    return Server.onCall(Method, std::move(Params), std::move(ID));
  }

  bool onReply(json::Value ID, llvm::Expected<json::Value> Result) override {
    std::scoped_lock Lock(Mutex);
    return Server.onReply(std::move(ID), std::move(Result));
  }

private:
  void watch() {
    std::unique_lock Lock(Mutex);
    while (!End.wait_for(Lock, LookEvery, [this] { return Ended; })) {
      OpenFiles::States Seen = Files.paths();
      // Nobody who types waits for a store.
      Lock.unlock();
      for (auto &[Path, State] : Seen)
        State = Stores.stateFor(Path);
      Lock.lock();
      if (Ended)
        break;
      for (json::Value &Change : Files.changesForNewFacts(Seen))
        Server.onNotify("textDocument/didChange", std::move(Change));
    }
  }

  MessageHandler &Server;
  std::mutex Mutex;
  std::condition_variable End;
  bool Ended = false;
  StoreChanges Stores;
  OpenFiles Files{Stores};
  std::thread Watch;
};

/// The page is made up from the name of the check.
void dropWrongLink(json::Value &Diagnostic) {
  json::Object *Fields = Diagnostic.getAsObject();
  if (Fields && isOurs(*Fields))
    Fields->erase("codeDescription");
}

} // namespace

void EditorLink::notify(StringRef Method, json::Value Params) {
  if (Method == "textDocument/publishDiagnostics")
    if (json::Object *Fields = Params.getAsObject()) {
      Titles.notice(*Fields);
      if (json::Array *Diagnostics = Fields->getArray("diagnostics"))
        llvm::for_each(*Diagnostics, dropWrongLink);
    }
  Editor->notify(Method, std::move(Params));
}

void EditorLink::call(StringRef Method, json::Value Params, json::Value ID) {
  Editor->call(Method, std::move(Params), std::move(ID));
}

void EditorLink::reply(json::Value ID, llvm::Expected<json::Value> Result) {
  if (Result)
    Titles.rename(*Result);
  Editor->reply(std::move(ID), std::move(Result));
}

llvm::Error EditorLink::loop(MessageHandler &Server) {
  Incoming Handler(Server);
  return Editor->loop(Handler);
}

} // namespace asynctidy
