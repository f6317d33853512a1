//===-- JsonReader.cpp - Facts from JSON ----------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/program/Codec.h"
#include "lib/program/CodecTraits.h"
#include "lib/program/JsonCursor.h"
#include "lib/program/Validate.h"
#include <limits>

namespace asynctidy::program {

namespace {
using namespace codec;

class Reader {
public:
  Reader(JsonCursor &From, Mistakes &Found) : From(From), Found(Found) {}

  void value(bool &To, const Where &At) {
    if (std::optional<bool> Value = From.boolean())
      To = *Value;
    else
      mistake(At, "expected true or false");
  }
  template <Number T> void value(T &To, const Where &At) {
    number(std::numeric_limits<T>::min(), std::numeric_limits<T>::max(), To,
           At);
  }
  template <Enumeration T> void value(T &To, const Where &At) {
    number(uint64_t(0), lastNumber<T>(), To, At);
  }
  void value(std::string &To, const Where &At) {
    if (!From.text(To))
      mistake(At, "expected a text");
  }
  template <typename T> void value(std::vector<T> &To, const Where &At) {
    To.clear();
    if (!From.array())
      return mistake(At, "expected a list");
    while (From.nextElement()) {
      size_t Index = To.size();
      value(To.emplace_back(), Where(At, Index));
    }
  }
  template <Struct T> void value(T &To, const Where &At) {
    members(At, [&](llvm::StringRef Name) {
      bool Known = false;
      auto Each = [&](const char *FieldName, auto &Field) {
        if (Known || Name != FieldName)
          return;
        Known = true;
        value(Field, Where(At, FieldName));
      };
      To.visit(Each);
      return Known;
    });
  }

  /// Goes over the members of an object. \p Read says whether it knows the
  /// member; it has to go past the value then.
  template <typename F> void members(const Where &At, F Read) {
    if (!From.object())
      return mistake(At, "expected an object");
    std::string Name;
    while (From.nextMember(Name))
      if (!Read(llvm::StringRef(Name)))
        mistake(Where(At, Name.c_str()), "there is no such field");
  }

  /// Another value than the one that should stand here.
  void mistake(const Where &At, const llvm::Twine &What) {
    From.skip();
    if (From.problem().empty())
      Found.add(At, What);
  }

private:
  template <std::integral N, typename T>
  void number(N Least, N Most, T &To, const Where &At) {
    std::optional<llvm::StringRef> Text = From.number();
    if (!Text)
      return mistake(At, "expected a number");
    N Value;
    if (Text->getAsInteger(10, Value) || Value < Least || Value > Most)
      Found.add(At, "expected a number from " + llvm::Twine(Least) + " to " +
                        llvm::Twine(Most));
    else
      To = static_cast<T>(Value);
  }

  JsonCursor &From;
  Mistakes &Found;
};

/// Nothing else in a file of another version is looked at.
bool hasVersion(llvm::StringRef Text, Mistakes &Found) {
  JsonCursor From(Text);
  std::string Name;
  std::string Version;
  if (From.object())
    while (From.nextMember(Name)) {
      std::optional<llvm::StringRef> Number;
      if (Name == "version" && (Number = From.number())) {
        Version = Number->str();
        break;
      }
      From.skip();
    }
  if (!From.problem().empty())
    Found.add(Where(), From.problem());
  else if (Version.empty())
    Found.add(Where(), "these are no facts: there is no version");
  else if (Version != std::to_string(FactsVersion))
    Found.add(Where(), "these are facts of version " + Version +
                           "; this async-tidy reads version " +
                           llvm::Twine(FactsVersion));
  return Found.empty();
}

void readTop(llvm::StringRef Text, UnitFacts &Facts, UnitRecord &Record,
             Mistakes &Found) {
  JsonCursor From(Text);
  Reader Read(From, Found);
  Where Top;
  Read.members(Top, [&](llvm::StringRef Name) {
    if (Name == "version") {
      From.skip();
      return true;
    }
    bool Known = false;
    auto Each = [&](const char *FieldName, auto &Field) {
      if (Known || Name != FieldName)
        return;
      Known = true;
      Read.value(Field, Where(Top, FieldName));
    };
    Each("unit", Facts.Unit);
    Each("record", Record);
    Facts.visitKinds(Each);
    return Known;
  });
  From.end();
  if (!From.problem().empty())
    Found.add(Top, From.problem());
}

} // namespace

std::optional<std::string> factsUnit(llvm::StringRef Text) {
  JsonCursor From(Text);
  std::string Name;
  std::optional<std::string> Unit;
  bool HasVersion = false;
  if (From.object())
    while (!(Unit && HasVersion) && From.nextMember(Name)) {
      std::string Value;
      if (Name == "version" && From.number())
        HasVersion = true;
      else if (Name == "unit" && From.text(Value))
        Unit = Value;
      else
        From.skip();
    }
  return HasVersion ? Unit : std::nullopt;
}

llvm::Expected<UnitFacts>
readFacts(llvm::StringRef Text, llvm::StringRef FileName, UnitRecord *Record) {
  UnitFacts Facts;
  UnitRecord Read;
  Mistakes Found;
  if (hasVersion(Text, Found))
    readTop(Text, Facts, Read, Found);
  if (Found.empty())
    validate(Facts, Found);
  if (!Found.empty())
    return Found.take((FileName + ": ").str());
  Read.Unit = Facts.Unit;
  if (Record)
    *Record = std::move(Read);
  return Facts;
}

} // namespace asynctidy::program
