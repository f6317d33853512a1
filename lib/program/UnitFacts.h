//===-- UnitFacts.h - What one unit says of the program ---------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Plain data without any AST behind it: it goes into the store, to other
/// machines, and into the link over all units. Functions are keyed by Clang's
/// USR; files are relative to the project's root, or absolute outside it. The
/// shape is that of LLVM's summaries: symbols with USR and place, then facts by
/// kind, one file a unit.
///
/// A new kind of fact is a struct with \c visit and a line in
/// \c UnitFacts::visitKinds: the codecs and the store know the rest.
///
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_PROGRAM_UNITFACTS_H
#define ASYNC_TIDY_LIB_PROGRAM_UNITFACTS_H

#include "lib/catalog/Model.h"
#include <compare>
#include <cstdint>
#include <string>
#include <vector>

namespace asynctidy::program {

/// Indices into the tables of the same UnitFacts.
using FileIndex = uint32_t;
using SymbolIndex = uint32_t;
/// An index of nothing.
inline constexpr uint32_t None = UINT32_MAX;

/// A place in a file; lines and columns count from 1, columns in bytes.
struct Place {
  FileIndex File = None;
  uint32_t Line = 0;
  uint32_t Column = 0;

  auto operator<=>(const Place &) const = default;
  template <typename V> void visit(V &Visit) {
    Visit("file", File);
    Visit("line", Line);
    Visit("column", Column);
  }
};

/// A function, lambda or member variable that units speak of.
struct Symbol {
  /// Clang's USR. A lambda's, and that of what only one file knows, has the
  /// file and the place behind it: Clang's own are not unique there.
  std::string Usr;
  /// The file of its first declaration: programs of one database may have
  /// different functions of one name.
  FileIndex DeclaredIn = None;
  /// As a person calls it: `load`, `Repository::find`, `lambda`.
  std::string Name;
  /// Other files that declare it, as far as the unit sees.
  std::vector<FileIndex> AlsoDeclaredIn;
  /// A function or variable of a namespace: any file may declare it by itself,
  /// a member only its class.
  bool Free = false;
  /// The unit has its body, whether or not that does anything worth a fact.
  bool Defined = false;
  /// A template of which the unit has an instantiation: that speaks for it.
  bool Instantiated = false;
  /// What a declaration of it says.
  enum Annotation : uint8_t { NoAnnotation, OnLoop, Blocking, NonBlocking };
  Annotation Says = NoAnnotation;

  template <typename V> void visit(V &Visit) {
    Visit("usr", Usr);
    Visit("declared_in", DeclaredIn);
    Visit("name", Name);
    Visit("also_declared_in", AlsoDeclaredIn);
    Visit("free", Free);
    Visit("defined", Defined);
    Visit("instantiated", Instantiated);
    Visit("says", Says);
  }
};

/// What can hold a callable: a parameter, or a member variable.
struct Slot {
  /// The function, or the member variable.
  SymbolIndex Owner = None;
  /// The parameter's index; None for a member variable.
  uint32_t Parameter = None;

  auto operator<=>(const Slot &) const = default;
  template <typename V> void visit(V &Visit) {
    Visit("owner", Owner);
    Visit("parameter", Parameter);
  }
};

/// Why a function runs where it does.
struct ReasonFact {
  enum Kind : uint8_t {
    Coroutine,
    HandedOver,
    Overrides,
    Annotated,
    Returned,
    Awaiter, ///< a coroutine that awaits the object calls it
    Stored,  ///< given to somebody who keeps it; made by the link, no unit's
             ///< fact
  };
  Kind Why = Coroutine;
  /// Where it was handed over; the function's own place otherwise.
  Place At;
  /// The function that it was given to or that it overrides; the type that it
  /// returns. Empty otherwise.
  std::string Via;
  /// Key of the runtime in the catalog; empty when it isn't known.
  std::string Runtime;
  /// HandedOver, Overrides: what runs there serves one request.
  bool Request = false;

