//===-- JsonWriter.cpp - Facts as JSON ------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/program/Codec.h"
#include "lib/program/CodecTraits.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/JSON.h"

namespace asynctidy::program {

namespace {
using namespace codec;
namespace json = llvm::json;

template <typename T> bool isSame(const T &Value, const T &Other) {
  return Value == Other;
}
template <typename T>
bool isSame(const std::vector<T> &Value, const std::vector<T> &Other) {
  return Value.empty() && Other.empty();
}

class Writer {
public:
  explicit Writer(json::OStream &J) : J(J) {}

  void value(bool Value) { J.value(Value); }
  template <Number T> void value(T Value) { J.value(Value); }
  template <Enumeration T> void value(T Value) {
    J.value(static_cast<uint64_t>(Value));
  }
  void value(const std::string &Value) { J.value(json::fixUTF8(Value)); }
  template <typename T> void value(const std::vector<T> &Values) {
    J.array([&] {
      for (const T &Value : Values)
        value(Value);
    });
  }
  template <Struct T> void value(const T &Value) { value(Value, T()); }

private:
  /// A member: only a struct needs to know what would be its default there.
  template <typename T> void value(const T &Value, const T &Default) {
    if constexpr (Struct<T>)
      J.object([&] { fields(Value, Default); });
    else
      value(Value);
  }

  template <Struct T> void fields(const T &Value, const T &Default) {
    llvm::SmallVector<const void *, 16> Defaults;
    visitFields(Default, [&](const char *, const auto &Field) {
      Defaults.push_back(&Field);
    });
    const void *const *Next = Defaults.begin();
    visitFields(Value, [&]<typename F>(const char *Name, const F &Field) {
      const F &FieldDefault = *static_cast<const F *>(*Next++);
      if (isSame(Field, FieldDefault))
        return;
      J.attributeBegin(Name);
      value(Field, FieldDefault);
      J.attributeEnd();
    });
  }

  json::OStream &J;
};

template <typename T>
void writeKind(json::OStream &J, const char *Kind,
               const std::vector<T> &Values) {
  if (Values.empty())
    return;
  J.attributeArray(Kind, [&] {
    for (const T &Value : Values)
      J.rawValue([&](llvm::raw_ostream &OS) {
        json::OStream Line(OS);
        Writer(Line).value(Value);
      });
  });
}

} // namespace

void writeFacts(const UnitFacts &Facts, llvm::raw_ostream &OS,
                const UnitRecord *Record) {
  json::OStream J(OS, /*IndentSize=*/1);
  J.object([&] {
    J.attribute("version", FactsVersion);
    J.attribute("unit", json::fixUTF8(Facts.Unit));
    if (Record && !(Record->Key.empty() && Record->Inputs.empty() &&
                    Record->SharedInputs.empty() && Record->Parse.empty())) {
      J.attributeBegin("record");
      Writer(J).value(*Record);
      J.attributeEnd();
    }
    visitKinds(Facts, [&](const char *Kind, const auto &Values) {
      writeKind(J, Kind, Values);
    });
  });
  OS << '\n';
}

} // namespace asynctidy::program
