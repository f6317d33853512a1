//===-- Model.h - What a catalog pack says ----------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The entries of a pack as plain aggregates of references. Built-in packs are
/// generated constant tables of them; packs read at run time keep their text
/// in the \c PackStorage that made them. The format is docs/catalog.md.
///
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_CATALOG_MODEL_H
#define ASYNC_TIDY_LIB_CATALOG_MODEL_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <climits>
#include <cstdint>
#include <utility>

namespace asynctidy::catalog {

/// What a blocking call waits for.
enum class Category : uint8_t {
  Sleep,
  File,
  Dns,
  Network,
  Http,
  Database,
  Cache,
  Process,
  Wait,
  Lock,
  Console,
};
inline constexpr unsigned NumCategories = 11;

/// How certain a finding is: \c Default would be accepted in nearly every
/// review, \c Strict is shown only when it is asked for.
enum class Level : uint8_t { Default, Strict };

/// Where a piece of code runs.
enum class Context : uint8_t {
  Loop,     ///< on an event loop, together with other requests
  Offload,  ///< on a thread that may block
  Inline,   ///< wherever the call stands: called before the function returns
  Startup,  ///< before the loop serves
  Thread,   ///< a handler that owns its thread
  Shutdown, ///< after the loop has served
};

/// What a coroutine's return type says about where its body runs.
enum class CoroutineKind : uint8_t { Task, Generator, Thread };

/// What happens in the life of a service.
enum class EventKind : uint8_t {
  RunsLoop,          ///< the calling thread runs the event loop until it ends
  Accepts,           ///< connections are accepted: the program is a server
  HandlesSignal,     ///< a signal handler is set, or a signal waited for
  Stops,             ///< the loop or server is told to end
  AnswersExceptions, ///< a framework answers what its handlers throw
  HandlesExceptions, ///< the program says how that is answered
};

/// What a service keeps for many requests.
enum class ResourceKind : uint8_t {
  Pool,       ///< several connections, handed out one at a time
  Client,     ///< talks to another service, for many requests at a time
  Connection, ///< one connection or session, for one user at a time
  Executor,   ///< a pool of threads
};

/// How a use of a resource is seen: not at all, or with a level.
enum class Verdict : uint8_t { Default, Strict, Fine };

/// What a pool or client can be told.
enum class ParameterKind : uint8_t {
  Size,    ///< how many connections it keeps
  Limit,   ///< how many there may be at most
  Wait,    ///< how long a request waits for a free one, or for an answer
  Recycle, ///< how long a connection lives, or stays idle
  Connect, ///< how long connecting may take
};

/// What the text is written in that a parameter is looked for.
enum class TextSyntax : uint8_t {
  Uri,      ///< `scheme://host?key=value&key=value`
  UriPath,  ///< the same, with a path before the options:
            ///< `scheme://host/?key=value`
  KeyValue, ///< `key=value key=value`, as libpq's conninfo; a URI is one too
  Semicolon ///< `key=value;key=value`
};

/// The unit of a number that is a duration.
enum class DurationUnit : uint8_t { Chrono, Seconds, Millis, Micros, Nanos };

/// What a call of an entry of `reads` gives.
enum class ReadKind : uint8_t {
  Body,      ///< a request's body as it came
  Document,  ///< a parsed text
  Field,     ///< what a document has under a key
  Value,     ///< a field, parameter or document as another type
  Parameter, ///< a parameter of a query or form, a header
  Object,    ///< a class whose members were set from a document or text
  Optional,  ///< types whose values can say that nothing was sent
  Test,      ///< whether a field or parameter was sent
  Merge,     ///< takes over nothing but what was sent or set
  Entity,    ///< something looked up that may not be there
  Rows,      ///< a result of a query that may have no rows
};

/// What a read gives where nothing was sent, or where what was sent can't be
/// read.
enum class Absence : uint8_t {
  Null,  ///< a null, an empty optional
  Empty, ///< an empty text, a value-initialized object
  Zero,
  False,
  Throws,
  Keeps,     ///< the argument that would get it is left as it was
  Undefined, ///< undefined behaviour
  Error,     ///< an error code or a result that has one
  Unsaid,
};

/// An argument's index that isn't there.
inline constexpr int NoArgument = INT_MIN;
/// The object of a member call, where an argument's index is asked for.
inline constexpr int ReceiverArgument = INT_MAX;
/// Any argument.
inline constexpr int AnyArgument = INT_MAX - 1;
/// The arguments of the function template.
inline constexpr int TemplateArguments = INT_MAX - 2;

/// A count between two bounds, both included.
struct Range {
  unsigned Min = 0;
  unsigned Max = UINT_MAX;

