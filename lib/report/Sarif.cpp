//===-- Sarif.cpp - Findings as SARIF -------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Clang's own SarifDocumentWriter takes source locations of files that can be
/// read, writes absolute names alone, and knows neither fixes nor failures. Its
/// way to write a file's name as a URI is used.
///
//===----------------------------------------------------------------------===//

#include "lib/report/Sarif.h"
#include "lib/report/Report.h"
#include "clang/Basic/Sarif.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/Path.h"

namespace asynctidy::report {
namespace json = llvm::json;
using llvm::StringRef;

namespace {

constexpr llvm::StringLiteral
    Schema("https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/"
           "schemas/sarif-schema-2.1.0.json");
/// What relative names are relative to: a viewer may know it better.
constexpr llvm::StringLiteral Base("%SRCROOT%");

StringRef spelling(Level L) { return L == Level::Strict ? "note" : "warning"; }

/// Of the text in front of a column: bytes that continue a character don't
/// count, characters beyond the basic plane count twice.
unsigned utf16Units(StringRef Text) {
  unsigned Units = 0;
  for (unsigned char C : Text)
    Units += (C & 0xC0) == 0x80 ? 0 : C >= 0xF0 ? 2 : 1;
  return Units;
}

/// The bytes of the word at the beginning, or of one character.
size_t wordLength(StringRef Text) {
  size_t Word =
      Text.take_while([](char C) { return llvm::isAlnum(C) || C == '_'; })
          .size();
  if (Word || Text.empty())
    return Word;
  return 1 + Text.drop_front()
                 .take_while([](char C) { return (C & 0xC0) == 0x80; })
                 .size();
}

/// Makes the document, from the outside in.
class Writer {
public:
  Writer(const Report &R, llvm::ArrayRef<Rule> Rules, Sources &Files,
         llvm::raw_ostream &OS)
      : R(R), Rules(Rules), Files(Files), J(OS, /*IndentSize=*/2),
        RootUri(clang::SarifDocumentWriter::fileNameToURI(R.Root)) {
    if (!StringRef(RootUri).ends_with("/"))
      RootUri += '/';
  }

  void document() {
    J.object([&] {
      J.attribute("$schema", Schema);
      J.attribute("version", "2.1.0");
      J.attributeArray("runs", [&] { J.object([&] { run(); }); });
    });
  }

private:
  void run() {
    J.attributeObject("tool", [&] {
      J.attributeObject("driver", [&] {
        J.attribute("name", "async-tidy");
        J.attribute("version", R.Version);
        J.attributeArray("rules", [&] {
          for (const Rule &Check : Rules)
            rule(Check);
        });
      });
    });
    J.attributeArray("invocations", [&] { J.object([&] { invocation(); }); });
    J.attributeObject("originalUriBaseIds", [&] {
      J.attributeObject(Base, [&] { J.attribute("uri", RootUri); });
    });
    J.attribute("columnKind", "utf16CodeUnits");
    J.attributeArray("results", [&] {
      for (const Finding &F : R.Findings)
        J.object([&] { result(F); });
    });
  }

  void rule(const Rule &Check) {
    J.object([&] {
      J.attribute("id", Check.Name);
      // The line says it all; GitHub wants both.
      message("shortDescription", Check.Summary);
      message("fullDescription", Check.Summary);
      J.attributeObject("help", [&] {
        J.attribute("text", Check.Help);
        J.attribute("markdown", Check.Help);
      });
      J.attributeObject("defaultConfiguration",
                        [&] { J.attribute("level", spelling(Check.Lvl)); });
    });
  }

  /// What couldn't be analysed.
  void invocation() {
    J.attribute("executionSuccessful", R.Failures.empty());
    J.attributeArray("toolExecutionNotifications", [&] {
      for (const Failure &F : R.Failures)
        J.object([&] {
          J.attribute("level", "error");
          message("message", "could not be analysed: " + F.Message);
          locations({F.File});
        });
    });
  }

  void result(const Finding &F) {
    J.attribute("ruleId", F.Check);
    const auto *Check = llvm::find_if(
        Rules, [&](const Rule &Known) { return Known.Name == F.Check; });
    if (Check != Rules.end())
      J.attribute("ruleIndex", Check - Rules.begin());
    J.attribute("level", spelling(F.Lvl));

    // A viewer shows the message before anything else.
    std::string Text = F.Message;
    std::vector<const Note *> Steps;
    const Note *Cure = cure(F);
    for (const Note &N : F.Notes) {
      if (isStep(N) && &N != Cure)
        Steps.push_back(&N);
      else if (&N != Cure)
        Text += "\nnote: " + N.Message;
    }
    if (Cure)
      Text += "\nhelp: " + Cure->Message;
    message("message", Text);
    locations(F.At);
    J.attributeObject("partialFingerprints",
                      [&] { J.attribute("asyncTidy/v1", F.Fingerprint); });
    if (!Steps.empty())
      codeFlow(Steps);
    fixes(F);
  }

