//===-- YamlTree.cpp - A small YAML document with its places --------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The only file that includes yaml-cpp, and the only one built with
/// exceptions and RTTI: it holds no class of LLVM's that has virtual functions.
///
//===----------------------------------------------------------------------===//

#include "lib/catalog/YamlTree.h"
#include "llvm/ADT/StringExtras.h"
#include <istream>
#include <optional>
#include <streambuf>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

namespace asynctidy::catalog {

namespace {

/// What ends the reading: a place and what is wrong there.
struct Refusal {
  unsigned Line;
  unsigned Column;
  std::string Message;
};

/// Reads from memory that somebody else owns.
class MemoryBuffer : public std::streambuf {
public:
  explicit MemoryBuffer(llvm::StringRef Text) {
    char *Begin = const_cast<char *>(Text.data()); // only ever read
    setg(Begin, Begin, Begin + Text.size());
  }
};

constexpr const char *TooDeep =
    "nested too deeply; a pack nests at most 16 levels";
constexpr const char *IsAlias =
    "an alias; a pack has no anchors and aliases (write '*' in quotes where "
    "every method is meant)";
static_assert(MaxPackDepth == 16 && MaxPackBytes == 1 << 20,
              "the messages say these limits");

unsigned lineOf(const YAML::Mark &Mark) { return Mark.line + 1; }
unsigned columnOf(const YAML::Mark &Mark) { return Mark.column + 1; }

/// Builds the tree. Lists and maps that are still open stand on a stack.
class TreeBuilder : public YAML::EventHandler {
public:
  TreeBuilder(llvm::StringRef Source, PackStorage &Storage, YamlNode &Root)
      : Source(Source), Storage(Storage), Root(Root) {}

  void OnDocumentStart(const YAML::Mark &Mark) override {
    if (Documents++)
      refuse(Mark, "a second document begins here; a pack is one document");
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark &Mark, YAML::anchor_t Anchor) override {
    refuseAnchor(Mark, Anchor);
    YamlNode Node = node(YamlNode::Kind::Null, Mark);
    if (writtenAt(Mark) == "null")
      Node.Text = "null";
    add(Node);
  }

  void OnAlias(const YAML::Mark &Mark, YAML::anchor_t) override {
    refuse(Mark, IsAlias);
  }

  void OnScalar(const YAML::Mark &Mark, const std::string &Tag,
                YAML::anchor_t Anchor, const std::string &Value) override {
    refuseAnchor(Mark, Anchor);
    refuseTag(Mark, Tag);
    YamlNode Node = node(YamlNode::Kind::Scalar, Mark);
    Node.Text = Storage.save(llvm::StringRef(Value));
    add(Node);
  }

  void OnSequenceStart(const YAML::Mark &Mark, const std::string &Tag,
                       YAML::anchor_t Anchor,
                       YAML::EmitterStyle::value) override {
    open(YamlNode::Kind::List, Mark, Tag, Anchor);
  }
  void OnSequenceEnd() override { close(); }

  void OnMapStart(const YAML::Mark &Mark, const std::string &Tag,
                  YAML::anchor_t Anchor, YAML::EmitterStyle::value) override {
    open(YamlNode::Kind::Map, Mark, Tag, Anchor);
  }
  void OnMapEnd() override { close(); }

  bool hasRoot() const { return HasRoot; }

private:
  [[noreturn]] static void refuse(const YAML::Mark &Mark, std::string Message) {
    throw Refusal{lineOf(Mark), columnOf(Mark), std::move(Message)};
  }

  static void refuseAnchor(const YAML::Mark &Mark, YAML::anchor_t Anchor) {
    if (Anchor)
      refuse(Mark, "an anchor; a pack has no anchors and aliases");
  }

  static void refuseTag(const YAML::Mark &Mark, const std::string &Tag) {
    // yaml-cpp says "?" for plain scalars and "!" for quoted ones.
    if (!Tag.empty() && Tag != "?" && Tag != "!")
      refuse(Mark, "a tag; a pack has no tags");
  }

  /// The word in the source.
  llvm::StringRef writtenAt(const YAML::Mark &Mark) const {
    return Source.substr(Mark.pos).take_while(llvm::isAlpha);
  }

  static YamlNode node(YamlNode::Kind K, const YAML::Mark &Mark) {
    YamlNode Node;
    Node.K = K;
    Node.Line = lineOf(Mark);
    Node.Column = columnOf(Mark);
    return Node;
  }

  void open(YamlNode::Kind K, const YAML::Mark &Mark, const std::string &Tag,
            YAML::anchor_t Anchor) {
    refuseAnchor(Mark, Anchor);
    refuseTag(Mark, Tag);
    if (Open.size() == MaxPackDepth)
      refuse(Mark, TooDeep);
    Open.push_back({node(K, Mark), Items.size()});
  }

  void close() {
    auto [Node, Begin] = Open.back();
    Open.pop_back();
    Node.Items =
        Storage.save(llvm::ArrayRef<YamlNode>(Items).drop_front(Begin));
    Items.resize(Begin);
    add(Node);
  }

