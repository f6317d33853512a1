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
  Loop,    ///< on an event loop, together with other requests
  Offload, ///< on a thread that may block
  Inline,  ///< wherever the call stands: called before the function returns
  Startup, ///< before the loop serves
  Thread,  ///< a handler that owns its thread
};

/// What a coroutine's return type says about where its body runs.
enum class CoroutineKind : uint8_t { Task, Generator, Thread };

/// What happens in the life of a service.
enum class EventKind : uint8_t {
  Opens,         ///< a pool, client, connection or handle
  Closes,        ///< what was opened
  RunsLoop,      ///< the calling thread runs the event loop until it ends
  HandlesSignal, ///< a signal handler is set, or a signal waited for
};

/// The unit of a number that is a duration.
enum class DurationUnit : uint8_t { Chrono, Seconds, Millis, Micros, Nanos };

/// An argument's index that isn't there.
inline constexpr int NoArgument = INT_MIN;
/// The object of a member call, where an argument's index is asked for.
inline constexpr int ReceiverArgument = INT_MAX;
/// Any argument.
inline constexpr int AnyArgument = INT_MAX - 1;

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
};
inline constexpr unsigned NumSections = 12;

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

  // events
  EventKind Event = EventKind::Opens;
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
template <> llvm::ArrayRef<llvm::StringRef> spellings<DurationUnit>();
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
