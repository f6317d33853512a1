//===-- PackValues.cpp - Typed values out of a pack's YAML ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/catalog/PackValues.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include <cassert>
#include <cstdlib>

using llvm::ArrayRef;
using llvm::StringRef;
using llvm::Twine;

namespace asynctidy::catalog {

namespace {

/// No function of any library has more.
constexpr int MaxIndex = 255;

/// `a list`, `'text'`: what stands where something else was expected.
std::string describe(const YamlNode &Node) {
  switch (Node.K) {
  case YamlNode::Kind::Null:
    return "nothing";
  case YamlNode::Kind::Scalar:
    return quoted(Node.Text);
  case YamlNode::Kind::List:
    return "a list";
  case YamlNode::Kind::Map:
    return "a map";
  }
  return "";
}

bool parseCount(StringRef Text, unsigned &Count) {
  return !Text.empty() && llvm::all_of(Text, llvm::isDigit) &&
         !Text.getAsInteger(10, Count) && Count <= MaxIndex;
}

bool allows(IndexWord Allowed, IndexWord Word) {
  return static_cast<unsigned>(Allowed) >= static_cast<unsigned>(Word);
}

} // namespace

void PackValues::mistake(const YamlNode &At, const Twine &Message) {
  Errors.push_back({File.str(), At.Line, At.Column, Message.str()});
}

StringRef PackValues::text(const YamlNode &Node) {
  if (!Node.isScalar()) {
    mistake(Node, "a text was expected, not " + describe(Node));
    return "";
  }
  StringRef Text = Node.Text.trim(); // block scalars end with a line break
  if (Text.empty())
    mistake(Node, "a text was expected, not an empty one");
  else if (Text.contains('\n'))
    mistake(Node, "a text of one line was expected");
  return Text;
}

StringRef PackValues::name(const YamlNode &Node, NameRule Rule) {
  if (!Node.isScalar()) {
    mistake(Node, "a name was expected, not " + describe(Node));
    return "";
  }
  std::string Wrong = nameMistake(Node.Text, Rule);
  if (!Wrong.empty())
    mistake(Node, Node.Text.empty()
                      ? Wrong
                      : "bad name " + quoted(Node.Text) + ": " + Wrong);
  return Node.Text;
}

ArrayRef<StringRef>
PackValues::each(const YamlNode &Node,
                 llvm::function_ref<StringRef(const YamlNode &)> Read) {
  std::vector<StringRef> Found;
  if (!Node.isList())
    Found.push_back(Read(Node));
  else if (Node.Items.empty())
    mistake(Node, "the list is empty");
  for (const YamlNode &Item : Node.Items)
    if (Node.isList())
      Found.push_back(Read(Item));
  return Storage.save(Found);
}

ArrayRef<StringRef> PackValues::texts(const YamlNode &Node) {
  return each(Node, [&](const YamlNode &Item) { return text(Item); });
}

ArrayRef<StringRef> PackValues::names(const YamlNode &Node, NameRule Rule) {
  return each(Node, [&](const YamlNode &Item) { return name(Item, Rule); });
}

void PackValues::checkPlaceholders(const YamlNode &Node, StringRef Text,
                                   ArrayRef<StringRef> Known) {
  for (StringRef Rest = Text.split('{').second; !Rest.empty();
       Rest = Rest.split('{').second) {
    StringRef Word = Rest.take_while(
        [](char C) { return llvm::isAlpha(C) || C == '-' || C == '_'; });
    if (Word.empty() || !Rest.drop_front(Word.size()).starts_with("}") ||
        llvm::is_contained(Known, Word))
      continue;
    std::string Hint = didYouMean(Word, Known);
    mistake(Node, "unknown placeholder {" + Word + "}" + Hint +
                      (Hint.empty() ? "; " : " ") + "known are {" +
                      llvm::join(Known, "}, {") + "}");
  }
}

ArrayRef<StringRef> PackValues::headers(const YamlNode &Node) {
  llvm::ArrayRef<StringRef> Headers = texts(Node);
  for (StringRef Header : Headers)
    if (Header.find_first_of("<>\"\\") != StringRef::npos)
      mistake(Node, "a header is written without <> and quotes, not " +
                        quoted(Header));
  return Headers;
}

bool PackValues::boolean(const YamlNode &Node) {
  if (Node.isScalar() && (Node.Text == "true" || Node.Text == "false"))
    return Node.Text == "true";
  mistake(Node, "true or false was expected, not " + describe(Node));
  return false;
}

Range PackValues::range(const YamlNode &Node) {
  StringRef Text = Node.Text;
  Range R;
  if (Node.isScalar() && Text.consume_back("+") && parseCount(Text, R.Min))
    return R;
  auto [Low, High] = Text.split('-');
  bool IsCount = parseCount(Low, R.Min);
  if (Node.isScalar() && Text == Node.Text && IsCount) {
    R.Max = R.Min;
    if (Low.size() == Text.size() ||
        (parseCount(High, R.Max) && R.Min <= R.Max))
      return R;
  }
  mistake(Node, "a count was expected, as in 2, \"2+\" or \"1-3\", not " +
                    describe(Node));
  return {};
}

int PackValues::index(const YamlNode &Node, IndexWord Allowed) {
  int Value = 0;
  if (Node.isScalar()) {
    if (Node.Text == "receiver" && allows(Allowed, IndexWord::Receiver))
      return ReceiverArgument;
    if (Node.Text == "any" && allows(Allowed, IndexWord::Any))
      return AnyArgument;
    if (!Node.Text.getAsInteger(10, Value) && std::abs(Value) <= MaxIndex)
      return Value;
  }
  StringRef Words = Allowed == IndexWord::None       ? ""
                    : Allowed == IndexWord::Receiver ? ", or receiver"
                                                     : ", receiver or any";
  mistake(Node, "the index of an argument was expected (0 is the first, -1 the "
                "last" +
                    Words + "), not " + describe(Node));
  return 0;
}

ArrayRef<int> PackValues::indexes(const YamlNode &Node) {
  std::vector<int> Found;
  if (!Node.isList())
    Found.push_back(index(Node));
  else if (Node.Items.empty())
    mistake(Node, "the list is empty");
  for (const YamlNode &Item : Node.Items)
    if (Node.isList())
      Found.push_back(index(Item));
  return Storage.save(Found);
}

uint64_t PackValues::bits(const YamlNode &Node) {
  // A leading zero means eight to C and ten to YAML.
  bool Octal = Node.Text.size() > 1 && Node.Text[0] == '0' &&
               llvm::isDigit(Node.Text[1]);
  uint64_t Value = 0;
  if (Node.isScalar() && !Octal && !Node.Text.getAsInteger(0, Value) && Value)
    return Value;
  mistake(Node, "bits were expected, as in 0x800, not " + describe(Node));
  return 0;
}

void PackValues::indexed(
    const YamlNode &Node, IndexWord Allowed,
    llvm::function_ref<void(int, const YamlNode &)> Visit) {
  if (!Node.isMap() || Node.Items.empty()) {
    mistake(Node,
            "a map from an argument's index was expected, as in {0: ...}, "
            "not " +
                (Node.isMap() ? "an empty one" : describe(Node)));
    return;
  }
  std::vector<int> Seen;
  for (size_t I = 0; I + 1 < Node.Items.size(); I += 2) {
    int Index = index(Node.Items[I], Allowed);
    if (llvm::is_contained(Seen, Index))
      mistake(Node.Items[I],
              "argument " + describe(Node.Items[I]) + " is given twice");
    else
      Seen.push_back(Index);
    Visit(Index, Node.Items[I + 1]);
  }
}

void PackValues::items(const YamlNode &Node, StringRef Expected,
                       llvm::function_ref<void(const YamlNode &)> Visit) {
  if (!Node.isList() || Node.Items.empty()) {
    mistake(Node, Expected + " was expected, not " +
                      (Node.isList() ? "an empty one" : describe(Node)));
    return;
  }
  llvm::for_each(Node.Items, Visit);
}

unsigned PackValues::wordIndex(const YamlNode &Node,
                               ArrayRef<StringRef> Words) {
  if (Node.isScalar())
    for (auto [Index, Word] : llvm::enumerate(Words))
      if (Word == Node.Text)
        return Index;
  std::string Hint = Node.isScalar() ? didYouMean(Node.Text, Words) : "";
  mistake(Node, "one of " + llvm::join(Words, ", ") + " was expected, not " +
                    describe(Node) + Hint);
  return 0;
}

PackFields::PackFields(PackValues &Values, const YamlNode &Map, StringRef What,
                       ArrayRef<StringRef> Allowed)
    : Values(Values), Map(Map), What(What), Allowed(Allowed),
      Found(Allowed.size(), nullptr) {
  if (!Map.isMap()) {
    Values.mistake(Map,
                   What + " is a map of keys and values, not " + describe(Map));
    return;
  }
  for (size_t I = 0; I + 1 < Map.Items.size(); I += 2) {
    const YamlNode &Key = Map.Items[I];
    const StringRef *Known = llvm::find(Allowed, Key.Text);
    if (Known == Allowed.end()) {
      std::string Hint = Key.isScalar() ? didYouMean(Key.Text, Allowed) : "";
      Values.mistake(Key, "unknown key " + describe(Key) + " in " + What +
                              Hint + (Hint.empty() ? "; " : " ") +
                              "allowed here: " + llvm::join(Allowed, ", "));
      continue;
    }
    const YamlNode *&Slot = Found[Known - Allowed.begin()];
    if (Slot)
      Values.mistake(Key,
                     "key '" + Key.Text +
                         "' is given twice, first with the value at line " +
                         Twine(Slot->Line));
    else
      Slot = &Map.Items[I + 1];
  }
}

const YamlNode *PackFields::get(StringRef Key) const {
  const StringRef *Known = llvm::find(Allowed, Key);
  assert(Known != Allowed.end() && "asked for a key that is never allowed");
  return Found[Known - Allowed.begin()];
}

const YamlNode *PackFields::require(StringRef Key) const {
  const YamlNode *Value = get(Key);
  if (!Value && Map.isMap())
    Values.mistake(Map, "missing key '" + Key + "' in " + What);
  return Value;
}

} // namespace asynctidy::catalog