  void add(YamlNode Node) {
    if (!Open.empty()) {
      placeAtKey(Node);
      Items.push_back(Node);
      return;
    }
    Root = Node;
    HasRoot = true;
  }

  /// A value that isn't there has the place of whatever comes next.
  void placeAtKey(YamlNode &Node) const {
    const OpenNode &Parent = Open.back();
    bool IsValue = Parent.Node.isMap() && (Items.size() - Parent.FirstItem) % 2;
    if (!IsValue || !Node.isNull() || !Node.Text.empty())
      return;
    Node.Line = Items.back().Line;
    Node.Column = Items.back().Column;
  }

  struct OpenNode {
    YamlNode Node;
    size_t FirstItem; ///< its items are those of Items from here on
  };

  llvm::StringRef Source;
  PackStorage &Storage;
  YamlNode &Root;
  std::vector<OpenNode> Open;
  std::vector<YamlNode> Items;
  unsigned Documents = 0;
  bool HasRoot = false;
};

/// The length of the UTF-8 sequence that \p Text begins with, 0 when it is
/// none.
size_t sequenceLength(llvm::StringRef Text) {
  auto Byte = [&](size_t I) { return static_cast<unsigned char>(Text[I]); };
  unsigned char First = Byte(0);
  if (First < 0x80)
    return 1;
  size_t Length = First >= 0xF0 ? 4 : First >= 0xE0 ? 3 : 2;
  if (First < 0xC2 || First > 0xF4 || Text.size() < Length)
    return 0;
  for (size_t I = 1; I < Length; ++I)
    if ((Byte(I) & 0xC0) != 0x80)
      return 0;
  bool Overlong =
      (First == 0xE0 && Byte(1) < 0xA0) || (First == 0xF0 && Byte(1) < 0x90);
  bool Surrogate = First == 0xED && Byte(1) > 0x9F;
  bool TooHigh = First == 0xF4 && Byte(1) > 0x8F;
  return Overlong || Surrogate || TooHigh ? 0 : Length;
}

/// Brackets opened one after another, however deep a text in quotes looks.
constexpr unsigned MaxBracketRun = 4 * MaxPackDepth;

/// Refuses bytes that aren't text, and what yaml-cpp would read to its end
/// before it says a word: a long run of opening brackets.
std::optional<Refusal> refusedText(llvm::StringRef Text) {
  unsigned Line = 1, Run = 0;
  size_t LineStart = 0;
  auto RefuseAt = [&](size_t At, const char *Message) {
    return Refusal{Line, static_cast<unsigned>(At - LineStart + 1), Message};
  };
  for (size_t I = 0; I < Text.size();) {
    unsigned char C = Text[I];
    if ((C < 0x20 && C != '\t' && C != '\n' && C != '\r') || C == 0x7F)
      return RefuseAt(I, "a control character; a pack is UTF-8 text");
    size_t Length = sequenceLength(Text.drop_front(I));
    if (!Length)
      return RefuseAt(I, "invalid UTF-8; a pack is UTF-8 text");
    bool Opens = C == '[' || C == '{';
    if (Opens && ++Run > MaxBracketRun)
      return RefuseAt(I, TooDeep);
    if (!Opens && C > ' ')
      Run = 0;
    I += Length;
    if (C == '\n') {
      ++Line;
      LineStart = I;
    }
  }
  return std::nullopt;
}

/// yaml-cpp checks an alias before it tells of one.
bool isAboutAlias(const std::string &Message) {
  return Message == YAML::ErrorMsg::UNKNOWN_ANCHOR ||
         Message == YAML::ErrorMsg::ALIAS_NOT_FOUND ||
         Message == YAML::ErrorMsg::CHAR_IN_ALIAS;
}

std::optional<Refusal> parse(llvm::StringRef Text, PackStorage &Storage,
                             YamlNode &Root) {
  if (Text.size() > MaxPackBytes)
    return Refusal{0, 0, "larger than 1 MiB; split the pack"};
  if (std::optional<Refusal> R = refusedText(Text))
    return R;
  try {
    MemoryBuffer Buffer(Text);
    std::istream Stream(&Buffer);
    YAML::Parser Parser(Stream);
    TreeBuilder Builder(Text, Storage, Root);
    while (Parser.HandleNextDocument(Builder))
      ;
    if (!Builder.hasRoot() || Root.isNull())
      return Refusal{0, 0, "empty; a pack begins with 'pack: <name>'"};
    return std::nullopt;
  } catch (const Refusal &R) {
    return R;
  } catch (const YAML::Exception &E) {
    return Refusal{lineOf(E.mark), columnOf(E.mark),
                   isAboutAlias(E.msg) ? IsAlias : E.msg};
  } catch (const std::exception &E) {
    return Refusal{0, 0, std::string("can't be read as YAML: ") + E.what()};
  }
}

} // namespace

bool parseYaml(llvm::StringRef File, llvm::StringRef Text, PackStorage &Storage,
               YamlNode &Root, std::vector<PackError> &Errors) {
  std::optional<Refusal> R = parse(Text, Storage, Root);
  if (!R)
    return true;
  Errors.push_back({File.str(), R->Line, R->Column, std::move(R->Message)});
  return false;
}

} // namespace asynctidy::catalog
