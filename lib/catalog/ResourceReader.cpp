//===-- ResourceReader.cpp - Reads `resources` and `parameters` -----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/catalog/EntryReader.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using llvm::ArrayRef;
using llvm::StringRef;

namespace asynctidy::catalog {

namespace {

/// What a fix's text may have in braces, see docs/catalog.md.
constexpr StringRef WritePlaceholders[] = {
    "PoolSize",      "MaxOverflow", "MaxSize",    "RecycleSeconds",
    "RecycleMillis", "WaitSeconds", "WaitMillis", "object"};

bool isInteger(StringRef Text) {
  Text.consume_front("-");
  return !Text.empty() && llvm::all_of(Text, llvm::isDigit);
}

} // namespace

void EntryReader::readResources(const PackFields &Fields, const YamlNode &Node,
                                Entry &E) {
  ResourceUse &Use = E.Resource;
  if (const YamlNode *Kind = Fields.require("kind"))
    Use.Kind = Values.word<ResourceKind>(*Kind);
  if (const YamlNode *Static = Fields.get("static"))
    Use.Static = Values.word<Verdict>(*Static);
  if (const YamlNode *PerRequest = Fields.get("per-request"))
    Use.PerRequest = Values.word<Verdict>(*PerRequest);
  if (const YamlNode *Why = Fields.get("why"))
    E.Why = Values.text(*Why);
  else if (Use.Static == Verdict::Strict || Use.PerRequest == Verdict::Strict)
    Values.mistake(Node, "missing key 'why': an entry with a strict 'static' "
                         "or 'per-request' says why it is strict");
  if (const YamlNode *Shared = Fields.get("shared"))
    Use.Shared = Values.text(*Shared);
  else if (Use.PerRequest != Verdict::Fine)
    Values.mistake(Node, "missing key 'shared': what to use instead of one "
                         "for each request, unless 'per-request' is fine");
  if (const YamlNode *Empty = Fields.get("empty"))
    Use.Empty = Values.boolean(*Empty);
  if (const YamlNode *ReleasedBy = Fields.get("released-by"))
    Use.ReleasedBy = Values.names(*ReleasedBy, NameRule::Function);
  if (const YamlNode *Handle = Fields.get("handle"))
    Use.Handle = Values.index(*Handle, IndexWord::Receiver);
  if (const YamlNode *HandleType = Fields.get("handle-type"))
    Use.HandleType = Values.text(*HandleType);
  if (const YamlNode *Unreleased = Fields.get("unreleased"))
    Use.Unreleased = Values.text(*Unreleased);
  if (const YamlNode *Drains = Fields.get("drains"))
    Use.Drains = Values.boolean(*Drains);
  if (!E.Types.empty())
    checkOnlyWith(Fields, "names",
                  {"released-by", "handle", "handle-type", "unreleased",
                   "drains", "when"});
  else if (!E.Names.empty())
    checkOnlyWith(Fields, "types", {"empty"});
}

void EntryReader::readParameters(const PackFields &Fields, const YamlNode &Node,
                                 Entry &E) {
  ParameterUse &Use = E.Parameter;
  if (const YamlNode *Kind = Fields.require("parameter"))
    Use.Kind = Values.word<ParameterKind>(*Kind);
  if (const YamlNode *Name = Fields.require("name"))
    Use.Name = Values.text(*Name);
  readPlace(Fields, Node, Use);
  if (const YamlNode *Nothing = Fields.get("nothing"))
    Use.Nothing = numbers(*Nothing);
  if (const YamlNode *Without = Fields.require("without"))
    Use.Without = Values.text(*Without);
  if (const YamlNode *Write = Fields.get("write")) {
    Use.Write = Values.text(*Write);
    Values.checkPlaceholders(*Write, Use.Write, WritePlaceholders);
  } else {
    checkOnlyWith(Fields, "write", {"headers"});
  }
  if (const YamlNode *Headers = Fields.get("headers"))
    Use.Headers = Values.headers(*Headers);
  readLevel(Fields, Node, E);
}

void EntryReader::readPlace(const PackFields &Fields, const YamlNode &Node,
                            ParameterUse &Use) {
  const YamlNode *Argument = Fields.get("argument");
  const YamlNode *Field = Fields.get("field");
  const YamlNode *Key = Fields.get("key");
  if (Argument)
    Use.Argument = Values.index(*Argument);
  else
    checkOnlyWith(Fields, "argument", {"field", "key"});
  if (Field)
    Use.Field = Values.name(*Field, NameRule::Scope);
  if (Use.Field.contains("::"))
    Values.mistake(*Field, "a member variable is named without its class");
  if (Key)
    Use.Key = Values.text(*Key);
  else
    checkOnlyWith(Fields, "key", {"syntax"});
  if (Field && Key)
    Values.mistake(Node, "an entry of 'parameters' has either 'field' or "
                         "'key'");
  if (const YamlNode *Syntax = Fields.get("syntax"))
    Use.Syntax = Values.word<TextSyntax>(*Syntax);
  const YamlNode *Setters = Fields.get("setters");
  if (Setters)
    Use.Setters = Values.names(*Setters, NameRule::Function);
  else
    checkOnlyWith(Fields, "setters", {"with-number"});
  if (const YamlNode *Number = Fields.get("with-number"))
    Use.WithNumber = Values.boolean(*Number);
  if (!Argument && !Setters)
    Values.mistake(Node, "an entry of 'parameters' has 'argument', 'setters' "
                         "or both");
}

/// Each of \p Keys that is given is a mistake where the key \p With isn't.
void EntryReader::checkOnlyWith(const PackFields &Fields, StringRef With,
                                ArrayRef<StringRef> Keys) {
  for (StringRef Key : Keys)
    if (const YamlNode *Value = Fields.get(Key))
      Values.mistake(*Value, "'" + Key + "' goes with '" + With + "'");
}

ArrayRef<StringRef> EntryReader::numbers(const YamlNode &Node) {
  ArrayRef<StringRef> Found = Values.texts(Node);
  for (StringRef Text : Found)
    if (!Text.empty() && !isInteger(Text))
      Values.mistake(Node, "a whole number was expected, as in 0 or -1, not " +
                               quoted(Text));
  return Found;
}

} // namespace asynctidy::catalog
