//===-- ConditionReader.cpp - Reads `when` of an entry --------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/catalog/EntryReader.h"

using llvm::ArrayRef;
using llvm::StringRef;

namespace asynctidy::catalog {

namespace {

constexpr StringRef ConditionKeys[] = {
    "parameters",  "arguments", "types",    "not-types", "receiver", "returns",
    "not-returns", "null",      "not-null", "bits",      "not-bits", "refers"};

} // namespace

Condition EntryReader::condition(const YamlNode &Node) {
  PackFields Fields(Values, Node, "'when'", ConditionKeys);
  Condition When;
  if (Node.isMap() && Node.Items.empty())
    Values.mistake(Node, "'when' is empty; leave it out");
  if (const YamlNode *Value = Fields.get("parameters"))
    When.Parameters = Values.range(*Value);
  if (const YamlNode *Value = Fields.get("arguments"))
    When.Arguments = Values.range(*Value);
  if (const YamlNode *Value = Fields.get("types"))
    When.Types = indexedTexts(*Value);
  if (const YamlNode *Value = Fields.get("not-types"))
    When.NotTypes = indexedTexts(*Value);
  if (const YamlNode *Value = Fields.get("receiver"))
    When.Receiver = Values.names(*Value, NameRule::Scope);
  if (const YamlNode *Value = Fields.get("returns"))
    When.Returns = Values.texts(*Value);
  if (const YamlNode *Value = Fields.get("not-returns"))
    When.NotReturns = Values.texts(*Value);
  if (const YamlNode *Value = Fields.get("null"))
    When.Null = Values.indexes(*Value);
  if (const YamlNode *Value = Fields.get("not-null"))
    When.NotNull = Values.indexes(*Value);
  if (const YamlNode *Value = Fields.get("bits"))
    When.Bits = indexedBits(*Value);
  if (const YamlNode *Value = Fields.get("not-bits"))
    When.NotBits = indexedBits(*Value);
  if (const YamlNode *Value = Fields.get("refers"))
    When.Refers = indexedNames(*Value);
  return When;
}

ArrayRef<IndexedText> EntryReader::indexedTexts(const YamlNode &Node) {
  std::vector<IndexedText> Found;
  Values.indexed(Node, IndexWord::None, [&](int Index, const YamlNode &Value) {
    for (StringRef Text : Values.texts(Value)) // alternatives
      Found.push_back({Index, Text});
  });
  return Values.Storage.save(Found);
}

ArrayRef<IndexedText> EntryReader::indexedNames(const YamlNode &Node) {
  std::vector<IndexedText> Found;
  Values.indexed(
      Node, IndexWord::Receiver, [&](int Index, const YamlNode &Value) {
        Found.push_back({Index, Values.name(Value, NameRule::Scope)});
      });
  return Values.Storage.save(Found);
}

ArrayRef<IndexedBits> EntryReader::indexedBits(const YamlNode &Node) {
  std::vector<IndexedBits> Found;
  Values.indexed(Node, IndexWord::None, [&](int Index, const YamlNode &Value) {
    Found.push_back({Index, Values.bits(Value)});
  });
  return Values.Storage.save(Found);
}

} // namespace asynctidy::catalog
