//===-- PackReader.cpp - Reads and checks a pack --------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/catalog/PackReader.h"
#include "lib/catalog/EntryReader.h"
#include "lib/catalog/PackValues.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include <tuple>

using llvm::StringRef;

namespace asynctidy::catalog {

namespace {

constexpr StringRef HeadKeys[] = {"pack", "library", "description", "verify"};
constexpr StringRef ReplacementsKey = "replacements";

constexpr StringRef ReplacementKeys[] = {"runtime", "category", "text",
                                         "headers", "fix",      "needs"};
constexpr StringRef VerifyKeys[] = {"package", "includes", "under", "flags"};

/// Flags that change what a header declares. Others could load code.
bool isHarmlessFlag(StringRef Flag) {
  constexpr StringRef Exact[] = {"-fPIC", "-pthread"};
  constexpr StringRef Prefixes[] = {"-D", "-U", "-I", "-isystem/", "-std="};
  return llvm::is_contained(Exact, Flag) ||
         llvm::any_of(Prefixes, [&](StringRef Prefix) {
           return Flag.starts_with(Prefix) && Flag.size() > Prefix.size();
         });
}

/// The whole of a pack.
class PackParser {
public:
  PackParser(PackValues &Values, Pack &P)
      : Values(Values), P(P), Entries(Values) {}

  void read(const YamlNode &Root) {
    std::vector<StringRef> Keys(std::begin(HeadKeys), std::end(HeadKeys));
    llvm::append_range(Keys, spellings<Section>());
    Keys.push_back(ReplacementsKey);
    PackFields Fields(Values, Root, "a pack", Keys);
    readHead(Fields);
    for (unsigned S = 0; S < NumSections; ++S)
      if (const YamlNode *Node = Fields.get(spellings<Section>()[S]))
        Entries.readSection(static_cast<Section>(S), *Node);
    P.Entries = Values.Storage.save(Entries.take());
    if (const YamlNode *Node = Fields.get(ReplacementsKey))
      readReplacements(*Node);
  }

private:
  void readHead(const PackFields &Fields) {
    if (const YamlNode *Node = Fields.require("pack")) {
      P.Name = Values.text(*Node);
      Values.Storage.NameLine = Node->Line;
      Values.Storage.NameColumn = Node->Column;
      if (!P.Name.empty() && !isKebabCase(P.Name))
        Values.mistake(*Node,
                       "a pack's name is kebab-case, as in 'boost-asio', "
                       "not " +
                           quoted(P.Name));
    }
    if (const YamlNode *Node = Fields.require("library"))
      P.Library = Values.text(*Node);
    if (const YamlNode *Node = Fields.require("description"))
      P.Description = Values.text(*Node);
    if (const YamlNode *Node = Fields.get("verify"))
      readVerify(*Node);
  }

  void readVerify(const YamlNode &Node) {
    std::vector<Verify> Found;
    Values.items(Node, "a list", [&](const YamlNode &Item) {
      PackFields Fields(Values, Item, "an entry of 'verify'", VerifyKeys);
      Verify V;
      if (const YamlNode *Package = Fields.get("package"))
        V.Package = Values.text(*Package);
      if (const YamlNode *Includes = Fields.require("includes"))
        V.Includes = Values.headers(*Includes);
      if (const YamlNode *Under = Fields.get("under"))
        V.Under = Values.name(*Under, NameRule::Scope);
      if (const YamlNode *Flags = Fields.get("flags")) {
        V.Flags = Values.texts(*Flags);
        for (StringRef Flag : V.Flags)
          if (!isHarmlessFlag(Flag))
            Values.mistake(*Flags, "flag " + quoted(Flag) +
                                       " isn't allowed; allowed are -D, -U, "
                                       "-I, -isystem/path, -std=, -fPIC, "
                                       "-pthread");
      }
      Found.push_back(V);
    });
    P.Verifies = Values.Storage.save(Found);
    Entries.setPackages(P.Verifies);
  }

  void readReplacements(const YamlNode &Node) {
    std::vector<Replacement> Found;
    Values.items(Node, "a list of entries", [&](const YamlNode &Item) {
      PackFields Fields(Values, Item, "an entry of 'replacements'",
                        ReplacementKeys);
      Replacement R;
      R.Line = Item.Line;
      if (const YamlNode *Runtime = Fields.require("runtime"))
        R.Runtime = Entries.runtime(*Runtime);
      if (const YamlNode *Cat = Fields.require("category"))
        R.Cat = Values.word<Category>(*Cat);
      if (const YamlNode *Headers = Fields.get("headers"))
        R.Headers = Values.headers(*Headers);
      if (const YamlNode *Fix = Fields.get("fix"))
        R.Fix = Values.boolean(*Fix);
      if (const YamlNode *Needs = Fields.get("needs"))
        R.Needs = readNeeds(*Needs);
      if (const YamlNode *Text = Fields.require("text")) {
        R.Text = Values.text(*Text);
        checkPlaceholders(*Text, R);
      }
      if (llvm::any_of(Found, [&](const Replacement &Other) {
            return Other.Runtime == R.Runtime && Other.Cat == R.Cat;
          }))
        Values.mistake(Item, "a second replacement for runtime " +
                                 quoted(R.Runtime) + " and category '" +
                                 spelling(R.Cat) + "'");
      Found.push_back(R);
    });
    P.Replacements = Values.Storage.save(Found);
  }

