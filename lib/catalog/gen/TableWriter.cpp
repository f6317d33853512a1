//===-- TableWriter.cpp - Packs as constant tables of C++ -----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/catalog/gen/TableWriter.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/Twine.h"
#include <string>
#include <vector>

using llvm::ArrayRef;
using llvm::StringRef;

namespace asynctidy::catalog {

namespace {

/// A StringRef's initializer. The length is written out: nobody has to count.
std::string text(StringRef Text) {
  std::string Literal;
  llvm::raw_string_ostream OS(Literal);
  OS << "{\"";
  OS.write_escaped(Text);
  OS << "\", " << Text.size() << '}';
  return Literal;
}

std::string number(int Value) {
  switch (Value) {
  case NoArgument:
    return "NoArgument";
  case ReceiverArgument:
    return "ReceiverArgument";
  case AnyArgument:
    return "AnyArgument";
  case TemplateArguments:
    return "TemplateArguments";
  default:
    return std::to_string(Value);
  }
}

std::string number(unsigned Value) { return std::to_string(Value) + "u"; }

std::string boolean(bool Value) { return Value ? "true" : "false"; }

std::string range(Range R) {
  return "{" + number(R.Min) + ", " + number(R.Max) + "}";
}

std::string indexedText(const IndexedText &I) {
  return "{" + number(I.Index) + ", " + text(I.Text) + "}";
}

std::string indexedBits(const IndexedBits &I) {
  return "{" + number(I.Index) + ", " + std::to_string(I.Bits) + "u}";
}

/// `Category::Sleep`, by number: the names are those of Model.h.
template <typename Enum> std::string enumerator(StringRef Type, Enum Value) {
  return (Type + "(" + llvm::Twine(static_cast<unsigned>(Value)) + ")").str();
}

/// The fields of an aggregate that differ from what they are left out.
class Fields {
public:
  void add(StringRef Name, StringRef Value) {
    if (!Body.empty())
      Body += ", ";
    Body += ("." + Name + " = " + Value).str();
  }
  /// A table by its name; none for an empty one.
  void addTable(StringRef Name, const std::string &Table) {
    if (!Table.empty())
      add(Name, Table);
  }
  void addText(StringRef Name, StringRef Text) {
    if (!Text.empty())
      add(Name, text(Text));
  }
  void addIndex(StringRef Name, int Index) {
    if (Index != NoArgument)
      add(Name, number(Index));
  }
  template <typename Enum>
  void addUnless(StringRef Name, StringRef Type, Enum Value, Enum LeftOut) {
    if (Value != LeftOut)
      add(Name, enumerator(Type, Value));
  }
  std::string take() const { return "{" + Body + "}"; }
  std::string takeUnlessEmpty() const { return Body.empty() ? "" : take(); }

private:
  std::string Body;
};

class TableWriter {
public:
  explicit TableWriter(llvm::raw_ostream &OS) : OS(OS) {}

  std::string pack(const Pack &P);

  /// The name of a table of \p Items, which is written unless it was before;
  /// empty for no items.
  template <typename T>
  std::string table(StringRef Type, ArrayRef<T> Items,
                    llvm::function_ref<std::string(const T &)> Write) {
    if (Items.empty())
      return "";
    std::string Body = (Type + " {").str();
    for (const T &Item : Items)
      Body += Write(Item) + ",\n";
    auto [It, New] = Tables.try_emplace(Body, Tables.size());
    std::string Name = "T" + std::to_string(It->second);
    if (New)
      OS << "constexpr " << Type << " " << Name << "[] = {"
         << StringRef(Body).drop_front(Type.size() + 2) << "};\n";
    return Name;
  }

private:
  std::string texts(ArrayRef<StringRef> Items) {
    return table<StringRef>("StringRef", Items, text);
  }
  std::string numbers(ArrayRef<int> Items) {
    return table<int>("int", Items, [](int N) { return number(N); });
  }
  std::string indexedTexts(ArrayRef<IndexedText> Items) {
    return table<IndexedText>("IndexedText", Items, indexedText);
  }
  std::string bits(ArrayRef<IndexedBits> Items) {
    return table<IndexedBits>("IndexedBits", Items, indexedBits);
  }
  std::string condition(const Condition &When);
  std::string entry(const Entry &E);
  std::string resource(const ResourceUse &Use);
  std::string parameter(const ParameterUse &Use);
  std::string route(const RouteUse &Use);
  std::string read(const ReadUse &Use);
  std::string answer(const AnswerUse &Use);
  std::string replacement(const Replacement &R);
  std::string need(const Need &N);
  std::string verify(const Verify &V);