  auto operator<=>(const ReasonFact &) const = default;
  template <typename V> void visit(V &Visit) {
    Visit("why", Why);
    Visit("at", At);
    Visit("via", Via);
    Visit("runtime", Runtime);
    Visit("request", Request);
  }
};

/// What a call gives a parameter that may be a timeout.
struct TimeoutFact {
  uint32_t Argument = 0;
  /// The caller's parameter that is handed on; None for a constant zero.
  uint32_t From = None;

  auto operator<=>(const TimeoutFact &) const = default;
  template <typename V> void visit(V &Visit) {
    Visit("argument", Argument);
    Visit("from", From);
  }
};

/// A call of code that the project owns.
struct CallFact {
  SymbolIndex Callee = None;
  Place At;
  /// Any overrider of Callee may run.
  bool Virtual = false;
  /// After the coroutine moved to a thread that may block.
  bool Offloaded = false;
  /// Runs once in the life of the program: a function-local static.
  bool Once = false;
  /// The call's result is awaited there.
  bool Awaited = false;
  /// The coroutine or callback is handed to somebody who starts it.
  bool Spawned = false;
  /// An exception of the callee's is caught there.
  bool Caught = false;
  std::vector<TimeoutFact> Timeouts;

  auto operator<=>(const CallFact &) const = default;
  template <typename V> void visit(V &Visit) {
    Visit("callee", Callee);
    Visit("at", At);
    Visit("virtual", Virtual);
    Visit("offloaded", Offloaded);
    Visit("once", Once);
    Visit("awaited", Awaited);
    Visit("spawned", Spawned);
    Visit("caught", Caught);
    Visit("timeouts", Timeouts);
  }
};

/// Something that stops the thread.
struct BlockFact {
  enum Kind : uint8_t {
    Called,    ///< a catalogued call
    Annotated, ///< a call of a function that says that it blocks
    Spin,      ///< a loop that waits for an atomic
    HeldLock,  ///< a guard alive across suspension points
  };
  Kind What = Called;
  catalog::Category Cat = catalog::Category::Wait;
  catalog::Level Lvl = catalog::Level::Default;
  /// As a person calls it: `sleep_for`, `session::once`.
  std::string Name;
  Place At;
  /// Why it is level strict; empty otherwise.
  std::string Why;
  /// What to write instead, whatever the runtime; empty when that decides.
  std::string Help;
  bool Offloaded = false;
  /// An await can stand in place of the call.
  bool CanAwait = false;
  /// The function's parameter that says how long: nothing is waited for when it
  /// is zero. None when another value does.
  uint32_t Timeout = None;
  /// Where the function suspends while the lock is held.
  std::vector<Place> Suspensions;
  /// The call's text in its file, in bytes; no length when it is in a macro.
  uint32_t Offset = 0;
  uint32_t Length = 0;
  /// The call's first arguments as they are written; empty in a macro.
  std::vector<std::string> Arguments;
  /// The argument that is a duration, as a std::chrono one; empty when none is.
  std::string Duration;

  auto operator<=>(const BlockFact &) const = default;
  template <typename V> void visit(V &Visit) {
    Visit("what", What);
    Visit("category", Cat);
    Visit("level", Lvl);
    Visit("name", Name);
    Visit("at", At);
    Visit("why", Why);
    Visit("help", Help);
    Visit("offloaded", Offloaded);
    Visit("can_await", CanAwait);
    Visit("timeout", Timeout);
    Visit("suspensions", Suspensions);
    Visit("offset", Offset);
    Visit("length", Length);
    Visit("arguments", Arguments);
    Visit("duration", Duration);
  }
};

/// What a replacement's text needs and the function has in scope.
struct ObjectFact {
  /// The replacement's placeholder and types, as `scheduler:coro::scheduler`.
  std::string Need;
  /// `name.` or `name->`.
  std::string Access;

