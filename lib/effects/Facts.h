//===-- Facts.h - What one function does ------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_EFFECTS_FACTS_H
#define ASYNC_TIDY_LIB_EFFECTS_FACTS_H

#include "lib/catalog/Catalog.h"
#include "clang/AST/Decl.h"
#include "clang/AST/Expr.h"
#include <string>

namespace asynctidy {

/// What a call gives a parameter that may be a timeout.
struct GivenTimeout {
  unsigned Argument = 0;
  /// The caller's own parameter, which is handed on; null for a constant zero.
  const clang::ParmVarDecl *From = nullptr;
};

/// A call of code that the project owns.
struct CallSite {
  const clang::FunctionDecl *Callee = nullptr;
  clang::SourceLocation Loc;
  /// Any overrider of Callee may run.
  bool Virtual = false;
  /// After the coroutine moved to a thread that may block.
  bool Offloaded = false;
  /// Runs once in the life of the program: a function-local static.
  bool Once = false;
  /// The call's result is awaited there.
  bool Awaited = false;
  /// Callee is handed to somebody who starts it: a coroutine that is called for
  /// that, or a callback.
  bool Spawned = false;
  /// An exception of the callee's is caught there.
  bool Caught = false;
  llvm::SmallVector<GivenTimeout, 1> Timeouts;
};

/// Why what a function-local static needs is strict.
inline constexpr llvm::StringLiteral
    RunsOnce("it runs once, at the first request that gets here");

/// Something that stops the thread.
struct BlockSite {
  enum Kind : uint8_t {
    Called,    ///< a catalogued call
    Annotated, ///< a call of a function that says that it blocks
    Spin,      ///< a loop that waits for an atomic
    HeldLock,  ///< a guard alive across suspension points
  };
  Kind What = Called;
  catalog::Category Cat = catalog::Category::Wait;
  catalog::Level Lvl = catalog::Level::Default;
  /// As a person calls it: `sleep_for`, `session::once`, `basic_ifstream`.
  std::string Name;
  clang::SourceLocation Loc;
  /// Why it is level strict; empty otherwise.
  llvm::StringRef Why;
  /// The catalog's entry; null when there is none.
  const catalog::Entry *Entry = nullptr;
  /// The call's expression and the function called; null where there is none.
  const clang::Expr *Call = nullptr;
  const clang::FunctionDecl *Callee = nullptr;
  /// The function's parameter that says how long: nothing is waited for when it
  /// is zero.
  const clang::ParmVarDecl *Timeout = nullptr;
  /// Where the function suspends while the lock is held.
  llvm::SmallVector<clang::SourceLocation, 2> Suspensions;
  bool Offloaded = false;
  /// An await can stand in place of the call: it is a statement of its own, not
  /// in a catch handler, and no lock is held.
  bool CanAwait = false;
};

/// One function, lambda or coroutine of the unit, in source order.
struct FunctionFacts {
  const clang::FunctionDecl *Function = nullptr;
  std::vector<CallSite> Calls;
  std::vector<BlockSite> Blocks;
};

/// Callables that a function puts into a slot, a parameter or a member
/// variable: an argument of its call, an assignment.
struct HandOver {
  /// The function that does it; null before main.
  const clang::FunctionDecl *By = nullptr;
  const clang::ValueDecl *To = nullptr;
  llvm::SmallVector<const clang::FunctionDecl *, 2> Functions;
  llvm::SmallVector<const clang::ValueDecl *, 1> Slots;
  clang::SourceLocation Loc;
  bool Offloaded = false;
};

/// A function calls what a slot holds.
struct Invocation {
  const clang::ValueDecl *What = nullptr;
  const clang::FunctionDecl *By = nullptr;
  clang::SourceLocation Loc;
  bool Offloaded = false;
  bool Caught = false;
};

/// Something in the life of a service: a catalogued event.
struct Event {
  catalog::EventKind What = catalog::EventKind::RunsLoop;
  std::string Name;
  /// The entry's `help`; may be empty.
  llvm::StringRef Help;
  /// Null before main.
  const clang::FunctionDecl *By = nullptr;
  clang::SourceLocation Loc;
};

/// As a person calls it: `load`, `Repository::find`, `lambda`. \p Class is the
/// class of the call's object where it is known.
std::string displayName(const clang::NamedDecl *D,
                        const clang::CXXRecordDecl *Class = nullptr);

} // namespace asynctidy

#endif // ASYNC_TIDY_LIB_EFFECTS_FACTS_H