  constexpr bool contains(unsigned N) const { return N >= Min && N <= Max; }
};

/// Types that one argument or parameter may have.
struct IndexedText {
  int Index;
  llvm::StringRef Text;
};

/// Bits of a constant argument.
struct IndexedBits {
  int Index;
  uint64_t Bits;
};

/// Selects overloads and calls: every condition given must hold.
struct Condition {
  Range Parameters;
  Range Arguments;
  llvm::ArrayRef<IndexedText> Types;
  llvm::ArrayRef<IndexedText> NotTypes;
  llvm::ArrayRef<llvm::StringRef> Receiver;
  llvm::ArrayRef<llvm::StringRef> Returns;
  llvm::ArrayRef<llvm::StringRef> NotReturns;
  llvm::ArrayRef<int> Null;
  llvm::ArrayRef<int> NotNull;
  llvm::ArrayRef<IndexedBits> Bits;
  llvm::ArrayRef<IndexedBits> NotBits;
  llvm::ArrayRef<IndexedText> Refers;
};

/// The sections of a pack.
enum class Section : uint8_t {
  Blocking,
  NonBlocking,
  Descriptors,
  Coroutines,
  Callbacks,
  Overrides,
  Executors,
  Wrappers,
  Switches,
  Locks,
  Events,
  Makers,
  Resources,
  Parameters,
  Routes,
  Reads,
  Answers,
};
inline constexpr unsigned NumSections = 17;

/// `duration:` of a blocking entry.
struct Duration {
  int Argument = NoArgument;
  DurationUnit Unit = DurationUnit::Chrono;
};

/// `unless-called:` of a blocking entry.
struct UnlessCalled {
  llvm::ArrayRef<llvm::StringRef> Names;
  int Same = AnyArgument;
};

/// What an entry of `resources` says beside its names. `why` of the entry says
/// why one of the verdicts is strict.
struct ResourceUse {
  ResourceKind Kind = ResourceKind::Connection;
  /// Of one with static storage duration.
  Verdict Static = Verdict::Default;
  /// Of one made in each request.
  Verdict PerRequest = Verdict::Default;
  /// One clause: what to use instead of one for each request.
  llvm::StringRef Shared;
  /// The default constructor makes an empty object without a connection.
  bool Empty = false;
  /// Functions that end its life; none for what a destructor ends.
  llvm::ArrayRef<llvm::StringRef> ReleasedBy;
  /// The argument that the call puts the handle into; NoArgument for the
  /// result.
  int Handle = NoArgument;
  /// The handle's type as a person writes it: `PGconn`.
  llvm::StringRef HandleType;
  /// One clause: what follows when nothing ends it; empty for a connection that
  /// the other side keeps.
  llvm::StringRef Unreleased;
  /// Ends by itself when the loop is stopped: it only keeps a loop from
  /// draining.
  bool Drains = false;
};

/// What an entry of `parameters` says beside its names: a parameter of the
/// pools, clients or connections that those functions make.
struct ParameterUse {
  ParameterKind Kind = ParameterKind::Size;
  /// As the library calls it: `wait_timeout`.
  llvm::StringRef Name;
  /// The argument that is it, that has it as a field, or whose text has it as a
  /// key.
  int Argument = NoArgument;
  /// The member variable of the argument.
  llvm::StringRef Field;
  /// The key in the argument's text, and how that is written.
  llvm::StringRef Key;
  TextSyntax Syntax = TextSyntax::Uri;
  /// Functions and methods that set it: on the argument before, or on what was
  /// made after.
  llvm::ArrayRef<llvm::StringRef> Setters;
  /// They set it only when their last argument is a number or a duration.
  bool WithNumber = false;
  /// Constants that mean the same as nothing: `0`, `-1`. Durations count in
  /// whatever unit.
  llvm::ArrayRef<llvm::StringRef> Nothing;
  /// One clause: what happens without it.
  llvm::StringRef Without;
  /// The value that a fix writes, with `{PoolSize}`, `{MaxOverflow}`,
  /// `{RecycleSeconds}`, `{WaitSeconds}` and the like; empty for no fix.
  llvm::StringRef Write;
  llvm::ArrayRef<llvm::StringRef> Headers;
};

/// What an entry of `routes` says beside its names: a function that says which
/// code answers which requests, or a virtual function that answers them.
struct RouteUse {
  /// The argument that is the handler; NoArgument for another.
  int Handler = NoArgument;
  /// The method of the class whose function makes the call; may be empty.
  llvm::StringRef HandlerMethod;
  /// The names are virtual functions, and what overrides them is the handler.
  bool Overrides = false;
  /// The argument that has the path, or ReceiverArgument: the calls that the
  /// object comes from have it.
  int Path = NoArgument;
  /// A flag: the class's name stands before the path.
  int ClassPath = NoArgument;
  /// The argument that has the methods of HTTP; ReceiverArgument and
  /// TemplateArguments too.
  int Methods = NoArgument;
  /// The only method, or `name`: the function is called as the method is.
  llvm::StringRef Method;
  /// The method where Methods says none; empty for every method.
  llvm::StringRef Default;
  /// A static member variable of the handler's class whose text names the
  /// component of the static configuration that has path and methods.
  llvm::StringRef Component;
  /// The handler's parameters from this one on are made of the request's body
  /// where they are classes.
  int Objects = NoArgument;
  /// Path and Methods are arguments of one of these macros, which the call
  /// comes from.
  llvm::ArrayRef<llvm::StringRef> Macros;
};

/// What an entry of `reads` says beside its names: how data of a request is
/// read, and what that gives where the client sent nothing.
struct ReadUse {
  ReadKind Kind = ReadKind::Field;
  /// The argument that is read from; NoArgument for the object of a method and
  /// the first argument of a function.
  int From = NoArgument;
  /// The argument that names the field or parameter.
  int Key = NoArgument;
  /// The argument that stands in for what wasn't sent.
  int Default = NoArgument;
  /// The argument that gets what is read; NoArgument for the result.
  int Into = NoArgument;
  Absence Absent = Absence::Unsaid;
  Absence Invalid = Absence::Unsaid;
  /// Asks whether it was sent, with `{from}`, `{key}` and `{read}`; empty where
  /// nothing does.
  llvm::StringRef Test;
  /// The function by which the project says how a class of its own is read,
  /// beside the class: `from_json`. May be empty.
  llvm::StringRef Reader;
  /// Statements that take over what was sent instead of the whole, with
  /// `{target}`, `{from}` and `{type}`; may be empty.
  llvm::StringRef Merge;
};

/// What an entry of `answers` says: how a handler ends a request without its
/// result.
struct AnswerUse {
  /// A parameter of the handler has one of these types; none for any handler.
  llvm::ArrayRef<llvm::StringRef> Parameter;
  /// The handler returns one of these types; none for any.
  llvm::ArrayRef<llvm::StringRef> Returns;
  /// Statements, with `{parameter}` and `{return}`.
  llvm::StringRef NotFound;
  llvm::StringRef BadRequest;
};

/// The name that stands for every method of a class.
inline constexpr llvm::StringLiteral AnyMethod("*");

/// One entry of any section but `replacements`. Fields that the section
/// doesn't have keep their defaults.
struct Entry {
  Section Kind = Section::Blocking;
  /// Scopes put before each name; one empty scope when `in` is left out.
  llvm::ArrayRef<llvm::StringRef> In;
  llvm::ArrayRef<llvm::StringRef> Names; ///< functions, objects
  llvm::ArrayRef<llvm::StringRef> Types; ///< classes
  Condition When;
  llvm::ArrayRef<llvm::StringRef> NotIn; ///< packages without these names
  unsigned Line = 0;                     ///< in the pack's file