  llvm::raw_ostream &OS;
  llvm::StringMap<size_t> Tables;
};

std::string TableWriter::condition(const Condition &When) {
  Fields F;
  auto AddRange = [&](StringRef Name, Range R) {
    if (R.Min != Range().Min || R.Max != Range().Max)
      F.add(Name, range(R));
  };
  AddRange("Parameters", When.Parameters);
  AddRange("Arguments", When.Arguments);
  F.addTable("Types", indexedTexts(When.Types));
  F.addTable("NotTypes", indexedTexts(When.NotTypes));
  F.addTable("Receiver", texts(When.Receiver));
  F.addTable("Returns", texts(When.Returns));
  F.addTable("NotReturns", texts(When.NotReturns));
  F.addTable("Null", numbers(When.Null));
  F.addTable("NotNull", numbers(When.NotNull));
  F.addTable("Bits", bits(When.Bits));
  F.addTable("NotBits", bits(When.NotBits));
  F.addTable("Refers", indexedTexts(When.Refers));
  return F.takeUnlessEmpty();
}

std::string TableWriter::entry(const Entry &E) {
  Fields F;
  F.add("Kind", enumerator("Section", E.Kind));
  F.addTable("In", texts(E.In));
  F.addTable("Names", texts(E.Names));
  F.addTable("Types", texts(E.Types));
  F.addTable("When", condition(E.When));
  F.addTable("NotIn", texts(E.NotIn));
  F.add("Line", number(E.Line));
  F.add("Cat", enumerator("Category", E.Cat));
  F.add("Lvl", enumerator("Level", E.Lvl));
  F.addText("Why", E.Why);
  F.addIndex("Timeout", E.Timeout);
  if (E.Sleep.Argument != NoArgument)
    F.add("Sleep", "{" + number(E.Sleep.Argument) + ", " +
                       enumerator("DurationUnit", E.Sleep.Unit) + "}");
  if (!E.Unless.Names.empty())
    F.add("Unless",
          "{" + texts(E.Unless.Names) + ", " + number(E.Unless.Same) + "}");
  F.addText("Help", E.Help);
  F.addIndex("Descriptor", E.Descriptor);
  F.addTable("Within", texts(E.Within));
  if (E.NonBlockingBits.Index != NoArgument)
    F.add("NonBlockingBits", indexedBits(E.NonBlockingBits));
  F.addText("Runtime", E.Runtime);
  F.add("Coroutine", enumerator("CoroutineKind", E.Coroutine));
  F.add("Returned", boolean(E.Returned));
  F.addTable("Arguments", numbers(E.Arguments));
  F.add("Runs", enumerator("Context", E.Runs));
  F.addIndex("Executor", E.Executor);
  F.addTable("Of", texts(E.Of));
  F.add("Acquire", boolean(E.Acquire));
  F.add("Release", boolean(E.Release));
  F.add("Request", boolean(E.Request));
  F.add("Event", enumerator("EventKind", E.Event));
  F.addTable("Resource", resource(E.Resource));
  F.addTable("Parameter", parameter(E.Parameter));
  F.addTable("Route", route(E.Route));
  F.addTable("Read", read(E.Read));
  F.addTable("Answer", answer(E.Answer));
  return F.take();
}

std::string TableWriter::resource(const ResourceUse &Use) {
  constexpr ResourceUse LeftOut;
  Fields F;
  F.addUnless("Kind", "ResourceKind", Use.Kind, LeftOut.Kind);
  F.addUnless("Static", "Verdict", Use.Static, LeftOut.Static);
  F.addUnless("PerRequest", "Verdict", Use.PerRequest, LeftOut.PerRequest);
  F.addText("Shared", Use.Shared);
  if (Use.Empty)
    F.add("Empty", boolean(Use.Empty));
  F.addTable("ReleasedBy", texts(Use.ReleasedBy));
  F.addIndex("Handle", Use.Handle);
  F.addText("HandleType", Use.HandleType);
  F.addText("Unreleased", Use.Unreleased);
  if (Use.Drains)
    F.add("Drains", boolean(Use.Drains));
  return F.takeUnlessEmpty();
}

std::string TableWriter::parameter(const ParameterUse &Use) {
  constexpr ParameterUse LeftOut;
  Fields F;
  F.addUnless("Kind", "ParameterKind", Use.Kind, LeftOut.Kind);
  F.addText("Name", Use.Name);
  F.addIndex("Argument", Use.Argument);
  F.addText("Field", Use.Field);
  F.addText("Key", Use.Key);
  F.addUnless("Syntax", "TextSyntax", Use.Syntax, LeftOut.Syntax);
  F.addTable("Setters", texts(Use.Setters));
  if (Use.WithNumber)
    F.add("WithNumber", boolean(Use.WithNumber));
  F.addTable("Nothing", texts(Use.Nothing));
  F.addText("Without", Use.Without);
  F.addText("Write", Use.Write);
  F.addTable("Headers", texts(Use.Headers));
  return F.takeUnlessEmpty();
}

std::string TableWriter::route(const RouteUse &Use) {
  Fields F;
  F.addIndex("Handler", Use.Handler);
  F.addText("HandlerMethod", Use.HandlerMethod);
  if (Use.Overrides)
    F.add("Overrides", boolean(Use.Overrides));
  F.addIndex("Path", Use.Path);
  F.addIndex("ClassPath", Use.ClassPath);
  F.addIndex("Methods", Use.Methods);
  F.addText("Method", Use.Method);
  F.addText("Default", Use.Default);
  F.addText("Component", Use.Component);
  F.addIndex("Objects", Use.Objects);
  F.addTable("Macros", texts(Use.Macros));
  return F.takeUnlessEmpty();
}

std::string TableWriter::read(const ReadUse &Use) {
  constexpr ReadUse LeftOut;
  Fields F;
  F.addUnless("Kind", "ReadKind", Use.Kind, LeftOut.Kind);
  F.addIndex("From", Use.From);
  F.addIndex("Key", Use.Key);
  F.addIndex("Default", Use.Default);
  F.addIndex("Into", Use.Into);
  F.addUnless("Absent", "Absence", Use.Absent, LeftOut.Absent);
  F.addUnless("Invalid", "Absence", Use.Invalid, LeftOut.Invalid);
  F.addText("Test", Use.Test);
  F.addText("Reader", Use.Reader);
  F.addText("Merge", Use.Merge);
  return F.takeUnlessEmpty();
}

std::string TableWriter::answer(const AnswerUse &Use) {
  Fields F;
  F.addTable("Parameter", texts(Use.Parameter));
  F.addTable("Returns", texts(Use.Returns));
  F.addText("NotFound", Use.NotFound);
  F.addText("BadRequest", Use.BadRequest);
  return F.takeUnlessEmpty();
}

std::string TableWriter::need(const Need &N) {
  return "{" + text(N.Placeholder) + ", " + texts(N.Types) + "}";
}

std::string TableWriter::replacement(const Replacement &R) {
  Fields F;
  F.addText("Runtime", R.Runtime);
  F.add("Cat", enumerator("Category", R.Cat));
  F.addText("Text", R.Text);
  F.addTable("Headers", texts(R.Headers));
  F.add("Fix", boolean(R.Fix));
  F.addTable("Needs", table<Need>("Need", R.Needs,
                                  [&](const Need &N) { return need(N); }));
  F.add("Line", number(R.Line));
  return F.take();
}

std::string TableWriter::verify(const Verify &V) {
  Fields F;
  F.addText("Package", V.Package);
  F.addTable("Includes", texts(V.Includes));
  F.addText("Under", V.Under);
  F.addTable("Flags", texts(V.Flags));
  return F.take();
}

std::string TableWriter::pack(const Pack &P) {
  Fields F;
  F.addText("Name", P.Name);
  F.addText("Library", P.Library);
  F.addText("Description", P.Description);
  F.addTable("Entries", table<Entry>("Entry", P.Entries,
                                     [&](const Entry &E) { return entry(E); }));
  F.addTable("Replacements", table<Replacement>("Replacement", P.Replacements,
                                                [&](const Replacement &R) {
                                                  return replacement(R);
                                                }));
  F.addTable("Verifies",
             table<Verify>("Verify", P.Verifies,
                           [&](const Verify &V) { return verify(V); }));
  return F.take();
}

} // namespace

void writeTables(ArrayRef<const Pack *> Packs, llvm::raw_ostream &OS) {
  OS << "// Generated from the packs by async-tidy-pack-gen.\n"
        "#include \"lib/catalog/Catalog.h\"\n"
        "#ifdef __clang__\n"
        "#pragma clang diagnostic ignored \"-Wmissing-field-initializers\"\n"
        "#endif\n"
        "namespace asynctidy::catalog {\n"
        "namespace {\n"
        "using llvm::StringRef;\n";
  TableWriter Writer(OS);
  std::string Table = Writer.table<const Pack *>(
      "Pack", Packs, [&](const Pack *P) { return Writer.pack(*P); });
  OS << "} // namespace\n"
        "llvm::ArrayRef<Pack> builtinPacks() { return "
     << (Table.empty() ? "{}" : Table)
     << "; }\n"
        "} // namespace asynctidy::catalog\n";
}

} // namespace asynctidy::catalog