  auto operator<=>(const ObjectFact &) const = default;
  template <typename V> void visit(V &Visit) {
    Visit("need", Need);
    Visit("access", Access);
  }
};

/// A function, lambda or coroutine with a body.
struct FunctionFact {
  SymbolIndex Symbol = None;
  Place At;
  /// Its body is a coroutine's: an await can stand in it.
  bool Coroutine = false;
  /// What it does happens in its caller: it is no task of its own.
  bool RunsInCaller = true;
  /// Everything that it overrides, directly or not.
  std::vector<SymbolIndex> Overrides;
  std::vector<CallFact> Calls;
  std::vector<BlockFact> Blocks;
  std::vector<ObjectFact> Objects;

  auto operator<=>(const FunctionFact &) const = default;
  template <typename V> void visit(V &Visit) {
    Visit("symbol", Symbol);
    Visit("at", At);
    Visit("coroutine", Coroutine);
    Visit("runs_in_caller", RunsInCaller);
    Visit("overrides", Overrides);
    Visit("calls", Calls);
    Visit("blocks", Blocks);
    Visit("objects", Objects);
  }
};

/// A function, or whatever a slot holds, runs somewhere.
struct PlacementFact {
  /// The function; None when it is a slot's content.
  SymbolIndex Function = None;
  Slot Content;
  catalog::Context Where = catalog::Context::Loop;
  ReasonFact Why;
  /// Known from the function's own type only: who starts it decides.
  bool ByType = false;

  auto operator<=>(const PlacementFact &) const = default;
  template <typename V> void visit(V &Visit) {
    Visit("function", Function);
    Visit("content", Content);
    Visit("where", Where);
    Visit("reason", Why);
    Visit("by_type", ByType);
  }
};

/// Callables that a function puts into a slot: an argument, an assignment.
struct HandOverFact {
  /// The function that does it; None before main.
  SymbolIndex By = None;
  Slot To;
  std::vector<SymbolIndex> Functions;
  std::vector<Slot> Slots;
  Place At;
  bool Offloaded = false;

  auto operator<=>(const HandOverFact &) const = default;
  template <typename V> void visit(V &Visit) {
    Visit("by", By);
    Visit("to", To);
    Visit("functions", Functions);
    Visit("slots", Slots);
    Visit("at", At);
    Visit("offloaded", Offloaded);
  }
};

/// A function calls what a slot holds.
struct InvocationFact {
  Slot What;
  SymbolIndex By = None;
  Place At;
  bool Offloaded = false;
  bool Caught = false;

  auto operator<=>(const InvocationFact &) const = default;
  template <typename V> void visit(V &Visit) {
    Visit("what", What);
    Visit("by", By);
    Visit("at", At);
    Visit("offloaded", Offloaded);
    Visit("caught", Caught);
  }
};

/// Something in the life of a service that checks ask for.
struct EventFact {
  catalog::EventKind What = catalog::EventKind::RunsLoop;
  /// As a person calls it: `io_context::run`, `sigaction`.
  std::string Name;
  /// Where what the service owns is made and closed, in its framework's terms.
  std::string Help;
  /// The function that does it; None before main.
  SymbolIndex By = None;
  Place At;

  auto operator<=>(const EventFact &) const = default;
  template <typename V> void visit(V &Visit) {
    Visit("what", What);
    Visit("name", Name);
    Visit("help", Help);
    Visit("by", By);
    Visit("at", At);
  }
};

/// One change of a file's text, in bytes, that belongs to a fix. The text may
/// have placeholders of a check's options: `{PoolSize}`.
struct EditFact {
  FileIndex File = None;
  uint32_t Offset = 0;
  uint32_t Length = 0;
  std::string Text;

  auto operator<=>(const EditFact &) const = default;
  template <typename V> void visit(V &Visit) {
    Visit("file", File);
    Visit("offset", Offset);
    Visit("length", Length);
    Visit("text", Text);
  }
};

/// What a pool or client could have been told and wasn't.
struct ParameterFact {
  catalog::ParameterKind What = catalog::ParameterKind::Size;
  catalog::Level Lvl = catalog::Level::Default;
  /// As the library calls it: `wait_timeout`.
  std::string Name;
  /// One clause: what happens without it.
  std::string Without;
  /// Why it is level strict; empty otherwise.
  std::string Why;
  /// A call of one of these anywhere in the program may set it.
  std::vector<std::string> Setters;

