//===-- Json.cpp - Findings as JSON ---------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/report/Json.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/JSON.h"

namespace asynctidy::report {
namespace json = llvm::json;

namespace {

llvm::StringRef spelling(Level L) {
  return L == Level::Strict ? "strict" : "default";
}

llvm::StringRef spelling(Safety S) {
  return S == Safety::Unsafe ? "unsafe" : "safe";
}

void write(json::OStream &J, const Note &N);
void write(json::OStream &J, const Edit &E);
void write(json::OStream &J, const Fix &F);
void write(json::OStream &J, const Finding &F);
void write(json::OStream &J, const Failure &F);

template <typename T>
void writeList(json::OStream &J, llvm::StringRef Key,
               const std::vector<T> &Items) {
  J.attributeArray(Key, [&] {
    for (const T &Item : Items)
      write(J, Item);
  });
}

/// Sources may hold bytes that are no UTF-8; JSON may not.
void text(json::OStream &J, llvm::StringRef Key, llvm::StringRef Value) {
  J.attribute(Key, json::fixUTF8(Value));
}

void write(json::OStream &J, const Place &P) {
  text(J, "file", P.File);
  J.attribute("line", P.Line);
  J.attribute("column", P.Column);
}

void write(json::OStream &J, const Note &N) {
  J.object([&] {
    text(J, "message", N.Message);
    write(J, N.At);
  });
}

void write(json::OStream &J, const Edit &E) {
  J.object([&] {
    text(J, "file", E.File);
    J.attribute("offset", E.Offset);
    J.attribute("length", E.Length);
    text(J, "text", E.Text);
  });
}

void write(json::OStream &J, const Fix &F) {
  J.object([&] {
    J.attribute("safety", spelling(F.Kind));
    writeList(J, "edits", F.Edits);
  });
}

void write(json::OStream &J, const Finding &F) {
  J.object([&] {
    text(J, "check", F.Check);
    J.attribute("level", spelling(F.Lvl));
    text(J, "message", F.Message);
    write(J, F.At);
    text(J, "fingerprint", F.Fingerprint);
    writeList(J, "notes", F.Notes);
    writeList(J, "fixes", F.Fixes);
  });
}

void write(json::OStream &J, const Failure &F) {
  J.object([&] {
    text(J, "file", F.File);
    text(J, "message", F.Message);
  });
}

} // namespace

// Found by the mappers below through their argument's namespace.
static bool mapPlace(json::ObjectMapper &O, Place &P) {
  return O.map("file", P.File) && O.map("line", P.Line) &&
         O.map("column", P.Column);
}

static bool fromJSON(const json::Value &V, Note &N, json::Path P) {
  json::ObjectMapper O(V, P);
  return O && O.map("message", N.Message) && mapPlace(O, N.At);
}

static bool fromJSON(const json::Value &V, Edit &E, json::Path P) {
  json::ObjectMapper O(V, P);
  return O && O.map("file", E.File) && O.map("offset", E.Offset) &&
         O.map("length", E.Length) && O.map("text", E.Text);
}

static bool fromJSON(const json::Value &V, Fix &F, json::Path P) {
  json::ObjectMapper O(V, P);
  std::string Kind;
  if (!O || !O.map("safety", Kind) || !O.map("edits", F.Edits))
    return false;
  F.Kind = Kind == spelling(Safety::Safe) ? Safety::Safe : Safety::Unsafe;
  return true;
}

static bool fromJSON(const json::Value &V, Finding &F, json::Path P) {
  json::ObjectMapper O(V, P);
  std::string Lvl;
  if (!O || !O.map("check", F.Check) || !O.map("level", Lvl) ||
      !O.map("message", F.Message) || !mapPlace(O, F.At) ||
      !O.map("fingerprint", F.Fingerprint) || !O.map("notes", F.Notes) ||
      !O.map("fixes", F.Fixes))
    return false;
  F.Lvl = Lvl == spelling(Level::Strict) ? Level::Strict : Level::Default;
  return true;
}

static bool fromJSON(const json::Value &V, Failure &F, json::Path P) {
  json::ObjectMapper O(V, P);
  return O && O.map("file", F.File) && O.map("message", F.Message);
}

static bool fromJSON(const json::Value &V, UnitResult &R, json::Path P) {
  json::ObjectMapper O(V, P);
  return O && O.map("findings", R.Findings) && O.map("failures", R.Failures) &&
         O.map("configuration-errors", R.ConfigurationErrors);
}

void writeJson(const Report &R, llvm::raw_ostream &OS) {
  json::OStream J(OS, /*IndentSize=*/2);
  J.object([&] {
    J.attribute("version", 1);
    J.attributeObject("tool", [&] {
      J.attribute("name", "async-tidy");
      J.attribute("version", R.Version);
      J.attribute("llvm", R.LLVMVersion);
    });
    J.attributeObject("summary", [&] {
      J.attribute("findings", R.Findings.size());
      J.attribute("units", R.Units);
      J.attribute("failed", R.Failures.size());
      J.attribute("cached", R.Cached);
      J.attributeBegin("seconds");
      J.rawValue(llvm::formatv("{0:f3}", R.Seconds).str());
      J.attributeEnd();
    });
    writeList(J, "findings", R.Findings);
    writeList(J, "failures", R.Failures);
  });
  OS << '\n';
}

void writeUnitResult(const UnitResult &R, llvm::raw_ostream &OS) {
  json::OStream J(OS);
  J.object([&] {
    writeList(J, "findings", R.Findings);
    writeList(J, "failures", R.Failures);
    J.attributeArray("configuration-errors", [&] {
      for (const std::string &E : R.ConfigurationErrors)
        J.value(json::fixUTF8(E));
    });
  });
}

llvm::Expected<UnitResult> readUnitResult(llvm::StringRef Text) {
  return json::parse<UnitResult>(Text, "unit");
}

} // namespace asynctidy::report
