//===-- EntryReader.cpp - Reads the sections of a pack --------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/catalog/EntryReader.h"
#include "lib/catalog/EntryKeys.h"
#include "llvm/ADT/STLExtras.h"

using llvm::ArrayRef;
using llvm::StringRef;

namespace asynctidy::catalog {

namespace {

constexpr StringRef BitsKeys[] = {"argument", "bits"};
constexpr StringRef DurationKeys[] = {"argument", "unit"};
constexpr StringRef UnlessKeys[] = {"names", "same"};

static_assert(MaxPackNames == 65536, "a message says this limit");

/// The contexts in their order: only the first two are places to run work.
constexpr unsigned LoopOrOffload = 2, AnyContext = 6;

/// The same text for two values that say the same.
std::string canonical(const YamlNode &Node) {
  if (!Node.isList() && !Node.isMap())
    return Node.Text.str();
  std::vector<std::string> Parts;
  for (size_t I = 0; I < Node.Items.size(); ++I) {
    Parts.push_back(canonical(Node.Items[I]));
    if (Node.isMap())
      Parts.back() += "=" + canonical(Node.Items[++I]);
  }
  llvm::sort(Parts);
  std::string Text;
  for (const std::string &Part : Parts)
    Text += "(" + Part + ")";
  return Text;
}

} // namespace

void EntryReader::setPackages(ArrayRef<Verify> Verifies) {
  for (const Verify &V : Verifies)
    if (!V.Package.empty())
      Packages.push_back(V.Package);
}

void EntryReader::readSection(Section S, const YamlNode &Node) {
  Entries.reserve(Entries.size() + Node.Items.size());
  Values.items(Node, "a list of entries",
               [&](const YamlNode &Item) { readEntry(S, Item); });
}

void EntryReader::readEntry(Section S, const YamlNode &Node) {
  std::string What = ("an entry of '" + spelling(S) + "'").str();
  PackFields Fields(Values, Node, What, keysOf(S));
  if (!Node.isMap())
    return;
  Entry E;
  E.Kind = S;
  E.Line = Node.Line;
  if (S != Section::Answers) // it is about no name of its own
    readNames(Fields, Node, E);
  switch (S) {
  case Section::Blocking:
    readBlocking(Fields, Node, E);
    break;
  case Section::NonBlocking:
  case Section::Makers:
    break;
  case Section::Descriptors:
    readDescriptors(Fields, E);
    break;
  case Section::Coroutines:
    readCoroutines(Fields, E);
    break;
  case Section::Callbacks:
    readCallbacks(Fields, E);
    break;
  case Section::Overrides:
    readContext(Fields, E, AnyContext);
    readRuntime(Fields, E);
    readRequest(Fields, E);
    break;
  case Section::Executors:
    readContext(Fields, E, LoopOrOffload);
    break;
  case Section::Wrappers:
    if (const YamlNode *Argument = Fields.require("argument"))
      E.Arguments =
          Values.Storage.save(std::vector<int>{Values.index(*Argument)});
    readExecutor(Fields, E);
    break;
  case Section::Switches:
    readSwitches(Fields, E);
    break;
  case Section::Locks:
    readLocks(Fields, Node, E);
    break;
  case Section::Events:
    readEvents(Fields, E);
    break;
  case Section::Resources:
    readResources(Fields, Node, E);
    break;
  case Section::Parameters:
    readParameters(Fields, Node, E);
    break;
  case Section::Routes:
    readRoutes(Fields, Node, E);
    break;
  case Section::Reads:
    readReads(Fields, Node, E);
    break;
  case Section::Answers:
    readAnswers(Fields, Node, E);
    break;
  }
  Entries.push_back(E);
}

void EntryReader::readNames(const PackFields &Fields, const YamlNode &Node,
                            Entry &E) {
  bool HasTypes = llvm::is_contained(keysOf(E.Kind), "types");
  bool HasNames = llvm::is_contained(keysOf(E.Kind), "names");
  const YamlNode *Types = HasTypes ? Fields.get("types") : nullptr;
  const YamlNode *Names = HasNames ? Fields.get("names") : nullptr;
  if (HasTypes && HasNames && !Types == !Names)
    Values.mistake(Node, "an entry of '" + spelling(E.Kind) +
                             "' has either 'types' or 'names'");
  else if (!Types && !Names)
    Fields.require(HasTypes ? "types" : "names");

  if (const YamlNode *In = Fields.get("in"))
    E.In = Values.names(*In, NameRule::Scope);
  else
    E.In = Values.Storage.save(std::vector<StringRef>{""});
  if (Types)
    E.Types = Values.names(*Types, NameRule::Scope);
  if (Names) {
    E.Names = Values.names(*Names, NameRule::Function);
    checkAnyMethod(*Names, E);
  }
  if (const YamlNode *NotIn = Fields.get("not-in"))
    readNotIn(*NotIn, E);
  const YamlNode *When = nullptr;
  if (llvm::is_contained(keysOf(E.Kind), "when"))
    When = Fields.get("when");
  if (When)
    E.When = condition(*When);

  std::string Selection = When ? canonical(*When) : "";
  for (StringRef Key : selectionKeysOf(E.Kind))
    if (const YamlNode *Value = Fields.get(Key))
      Selection += "|" + canonical(*Value);
  checkGivenOnce(E, Types ? Types : Names, Selection);
}

void EntryReader::checkAnyMethod(const YamlNode &Node, const Entry &E) {
  if (!llvm::is_contained(E.Names, StringRef(AnyMethod)))
    return;
  if (E.Names.size() > 1)
    Values.mistake(Node, "'*' stands alone; give the other names an entry of "
                         "their own");
  if (E.In.front().empty())
    Values.mistake(Node, "'*' needs the classes in 'in'");
}

void EntryReader::checkGivenOnce(const Entry &E, const YamlNode *Node,
                                 StringRef Selection) {
  ArrayRef<StringRef> Names = E.Types.empty() ? E.Names : E.Types;
  // A few long lists stand for more names than any memory holds.
  bool WasTooMany = NumNames > MaxPackNames;
  NumNames += E.In.size() * Names.size();
  if (NumNames > MaxPackNames) {
    if (!WasTooMany)
      Values.mistake(*Node, "more than 65536 names, those of each scope "
                            "counted; split the pack");
    return;
  }
  for (StringRef Scope : E.In)
    for (auto [Index, Name] : llvm::enumerate(Names)) {
      std::string Full = (Scope.empty() ? Name : Scope + "::" + Name).str();
      auto Key = Full + " " + spelling(E.Kind).str() + Selection.str();
      const YamlNode &At = Node->isList() ? Node->Items[Index] : *Node;
      auto [It, New] = Given.try_emplace(Key, At.Line);
      if (!New)
        Values.mistake(At, quoted(Full) + " is given twice in '" +
                               spelling(E.Kind) +
                               "' with the same conditions, first at line " +
                               llvm::Twine(It->second));
    }
}

void EntryReader::readNotIn(const YamlNode &Node, Entry &E) {
  E.NotIn = Values.texts(Node);
  for (StringRef Package : E.NotIn)
    if (!llvm::is_contained(Packages, Package))
      Values.mistake(Node, "no 'verify' of this pack has the package " +
                               quoted(Package) + didYouMean(Package, Packages));
}

void EntryReader::readBlocking(const PackFields &Fields, const YamlNode &Node,
                               Entry &E) {
  if (const YamlNode *Cat = Fields.require("category"))
    E.Cat = Values.word<Category>(*Cat);
  readLevel(Fields, Node, E);
  if (const YamlNode *Timeout = Fields.get("timeout"))
    E.Timeout = Values.index(*Timeout);
  if (const YamlNode *Sleep = Fields.get("duration"))
    readDuration(*Sleep, E);
  if (const YamlNode *Unless = Fields.get("unless-called"))
    readUnlessCalled(*Unless, E);
  if (const YamlNode *Help = Fields.get("help"))
    E.Help = Values.text(*Help);
  if (const YamlNode *Descriptor = Fields.get("descriptor"))
    E.Descriptor = Values.index(*Descriptor);
  if (const YamlNode *Within = Fields.get("within")) {
    E.Within = Values.texts(*Within);
    for (StringRef Runtime : E.Within)
      checkRuntime(*Within, Runtime);
  }
}

void EntryReader::readLevel(const PackFields &Fields, const YamlNode &Node,
                            Entry &E) {
  if (const YamlNode *Lvl = Fields.get("level"))
    E.Lvl = Values.word<Level>(*Lvl);
  if (const YamlNode *Why = Fields.get("why"))
    E.Why = Values.text(*Why);
  else if (E.Lvl == Level::Strict)
    Values.mistake(Node, "missing key 'why': an entry of level strict says why "
                         "it is one");
}

void EntryReader::readDuration(const YamlNode &Node, Entry &E) {
  PackFields Fields(Values, Node, "'duration'", DurationKeys);
  if (const YamlNode *Argument = Fields.require("argument"))
    E.Sleep.Argument = Values.index(*Argument);
  if (const YamlNode *Unit = Fields.get("unit"))
    E.Sleep.Unit = Values.word<DurationUnit>(*Unit);
}

void EntryReader::readUnlessCalled(const YamlNode &Node, Entry &E) {
  PackFields Fields(Values, Node, "'unless-called'", UnlessKeys);
  if (const YamlNode *Names = Fields.require("names"))
    E.Unless.Names = Values.names(*Names, NameRule::Function);
  if (const YamlNode *Same = Fields.get("same"))
    E.Unless.Same = Values.index(*Same, IndexWord::Any);
}

void EntryReader::readDescriptors(const PackFields &Fields, Entry &E) {
  const YamlNode *Node = Fields.get("nonblocking");
  if (!Node)
    return;
  PackFields Bits(Values, *Node, "'nonblocking'", BitsKeys);
  if (const YamlNode *Argument = Bits.require("argument"))
    E.NonBlockingBits.Index = Values.index(*Argument);
  if (const YamlNode *Value = Bits.require("bits"))
    E.NonBlockingBits.Bits = Values.bits(*Value);
}

void EntryReader::readCoroutines(const PackFields &Fields, Entry &E) {
  if (const YamlNode *Kind = Fields.get("kind"))
    E.Coroutine = Values.word<CoroutineKind>(*Kind);
  if (const YamlNode *Returned = Fields.get("returned"))
    E.Returned = Values.boolean(*Returned);
  if (E.Coroutine == CoroutineKind::Task)
    Fields.require("runtime");
  readRuntime(Fields, E);
}

void EntryReader::readCallbacks(const PackFields &Fields, Entry &E) {
  if (const YamlNode *Arguments = Fields.require("arguments")) {
    if (Arguments->isScalar() && Arguments->Text == "all")
      E.Arguments = Values.Storage.save(std::vector<int>{AnyArgument});
    else
      E.Arguments = Values.indexes(*Arguments);
  }
  readContext(Fields, E, AnyContext);
  readExecutor(Fields, E);
  readRuntime(Fields, E);
  readRequest(Fields, E);
}

void EntryReader::readSwitches(const PackFields &Fields, Entry &E) {
  E.Runs = Context::Offload;
  if (Fields.get("context") || !Fields.get("executor"))
    readContext(Fields, E, LoopOrOffload);
  readExecutor(Fields, E);
}

void EntryReader::readLocks(const PackFields &Fields, const YamlNode &Node,
                            Entry &E) {
  if (const YamlNode *Acquire = Fields.get("acquire"))
    E.Acquire = Values.boolean(*Acquire);
  if (const YamlNode *Release = Fields.get("release"))
    E.Release = Values.boolean(*Release);
  if (const YamlNode *Of = Fields.get("of"))
    E.Of = Values.names(*Of, NameRule::Scope);
  bool Says = E.Acquire || E.Release;
  if (E.Types.empty() && !E.Names.empty() && !Says)
    Values.mistake(Node, "'names' in 'locks' need 'acquire: true' or "
                         "'release: true'");
  if (!E.Types.empty() && Says)
    Values.mistake(Node, "'acquire' and 'release' are about 'names'; a guard "
                         "does both");
}

void EntryReader::readEvents(const PackFields &Fields, Entry &E) {
  const YamlNode *Event = Fields.require("event");
  if (Event)
    E.Event = Values.word<EventKind>(*Event);
  const YamlNode *Help = Fields.get("help");
  if (!Help)
    return;
  E.Help = Values.text(*Help);
  if (Event && E.Event != EventKind::RunsLoop)
    Values.mistake(*Help, "'help' of 'events' goes with 'event: runs-loop'");
}

void EntryReader::readContext(const PackFields &Fields, Entry &E,
                              unsigned NumAllowed) {
  if (const YamlNode *Runs = Fields.require("context"))
    E.Runs = Values.word<Context>(*Runs, NumAllowed);
}

void EntryReader::readExecutor(const PackFields &Fields, Entry &E) {
  if (const YamlNode *Executor = Fields.get("executor"))
    E.Executor = Values.index(*Executor, IndexWord::Receiver);
}

void EntryReader::readRuntime(const PackFields &Fields, Entry &E) {
  if (const YamlNode *Runtime = Fields.get("runtime"))
    E.Runtime = runtime(*Runtime);
}

void EntryReader::readRequest(const PackFields &Fields, Entry &E) {
  if (const YamlNode *Request = Fields.get("request"))
    E.Request = Values.boolean(*Request);
}

StringRef EntryReader::runtime(const YamlNode &Node) {
  StringRef Runtime = Values.text(Node);
  checkRuntime(Node, Runtime);
  return Runtime;
}

void EntryReader::checkRuntime(const YamlNode &Node, StringRef Runtime) {
  if (!Runtime.empty() && !isKebabCase(Runtime))
    Values.mistake(Node, "the key of a runtime is kebab-case, as in 'asio', "
                         "not " +
                             quoted(Runtime));
}

} // namespace asynctidy::catalog
