//===-- Model.cpp - How packs spell the model -----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/catalog/Model.h"

namespace asynctidy::catalog {

namespace {

constexpr llvm::StringRef Categories[NumCategories] = {
    "sleep", "file",    "dns",  "network", "http",   "database",
    "cache", "process", "wait", "lock",    "console"};

constexpr llvm::StringRef Levels[] = {"default", "strict"};

constexpr llvm::StringRef Contexts[] = {"loop",    "offload", "inline",
                                        "startup", "thread",  "shutdown"};

constexpr llvm::StringRef CoroutineKinds[] = {"task", "generator", "thread"};

constexpr llvm::StringRef EventKinds[] = {
    "runs-loop",          "accepts",           "handles-signal", "stops",
    "answers-exceptions", "handles-exceptions"};

constexpr llvm::StringRef ResourceKinds[] = {"pool", "client", "connection",
                                             "executor"};

constexpr llvm::StringRef Verdicts[] = {"default", "strict", "fine"};

constexpr llvm::StringRef ParameterKinds[] = {"size", "limit", "wait",
                                              "recycle", "connect"};

constexpr llvm::StringRef TextSyntaxes[] = {"uri", "uri-path", "key-value",
                                            "semicolon"};

constexpr llvm::StringRef DurationUnits[] = {"chrono", "s", "ms", "us", "ns"};

constexpr llvm::StringRef ReadKinds[] = {
    "body",     "document", "field", "value",  "parameter", "object",
    "optional", "test",     "merge", "entity", "rows"};

// Absence::Unsaid is what a pack doesn't spell.
constexpr llvm::StringRef Absences[] = {
    "none", "empty", "zero", "false", "throws", "keeps", "undefined", "error"};

constexpr llvm::StringRef Sections[NumSections] = {
    "blocking",  "nonblocking", "descriptors", "coroutines", "callbacks",
    "overrides", "executors",   "wrappers",    "switches",   "locks",
    "events",    "makers",      "resources",   "parameters", "routes",
    "reads",     "answers"};

} // namespace

template <> llvm::ArrayRef<llvm::StringRef> spellings<Category>() {
  return Categories;
}
template <> llvm::ArrayRef<llvm::StringRef> spellings<Level>() {
  return Levels;
}
template <> llvm::ArrayRef<llvm::StringRef> spellings<Context>() {
  return Contexts;
}
template <> llvm::ArrayRef<llvm::StringRef> spellings<CoroutineKind>() {
  return CoroutineKinds;
}
template <> llvm::ArrayRef<llvm::StringRef> spellings<EventKind>() {
  return EventKinds;
}
template <> llvm::ArrayRef<llvm::StringRef> spellings<ResourceKind>() {
  return ResourceKinds;
}
template <> llvm::ArrayRef<llvm::StringRef> spellings<Verdict>() {
  return Verdicts;
}
template <> llvm::ArrayRef<llvm::StringRef> spellings<ParameterKind>() {
  return ParameterKinds;
}
template <> llvm::ArrayRef<llvm::StringRef> spellings<TextSyntax>() {
  return TextSyntaxes;
}
template <> llvm::ArrayRef<llvm::StringRef> spellings<DurationUnit>() {
  return DurationUnits;
}
template <> llvm::ArrayRef<llvm::StringRef> spellings<ReadKind>() {
  return ReadKinds;
}
template <> llvm::ArrayRef<llvm::StringRef> spellings<Absence>() {
  return Absences;
}
template <> llvm::ArrayRef<llvm::StringRef> spellings<Section>() {
  return Sections;
}

std::pair<llvm::StringRef, llvm::StringRef> splitName(llvm::StringRef Name) {
  // The type of a conversion operator may have scopes of its own.
  size_t End = Name.size();
  for (size_t At = Name.find("operator"); At != llvm::StringRef::npos;
       At = Name.find("operator", At + 1))
    if ((At == 0 || Name[At - 1] == ':') &&
        Name.substr(At + 8).starts_with(" "))
      End = At;
  size_t Colons = Name.take_front(End).rfind("::");
  if (Colons == llvm::StringRef::npos)
    return {"", Name};
  return {Name.take_front(Colons), Name.drop_front(Colons + 2)};
}

} // namespace asynctidy::catalog