  // blocking
  Category Cat = Category::Wait;
  Level Lvl = Level::Default;
  llvm::StringRef Why;
  int Timeout = NoArgument;
  Duration Sleep;
  UnlessCalled Unless;
  llvm::StringRef Help;
  int Descriptor = NoArgument;
  /// Only in code whose own runtime is one of these; empty for everywhere.
  llvm::ArrayRef<llvm::StringRef> Within;

  // descriptors: with these bits the descriptor doesn't block
  IndexedBits NonBlockingBits = {NoArgument, 0};

  // coroutines, callbacks, overrides
  llvm::StringRef Runtime;
  CoroutineKind Coroutine = CoroutineKind::Task;
  /// coroutines: a function that returns it is one without any co_await.
  bool Returned = false;

  // callbacks, wrappers (one index); {AnyArgument} for `all`
  llvm::ArrayRef<int> Arguments;
  // callbacks, overrides, executors, switches
  Context Runs = Context::Loop;
  // callbacks, wrappers, switches: the argument that decides instead of Runs
  int Executor = NoArgument;

  // locks: the mutexes that count, by the guard's template argument or the
  // object of the call
  llvm::ArrayRef<llvm::StringRef> Of;
  bool Acquire = false;
  bool Release = false;

  // callbacks, overrides: what runs there serves one request
  bool Request = false;