  auto operator<=>(const ParameterFact &) const = default;
  template <typename V> void visit(V &Visit) {
    Visit("what", What);
    Visit("level", Lvl);
    Visit("name", Name);
    Visit("without", Without);
    Visit("why", Why);
    Visit("setters", Setters);
  }
};

/// Where something that was made goes.
enum class Destination : uint8_t {
  Nowhere,  ///< dropped, or used within the expression
  Local,    ///< a variable of the function
  Static,   ///< a variable that lives as long as the program
  Member,   ///< a member variable
  Returned, ///< the function's caller gets it
  Handed,   ///< an argument, a captured value: somebody else owns it now
};

/// A pool, client or connection is made: an object, or a factory's result.
struct CreationFact {
  /// As a person calls it: `Redis`, `DbClient::newPgClient`.
  std::string Name;
  /// The catalogued class or function, as the pack names it.
  std::string Resource;
  catalog::ResourceKind Kind = catalog::ResourceKind::Connection;
  /// Of one made in each request, and why that is strict.
  catalog::Verdict PerRequest = catalog::Verdict::Default;
  std::string Why;
  /// What to use instead of one for each request.
  std::string Shared;
  /// The function that makes it; None before main.
  SymbolIndex By = None;
  Place At;
  Destination To = Destination::Nowhere;
  /// The variable of a Static or Member.
  SymbolIndex Into = None;
  /// Runs once in the life of the program: a function-local static.
  bool Once = false;
  /// By is a method of a class that keeps such things: it acquires or connects
  /// again.
  bool ByKeeper = false;
  /// The function that makes it passes it on to others.
  bool PassedOn = false;
  /// What it wasn't told, the fix for all of that, and where its options stand.
  std::vector<ParameterFact> Missing;
  std::vector<EditFact> Edits;
  std::vector<std::string> Headers;
  Place Options;

  auto operator<=>(const CreationFact &) const = default;
  template <typename V> void visit(V &Visit) {
    Visit("name", Name);
    Visit("resource", Resource);
    Visit("kind", Kind);
    Visit("per_request", PerRequest);
    Visit("why", Why);
    Visit("shared", Shared);
    Visit("by", By);
    Visit("at", At);
    Visit("to", To);
    Visit("into", Into);
    Visit("once", Once);
    Visit("by_keeper", ByKeeper);
    Visit("passed_on", PassedOn);
    Visit("missing", Missing);
    Visit("edits", Edits);
    Visit("headers", Headers);
    Visit("options", Options);
  }
};

/// A variable with static storage duration that has or points to a pool, client
/// or connection.
struct StaticFact {
  enum Storage : uint8_t { Namespace, Member, Local };
  /// How it has it.
  enum Form : uint8_t {
    Object,  ///< itself, or in an optional, a unique_ptr, a container
    Shared,  ///< in a shared_ptr: what it was given may belong to others too
    Pointer, ///< raw pointers: an owner when something new is stored in it
  };
  SymbolIndex Variable = None;
  Place At;
  Storage Where = Namespace;
  Form Has = Object;
  bool ThreadLocal = false;
  /// The catalogued class or function, as the pack names it.
  std::string Resource;
  catalog::ResourceKind Kind = catalog::ResourceKind::Connection;
  catalog::Level Lvl = catalog::Level::Default;
  /// Why it is level strict; empty otherwise.
  std::string Why;
  /// The variable becomes a function with a local static; empty where not all
  /// uses are seen.
  std::vector<EditFact> Edits;

