//===-- QuickFixTitles.cpp - What fixes are called ------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tools/async-clangd/QuickFixTitles.h"
#include "checks/OwnChecks.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/raw_ostream.h"

using llvm::StringRef;
namespace json = llvm::json;

namespace asynctidy {

bool isOurs(const json::Object &Diagnostic) {
  return Diagnostic.getString("code").value_or("").starts_with(CheckPrefix);
}

namespace {

/// Its message and range.
std::string key(const json::Object &Diagnostic) {
  std::string Result;
  llvm::raw_string_ostream OS(Result);
  OS << Diagnostic.getString("message").value_or("");
  if (const json::Value *Range = Diagnostic.get("range"))
    OS << *Range;
  return Result;
}

/// The cure stands last, but for why a finding is strict.
StringRef cureOf(const json::Object &Diagnostic) {
  const json::Array *Notes = Diagnostic.getArray("relatedInformation");
  if (!Notes)
    return "";
  for (const json::Value &Note : llvm::reverse(*Notes)) {
    const json::Object *Fields = Note.getAsObject();
    StringRef Message = Fields ? Fields->getString("message").value_or("") : "";
    if (!Message.starts_with("Level strict: "))
      return Message;
  }
  return "";
}

} // namespace

void QuickFixTitles::notice(const json::Object &Published) {
  std::map<Finding, std::string> Now;
  if (const json::Array *Diagnostics = Published.getArray("diagnostics"))
    for (const json::Value &Each : *Diagnostics)
      if (const json::Object *Diagnostic = Each.getAsObject();
          Diagnostic && isOurs(*Diagnostic))
        if (StringRef Cure = cureOf(*Diagnostic); !Cure.empty())
          Now[key(*Diagnostic)] = Cure;
  std::string Uri = Published.getString("uri").value_or("").str();
  std::scoped_lock Lock(Mutex);
  if (Now.empty())
    Cures.erase(Uri);
  else
    Cures[Uri] = std::move(Now);
}

void QuickFixTitles::rename(json::Value &Answer) {
  json::Array *Actions = Answer.getAsArray();
  if (!Actions)
    return;
  std::scoped_lock Lock(Mutex);
  for (json::Value &Each : *Actions) {
    json::Object *Action = Each.getAsObject();
    const json::Array *Mended =
        Action ? Action->getArray("diagnostics") : nullptr;
    const json::Object *Diagnostic =
        Mended && !Mended->empty() ? Mended->front().getAsObject() : nullptr;
    StringRef Title = Action ? Action->getString("title").value_or("") : "";
    // What clangd adds to a message tells how many fixes there are.
    if (!Diagnostic || !isOurs(*Diagnostic) || Title.empty() ||
        !Diagnostic->getString("message").value_or("").starts_with_insensitive(
            Title))
      continue;
    for (const auto &[Uri, Findings] : Cures)
      if (auto Known = Findings.find(key(*Diagnostic));
          Known != Findings.end()) {
        (*Action)["title"] = Known->second;
        break;
      }
  }
}

} // namespace asynctidy