  llvm::ArrayRef<Need> readNeeds(const YamlNode &Node) {
    std::vector<Need> Found;
    if (!Node.isMap() || Node.Items.empty()) {
      Values.mistake(Node, "a map from a placeholder to types was expected, as "
                           "in {scheduler: [coro::io_scheduler]}");
      return {};
    }
    for (size_t I = 0; I + 1 < Node.Items.size(); I += 2) {
      StringRef Placeholder = Values.text(Node.Items[I]);
      if (llvm::any_of(Found, [&](const Need &Other) {
            return Other.Placeholder == Placeholder;
          }))
        Values.mistake(Node.Items[I],
                       "key " + quoted(Placeholder) + " is given twice");
      else
        Found.push_back(
            {Placeholder, Values.names(Node.Items[I + 1], NameRule::Scope)});
    }
    return Values.Storage.save(Found);
  }

  /// A word in braces is a placeholder; other braces are C++.
  void checkPlaceholders(const YamlNode &Node, const Replacement &R) {
    StringRef Rest = R.Text;
    while (Rest.contains('{')) {
      Rest = Rest.split('{').second;
      StringRef Word = Rest.take_while(
          [](char C) { return llvm::isLower(C) || C == '-' || C == '_'; });
      StringRef After = Rest.drop_front(Word.size());
      if (Word == "argument" && After.consume_front(":")) {
        StringRef Index = After.take_while(llvm::isDigit);
        if (Index.empty() || !After.drop_front(Index.size()).starts_with("}"))
          Values.mistake(Node, "bad placeholder: {argument:N} was expected, "
                               "with N counted from 0");
        continue;
      }
      if (Word.empty() || !After.starts_with("}") || Word == "duration" ||
          llvm::any_of(R.Needs,
                       [&](const Need &N) { return N.Placeholder == Word; }))
        continue;
      Values.mistake(Node, "unknown placeholder {" + Word +
                               "}; known are {duration}, {argument:N} and the "
                               "keys of 'needs'");
    }
  }

  PackValues &Values;
  Pack &P;
  EntryReader Entries;
};

} // namespace

std::string PackError::render() const {
  std::string Place = File;
  if (Line)
    Place += ":" + std::to_string(Line) + ":" + std::to_string(Column);
  return Place + ": error: " + Message;
}

StringRef PackStorage::save(StringRef Text) { return Text.copy(Allocator); }

std::unique_ptr<PackStorage> readPack(StringRef File, StringRef Text,
                                      std::vector<PackError> &Errors) {
  auto Storage = std::make_unique<PackStorage>();
  std::vector<PackError> Own;
  YamlNode Root;
  if (parseYaml(File, Text, *Storage, Root, Own)) {
    Storage->P.File = Storage->save(File);
    PackValues Values(File, *Storage, Own);
    PackParser(Values, Storage->P).read(Root);
  }
  if (Own.empty())
    return Storage;
  llvm::sort(Own, [](const PackError &L, const PackError &R) {
    return std::tie(L.Line, L.Column, L.Message) <
           std::tie(R.Line, R.Column, R.Message);
  });
  if (Own.size() > MaxPackMistakes) {
    Own.resize(MaxPackMistakes);
    Own.push_back({File.str(), 0, 0, "more mistakes are left out"});
  }
  llvm::append_range(Errors, Own);
  return nullptr;
}

std::unique_ptr<PackStorage> readPackFile(StringRef File,
                                          std::vector<PackError> &Errors) {
  auto Refuse = [&](const llvm::Twine &Message) {
    Errors.push_back({File.str(), 0, 0, Message.str()});
    return nullptr;
  };
  // A device or pipe would never end, an enormous file never fit.
  llvm::sys::fs::file_status Status;
  if (std::error_code Code = llvm::sys::fs::status(File, Status))
    return Refuse("can't be opened: " + Code.message());
  if (Status.type() != llvm::sys::fs::file_type::regular_file)
    return Refuse("not a regular file");
  if (Status.getSize() > MaxPackBytes)
    return Refuse("larger than 1 MiB; split the pack");
  auto Buffer = llvm::MemoryBuffer::getFile(File);
  if (!Buffer)
    return Refuse("can't be opened: " + Buffer.getError().message());
  return readPack(File, (*Buffer)->getBuffer(), Errors);
}

} // namespace asynctidy::catalog