  // events; Help says where what the service owns is made and closed
  EventKind Event = EventKind::RunsLoop;

  ResourceUse Resource;   // resources
  ParameterUse Parameter; // parameters
  RouteUse Route;         // routes
  ReadUse Read;           // reads
  AnswerUse Answer;       // answers
};

/// An object that a replacement's text needs in scope.
struct Need {
  llvm::StringRef Placeholder;
  llvm::ArrayRef<llvm::StringRef> Types;
};

/// An entry of `replacements`.
struct Replacement {
  llvm::StringRef Runtime;
  Category Cat = Category::Sleep;
  llvm::StringRef Text;
  llvm::ArrayRef<llvm::StringRef> Headers;
  bool Fix = false;
  llvm::ArrayRef<Need> Needs;
  unsigned Line = 0;
};

/// Where names of a pack can be looked up.
struct Verify {
  llvm::StringRef Package;
  llvm::ArrayRef<llvm::StringRef> Includes;
  llvm::StringRef Under;
  llvm::ArrayRef<llvm::StringRef> Flags;
};

/// One library's facts.
struct Pack {
  llvm::StringRef Name;
  llvm::StringRef Library;
  llvm::StringRef Description;
  /// Where it was read from; empty for a built-in pack.
  llvm::StringRef File;
  llvm::ArrayRef<Entry> Entries;
  llvm::ArrayRef<Replacement> Replacements;
  llvm::ArrayRef<Verify> Verifies;
};

/// All spellings of an enumeration in packs, in its order: "sleep", "file" ...
template <typename Enum> llvm::ArrayRef<llvm::StringRef> spellings();
template <> llvm::ArrayRef<llvm::StringRef> spellings<Category>();
template <> llvm::ArrayRef<llvm::StringRef> spellings<Level>();
template <> llvm::ArrayRef<llvm::StringRef> spellings<Context>();
template <> llvm::ArrayRef<llvm::StringRef> spellings<CoroutineKind>();
template <> llvm::ArrayRef<llvm::StringRef> spellings<EventKind>();
template <> llvm::ArrayRef<llvm::StringRef> spellings<ResourceKind>();
template <> llvm::ArrayRef<llvm::StringRef> spellings<Verdict>();
template <> llvm::ArrayRef<llvm::StringRef> spellings<ParameterKind>();
template <> llvm::ArrayRef<llvm::StringRef> spellings<TextSyntax>();
template <> llvm::ArrayRef<llvm::StringRef> spellings<DurationUnit>();
template <> llvm::ArrayRef<llvm::StringRef> spellings<ReadKind>();
template <> llvm::ArrayRef<llvm::StringRef> spellings<Absence>();
template <> llvm::ArrayRef<llvm::StringRef> spellings<Section>();

/// The name as packs spell it: "sleep", "loop", "default" ...
template <typename Enum> llvm::StringRef spelling(Enum Value) {
  return spellings<Enum>()[static_cast<unsigned>(Value)];
}

/// A name taken apart at its last `::`: `{"std::jthread", "~jthread"}`. The
/// first is empty for a name without a scope.
std::pair<llvm::StringRef, llvm::StringRef> splitName(llvm::StringRef Name);

} // namespace asynctidy::catalog

#endif // ASYNC_TIDY_LIB_CATALOG_MODEL_H