  auto operator<=>(const StaticFact &) const = default;
  template <typename V> void visit(V &Visit) {
    Visit("variable", Variable);
    Visit("at", At);
    Visit("where", Where);
    Visit("has", Has);
    Visit("thread_local", ThreadLocal);
    Visit("resource", Resource);
    Visit("kind", Kind);
    Visit("level", Lvl);
    Visit("why", Why);
    Visit("edits", Edits);
  }
};

/// A variable with static storage duration gets a value that may own a pool,
/// client or connection: its initializer, an assignment, a reset.
struct StoreFact {
  SymbolIndex Variable = None;
  /// The function that does it; None before main.
  SymbolIndex By = None;
  Place At;
  /// The value is made there; otherwise Factory's result, or something else.
  bool Creates = false;
  /// The project's own function whose result it is.
  SymbolIndex Factory = None;

  auto operator<=>(const StoreFact &) const = default;
  template <typename V> void visit(V &Visit) {
    Visit("variable", Variable);
    Visit("by", By);
    Visit("at", At);
    Visit("creates", Creates);
    Visit("factory", Factory);
  }
};

/// A handle is opened that only a call closes.
struct HandleFact {
  /// As a person calls it: `PQconnectdb`, `new`.
  std::string Name;
  /// The handle's type as a person writes it: `PGconn`; may be empty.
  std::string Type;
  /// What follows when nothing closes it; empty for a connection that the other
  /// side keeps.
  std::string Unreleased;
  SymbolIndex By = None;
  Place At;
  /// Nowhere, Local, Static, Member or Returned: anywhere else somebody owns
  /// it.
  Destination To = Destination::Nowhere;
  /// The variable of a Static or Member.
  SymbolIndex Into = None;
  /// Any of these closes it, by its full name: `PQfinish`; `delete`.
  std::vector<std::string> ReleasedBy;
  /// It only keeps the loop from draining.
  bool Drains = false;
  /// Makes a std::unique_ptr with the releasing deleter of it.
  std::vector<EditFact> Edits;

  auto operator<=>(const HandleFact &) const = default;
  template <typename V> void visit(V &Visit) {
    Visit("name", Name);
    Visit("type", Type);
    Visit("by", By);
    Visit("at", At);
    Visit("to", To);
    Visit("into", Into);
    Visit("unreleased", Unreleased);
    Visit("released_by", ReleasedBy);
    Visit("drains", Drains);
    Visit("edits", Edits);
  }
};

/// A catalogued function is called, or handed on, that closes handles or sets
/// parameters.
struct ReleaseFact {
  /// Its full name in the pack: `PQfinish`; `delete`.
  std::string Name;
  /// The static or member variable; None where that can't be seen: whatever
  /// there is may be meant.
  SymbolIndex Variable = None;
  SymbolIndex By = None;
  Place At;

  auto operator<=>(const ReleaseFact &) const = default;
  template <typename V> void visit(V &Visit) {
    Visit("name", Name);
    Visit("variable", Variable);
    Visit("by", By);
    Visit("at", At);
  }
};

/// Code that answers requests of some methods.
struct RouteFact {
  /// The handler; None when it is what Content holds.
  SymbolIndex Handler = None;
  Slot Content;
  /// `PATCH`; empty for every method.
  std::vector<std::string> Methods;
  /// As the source has it; empty when it isn't known.
  std::string Path;
  /// Where that is said.
  Place At;
  /// The function that the handler is given to or that it overrides, as a
  /// person calls it; empty for a comparison in the handler itself.
  std::string Via;
  /// Given to a function of the project's own: a route where request code runs
  /// the handler, and a client's callback otherwise.
  bool Own = false;
  /// The component of the static configuration that has path and methods; may
  /// be empty.
  std::string Component;
  /// The part of the handler's body that is meant; no file for all of it.
  Place Begin, End;
  /// Indexes of the handler's parameters that are classes of the project made
  /// from the request's body.
  std::vector<uint32_t> Objects;
  /// The part between Begin and End answers every method but Methods.
  bool Otherwise = false;

