//===-- ReadReader.cpp - Reads `reads` ------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/catalog/EntryReader.h"
#include "llvm/ADT/STLExtras.h"

using llvm::StringRef;

namespace asynctidy::catalog {

namespace {

constexpr StringRef TestPlaceholders[] = {"from", "key", "read"};
constexpr StringRef MergePlaceholders[] = {"target", "from", "type"};

bool isKeyed(ReadKind Kind) {
  return Kind == ReadKind::Field || Kind == ReadKind::Parameter;
}

bool isWhole(ReadKind Kind) {
  return Kind == ReadKind::Value || Kind == ReadKind::Object;
}

} // namespace

void EntryReader::readReads(const PackFields &Fields, const YamlNode &Node,
                            Entry &E) {
  ReadUse &Use = E.Read;
  const YamlNode *Gives = Fields.require("gives");
  if (!Gives)
    return;
  Use.Kind = Values.word<ReadKind>(*Gives);
  if (E.Types.empty() == (Use.Kind == ReadKind::Optional))
    Values.mistake(Node, "'types' and 'gives: optional' go together");
  if (const YamlNode *From = Fields.get("from"))
    Use.From = Values.index(*From, IndexWord::Receiver);
  if (const YamlNode *Key = Fields.get("key"))
    Use.Key = Values.index(*Key);
  else if (isKeyed(Use.Kind))
    Fields.require("key");
  if (const YamlNode *Default = Fields.get("default"))
    Use.Default = Values.index(*Default);
  if (const YamlNode *Into = Fields.get("into"))
    Use.Into = Values.index(*Into);
  if (const YamlNode *Absent = Fields.get("absent"))
    Use.Absent = Values.word<Absence>(*Absent);
  else if (isKeyed(Use.Kind) && Use.Default == NoArgument)
    Values.mistake(Node, "an entry of 'reads' that gives a " +
                             spelling(Use.Kind) +
                             " has 'absent', 'default' or both");
  if (const YamlNode *Invalid = Fields.get("invalid"))
    Use.Invalid = Values.word<Absence>(*Invalid);
  if (const YamlNode *Test = Fields.get("test")) {
    Use.Test = Values.text(*Test);
    Values.checkPlaceholders(*Test, Use.Test, TestPlaceholders);
    if (!isKeyed(Use.Kind))
      Values.mistake(*Test, "'test' goes with 'gives: field' and 'gives: "
                            "parameter'");
  }
  if (const YamlNode *Reader = Fields.get("reader")) {
    Use.Reader = Values.name(*Reader, NameRule::Function);
    if (!isWhole(Use.Kind))
      Values.mistake(*Reader, "'reader' goes with 'gives: value' and 'gives: "
                              "object'");
  }
  if (const YamlNode *Merge = Fields.get("merge")) {
    Use.Merge = Values.text(*Merge);
    Values.checkPlaceholders(*Merge, Use.Merge, MergePlaceholders);
    if (!isWhole(Use.Kind))
      Values.mistake(*Merge, "'merge' goes with 'gives: value' and 'gives: "
                             "object'");
  }
}

void EntryReader::readAnswers(const PackFields &Fields, const YamlNode &Node,
                              Entry &E) {
  static constexpr StringRef Placeholders[] = {"parameter", "return"};
  AnswerUse &Use = E.Answer;
  E.In = Values.Storage.save(std::vector<StringRef>{""});
  if (const YamlNode *Parameter = Fields.get("parameter"))
    Use.Parameter = Values.texts(*Parameter);
  if (const YamlNode *Returns = Fields.get("returns"))
    Use.Returns = Values.texts(*Returns);
  if (Use.Parameter.empty() && Use.Returns.empty())
    Values.mistake(Node, "an entry of 'answers' has 'parameter', 'returns' or "
                         "both");
  auto Statements = [&](StringRef Key) -> StringRef {
    const YamlNode *Text = Fields.require(Key);
    if (!Text)
      return "";
    StringRef Read = Values.text(*Text);
    Values.checkPlaceholders(*Text, Read, Placeholders);
    return Read;
  };
  Use.NotFound = Statements("not-found");
  Use.BadRequest = Statements("bad-request");
}

} // namespace asynctidy::catalog
