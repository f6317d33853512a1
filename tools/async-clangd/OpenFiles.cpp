//===-- OpenFiles.cpp - What the editor has open --------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tools/async-clangd/OpenFiles.h"
#include "llvm/ADT/StringExtras.h"

using llvm::StringRef;
namespace json = llvm::json;

namespace asynctidy {

namespace {

/// A run writes one unit after the other.
constexpr std::chrono::milliseconds Rest(750);

/// The path of a `file:` URI; empty for any other.
std::string pathOf(StringRef Uri) {
  if (!Uri.consume_front("file://"))
    return "";
  std::string Path;
  while (!Uri.empty()) {
    uint8_t Byte;
    if (Uri.size() >= 3 && Uri.front() == '%' &&
        llvm::tryGetHexFromNibbles(Uri[1], Uri[2], Byte)) {
      Path += static_cast<char>(Byte);
      Uri = Uri.drop_front(3);
    } else {
      Path += Uri.front();
      Uri = Uri.drop_front();
    }
  }
  return Path;
}

json::Value versionOf(const json::Object &Document) {
  const json::Value *Version = Document.get("version");
  return Version ? *Version : json::Value(nullptr);
}

json::Object position(int64_t Line) {
  return json::Object{{"line", Line}, {"character", 0}};
}

json::Value change(StringRef Uri, const json::Value &Version, int64_t First,
                   int64_t Last, StringRef Text) {
  return json::Object{
      {"textDocument", json::Object{{"uri", Uri}, {"version", Version}}},
      {"contentChanges", json::Array{json::Object{
                             {"range", json::Object{{"start", position(First)},
                                                    {"end", position(Last)}}},
                             {"text", Text}}}},
      {"wantDiagnostics", true}};
}

} // namespace

void OpenFiles::notice(StringRef Method, const json::Value &Params) {
  const json::Object *Fields = Params.getAsObject();
  const json::Object *Document =
      Fields ? Fields->getObject("textDocument") : nullptr;
  if (!Document)
    return;
  StringRef Uri = Document->getString("uri").value_or("");
  if (Method == "textDocument/didClose") {
    Files.erase(Uri.str());
  } else if (Method == "textDocument/didOpen") {
    File F;
    F.Path = pathOf(Uri);
    F.Version = versionOf(*Document);
    F.LineEnds = Document->getString("text").value_or("").count('\n');
    F.Known = F.Now = Stores.stateFor(F.Path);
    Files.insert_or_assign(Uri.str(), std::move(F));
  } else if (Method == "textDocument/didChange") {
    auto It = Files.find(Uri);
    const json::Array *Changes = Fields->getArray("contentChanges");
    if (It == Files.end() || !Changes)
      return;
    It->second.Version = versionOf(*Document);
    for (const json::Value &C : *Changes)
      if (const json::Object *Change = C.getAsObject())
        change(It->second, *Change);
  }
}

void OpenFiles::change(File &F, const json::Object &Change) {
  int64_t Written = Change.getString("text").value_or("").count('\n');
  const json::Object *Range = Change.getObject("range");
  if (!Range) {
    F.LineEnds = Written; // the whole text
    return;
  }
  auto Line = [&](StringRef End) -> int64_t {
    const json::Object *Position = Range->getObject(End);
    return Position ? Position->getInteger("line").value_or(0) : 0;
  };
  F.LineEnds += Written - (Line("end") - Line("start"));
}

OpenFiles::States OpenFiles::paths() const {
  States Result;
  for (const auto &[Uri, F] : Files)
    Result.try_emplace(F.Path);
  return Result;
}

std::vector<json::Value> OpenFiles::changesForNewFacts(const States &Seen) {
  std::vector<json::Value> Result;
  for (auto &[Uri, F] : Files) {
    auto It = Seen.find(F.Path);
    if (It == Seen.end())
      continue; // opened since
    if (It->second != F.Now) {
      F.Now = It->second;
      F.Since = Clock::now();
    }
    if (F.Now == F.Known || Clock::now() - F.Since < Rest)
      continue;
    F.Known = F.Now;
    Result.push_back(
        asynctidy::change(Uri, F.Version, F.LineEnds, F.LineEnds, "\n"));
    Result.push_back(
        asynctidy::change(Uri, F.Version, F.LineEnds, F.LineEnds + 1, ""));
  }
  return Result;
}

} // namespace asynctidy