  auto operator<=>(const RouteFact &) const = default;
  template <typename V> void visit(V &Visit) {
    Visit("handler", Handler);
    Visit("content", Content);
    Visit("methods", Methods);
    Visit("path", Path);
    Visit("at", At);
    Visit("via", Via);
    Visit("own", Own);
    Visit("component", Component);
    Visit("begin", Begin);
    Visit("end", End);
    Visit("objects", Objects);
    Visit("otherwise", Otherwise);
  }
};

/// Where a value comes from that a request may not have sent.
struct OriginFact {
  enum Kind : uint8_t {
    Document,  ///< a request, or what was parsed from its body
    Field,     ///< read from a document by a key
    Object,    ///< a class of the project, read from a document
    Parameter, ///< what the function was given
    Entity,    ///< something that is kept, looked up before
  };
  Kind What = Field;
  /// Parameter: it. Others: the parameter that has the request or document; no
  /// owner where the function has the request by itself.
  Slot From;
  /// Field: the key. With Member: that one's name. Object: the class.
  std::string Name;
  /// It is one member of the Object or of the Parameter's object.
  bool Member = false;
  /// The member can say that it wasn't sent, and is null then.
  bool Optional = false;
  /// Object, Parameter: every member of its class can.
  bool Partial = false;
  /// What it is where nothing was sent, as a person says it: `null`, `""`.
  std::string Absent;
  /// Object: the project's function that reads it, when another unit has it.
  SymbolIndex Reader = None;
  /// Where it is read; no file for a Parameter.
  Place At;

  auto operator<=>(const OriginFact &) const = default;
  template <typename V> void visit(V &Visit) {
    Visit("what", What);
    Visit("from", From);
    Visit("name", Name);
    Visit("member", Member);
    Visit("optional", Optional);
    Visit("partial", Partial);
    Visit("absent", Absent);
    Visit("reader", Reader);
    Visit("at", At);
  }
};

/// Something that is kept gets a value that a request may not have sent, and
/// nothing on the way asks for it.
struct WriteFact {
  enum Kind : uint8_t {
    Member, ///< a member variable is assigned
    Setter, ///< a method that sets one is called
    Column, ///< a parameter of an UPDATE
    Whole,  ///< the object as a whole
  };
  /// What to do instead, and what Edits do.
  enum Cure : uint8_t {
    NoCure,
    KeepsCurrent, ///< the current value as the default
    Asks,         ///< a test around it
    Merges,       ///< the library's merge
    Loads, ///< the object was made just now: what is stored is loaded first
  };
  SymbolIndex By = None;
  /// The functions around By, when that is a lambda; the innermost first.
  std::vector<SymbolIndex> Within;
  Place At;
  Kind What = Member;
  /// As the source has it: `user.name`.
  std::string Target;
  /// The parameter whose object it is; no owner where it is known to be kept.
  Slot Entity;
  OriginFact From;
  /// An expression that asks whether it was sent; may be empty.
  std::string Test;
  Cure How = NoCure;
  std::vector<EditFact> Edits;

  auto operator<=>(const WriteFact &) const = default;
  template <typename V> void visit(V &Visit) {
    Visit("by", By);
    Visit("within", Within);
    Visit("at", At);
    Visit("what", What);
    Visit("target", Target);
    Visit("entity", Entity);
    Visit("from", From);
    Visit("test", Test);
    Visit("cure", How);
    Visit("edits", Edits);
  }
};

/// A function of the project is given something of a request, or something that
/// is kept.
struct PassFact {
  SymbolIndex By = None;
  /// As of WriteFact.
  std::vector<SymbolIndex> Within;
  Place At;
  /// The parameter that gets it.
  Slot To;
  OriginFact From;
  /// Any overrider may get it.
  bool Virtual = false;
  /// By its name the function stores it: `update`, `save`.
  bool Stores = false;

  auto operator<=>(const PassFact &) const = default;
  template <typename V> void visit(V &Visit) {
    Visit("by", By);
    Visit("within", Within);
    Visit("at", At);
    Visit("to", To);
    Visit("from", From);
    Visit("virtual", Virtual);
    Visit("stores", Stores);
  }
};

/// What a function does with documents and objects that it is given.
struct ReaderFact {
  SymbolIndex By = None;
  Place At;
  /// It reads fields of a document, and goes on where one isn't there.
  bool Defaults = false;
  /// Parameters whose objects it takes apart, member by member.
  std::vector<uint32_t> Memberwise;
  /// Where it puts the columns of an UPDATE together in a loop; no file for
  /// none.
  Place Columns;