  /// One flow, as the notes lead from the finding to its cause.
  void codeFlow(llvm::ArrayRef<const Note *> Steps) {
    auto Step = [&](const Note &N) {
      J.object([&] {
        J.attributeObject("location", [&] {
          physicalLocation(N.At);
          message("message", N.Message);
        });
      });
    };
    J.attributeArray("codeFlows", [&] {
      J.object([&] {
        J.attributeArray("threadFlows", [&] {
          J.object([&] {
            J.attributeArray("locations", [&] {
              for (const Note *N : Steps)
                Step(*N);
            });
          });
        });
      });
    });
  }

  /// Safe ones first: a viewer may offer only one.
  void fixes(const Finding &F) {
    std::vector<const Fix *> Shown;
    for (Safety Kind : {Safety::Safe, Safety::Unsafe})
      for (const Fix &X : F.Fixes)
        if (X.Kind == Kind && canBeTold(X))
          Shown.push_back(&X);
    if (Shown.empty())
      return;
    J.attributeArray("fixes", [&] {
      for (const Fix *X : Shown)
        J.object([&] { fix(*X); });
    });
  }

  bool canBeTold(const Fix &X) {
    return !X.Edits.empty() && llvm::all_of(X.Edits, [&](const Edit &E) {
      std::optional<size_t> Size = Files.size(E.File);
      return Size && E.Offset <= *Size && E.Length <= *Size - E.Offset &&
             json::isUTF8(E.Text);
    });
  }

  void fix(const Fix &X) {
    message("description", X.Kind == Safety::Safe ? "safe: keeps the meaning"
                                                  : "unsafe: needs a look");
    llvm::MapVector<StringRef, std::vector<const Edit *>> ByFile;
    for (const Edit &E : X.Edits)
      ByFile[E.File].push_back(&E);
    J.attributeArray("artifactChanges", [&] {
      for (const auto &[File, Edits] : ByFile)
        J.object([&] {
          artifactLocation(File);
          J.attributeArray("replacements", [&] {
            for (const Edit *E : Edits)
              J.object([&] { replacement(*E); });
          });
        });
    });
  }

  /// The same place twice: inserted text asks for lines and columns, and
  /// without them a region is one of a binary file.
  void replacement(const Edit &E) {
    J.attributeObject("deletedRegion", [&] {
      auto [StartLine, StartColumn] = position(E.File, E.Offset);
      auto [EndLine, EndColumn] = position(E.File, E.Offset + E.Length);
      J.attribute("startLine", StartLine);
      J.attribute("startColumn", StartColumn);
      J.attribute("endLine", EndLine);
      J.attribute("endColumn", EndColumn);
      J.attribute("byteOffset", E.Offset);
      J.attribute("byteLength", E.Length);
    });
    message("insertedContent", E.Text);
  }

  /// Line and column of a byte.
  std::pair<unsigned, unsigned> position(StringRef File, unsigned Offset) {
    auto [Line, Column] = Files.position(File, Offset);
    StringRef Before = Files.line(File, Line).take_front(Column - 1);
    return {Line, utf16Units(Before) + 1};
  }

  void locations(const Place &At) {
    J.attributeArray("locations", [&] {
      if (!At.File.empty())
        J.object([&] { physicalLocation(At); });
    });
  }

  void physicalLocation(const Place &At) {
    J.attributeObject("physicalLocation", [&] {
      artifactLocation(At.File);
      if (At.Line)
        J.attributeObject("region", [&] { region(At); });
    });
  }

  /// The word at the place.
  void region(const Place &At) {
    J.attribute("startLine", At.Line);
    if (At.Column == 0)
      return;
    StringRef Line = Files.line(At.File, At.Line);
    if (At.Column > Line.size()) {
      J.attribute("startColumn", At.Column);
      return;
    }
    unsigned Start = utf16Units(Line.take_front(At.Column - 1)) + 1;
    StringRef Rest = Line.drop_front(At.Column - 1);
    J.attribute("startColumn", Start);
    J.attribute("endColumn",
                Start + utf16Units(Rest.take_front(wordLength(Rest))));
  }

  void artifactLocation(StringRef File) {
    J.attributeObject("artifactLocation", [&] {
      if (llvm::sys::path::is_absolute(File)) {
        J.attribute("uri", clang::SarifDocumentWriter::fileNameToURI(File));
        return;
      }
      J.attribute("uri", relativeUri(File));
      J.attribute("uriBaseId", Base);
    });
  }

  std::string relativeUri(StringRef File) const {
    std::string Whole =
        clang::SarifDocumentWriter::fileNameToURI(("/" + File).str());
    std::string Result;
    // What stands before a colon would be a scheme.
    for (char C : StringRef(Whole).drop_front(StringRef("file:///").size()))
      Result += C == ':' ? std::string("%3A") : std::string(1, C);
    return Result;
  }

  /// Sources may hold bytes that are no UTF-8; JSON may not.
  void message(StringRef Key, StringRef Text) {
    J.attributeObject(Key, [&] { J.attribute("text", json::fixUTF8(Text)); });
  }

  const Report &R;
  llvm::ArrayRef<Rule> Rules;
  Sources &Files;
  json::OStream J;
  std::string RootUri;
};

} // namespace

void writeSarif(const Report &R, llvm::ArrayRef<Rule> Rules, Sources &Files,
                llvm::raw_ostream &OS) {
  Writer(R, Rules, Files, OS).document();
  OS << '\n';
}

} // namespace asynctidy::report