  auto operator<=>(const ReaderFact &) const = default;
  template <typename V> void visit(V &Visit) {
    Visit("by", By);
    Visit("at", At);
    Visit("defaults", Defaults);
    Visit("memberwise", Memberwise);
    Visit("columns", Columns);
  }
};

/// Data of a request, or what was looked up for it, is used as if it were there
/// and right.
struct UseFact {
  enum Kind : uint8_t {
    Unparsed, ///< a document that may not have been read
    Throws,   ///< what throws for data that is wrong
    Guesses,  ///< what makes a number of any text
    Missing,  ///< something looked up that may not be there
    NoRows,   ///< the first row of a result that may have none
    NotThere, ///< a look-up that throws
  };
  Kind What = Unparsed;
  SymbolIndex By = None;
  /// As of WriteFact.
  std::vector<SymbolIndex> Within;
  /// The use; of Throws, Guesses and NotThere the call itself.
  Place At;
  /// As a person calls the function that gives it: `basic_json::parse`.
  std::string Name;
  /// What is used, as the source has it: `user`. May be empty.
  std::string Target;
  /// Where it is given.
  Place Made;
  /// What it is made of; of a look-up nothing that matters.
  OriginFact From;
  /// Answers the request where it isn't there: before the use.
  std::vector<EditFact> Edits;

  auto operator<=>(const UseFact &) const = default;
  template <typename V> void visit(V &Visit) {
    Visit("what", What);
    Visit("by", By);
    Visit("within", Within);
    Visit("at", At);
    Visit("name", Name);
    Visit("target", Target);
    Visit("made", Made);
    Visit("from", From);
    Visit("edits", Edits);
  }
};

/// All that one unit says, in the order of the walk over it: the same unit
/// gives the same bytes.
struct UnitFacts {
  /// The unit's source file.
  std::string Unit;
  std::vector<std::string> Files;
  std::vector<Symbol> Symbols;
  std::vector<FunctionFact> Functions;
  /// What initializers at namespace and class scope call, before main.
  std::vector<CallFact> InitialCalls;
  std::vector<PlacementFact> Placements;
  std::vector<HandOverFact> HandOvers;
  std::vector<InvocationFact> Invocations;
  std::vector<EventFact> Events;
  std::vector<CreationFact> Creations;
  std::vector<StaticFact> Statics;
  std::vector<StoreFact> Stores;
  std::vector<HandleFact> Handles;
  std::vector<ReleaseFact> Releases;
  std::vector<RouteFact> Routes;
  std::vector<WriteFact> Writes;
  std::vector<PassFact> Passes;
  std::vector<ReaderFact> Readers;
  std::vector<UseFact> Uses;

  /// Every table and kind with its name, which the store and the files have.
  template <typename V> void visitKinds(V &Visit) {
    Visit("files", Files);
    Visit("symbols", Symbols);
    Visit("functions", Functions);
    Visit("initial_calls", InitialCalls);
    Visit("placements", Placements);
    Visit("hand_overs", HandOvers);
    Visit("invocations", Invocations);
    Visit("events", Events);
    Visit("creations", Creations);
    Visit("statics", Statics);
    Visit("stores", Stores);
    Visit("handles", Handles);
    Visit("releases", Releases);
    Visit("routes", Routes);
    Visit("writes", Writes);
    Visit("passes", Passes);
    Visit("readers", Readers);
    Visit("uses", Uses);
  }
};

/// Raised whenever the meaning or shape of facts changes: a store of another
/// version is made anew, a file of another version is refused.
inline constexpr uint32_t FactsVersion = 2;

} // namespace asynctidy::program

#endif // ASYNC_TIDY_LIB_PROGRAM_UNITFACTS_H
