//===-- Contexts.h - Where each function of a unit runs ---------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_CONTEXT_CONTEXTS_H
#define ASYNC_TIDY_LIB_CONTEXT_CONTEXTS_H

#include "lib/catalog/Match.h"
#include "clang/AST/Decl.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/MapVector.h"

namespace asynctidy {

/// Where a function runs.
enum class Role : uint8_t {
  Plain,   ///< wherever its caller does: never reported by itself
  Loop,    ///< on an event loop
  Offload, ///< on a thread that may block
  Startup, ///< before the loop serves, or in a handler that owns its thread
};

/// Why a function is on the loop.
struct Reason {
  enum Kind : uint8_t { Coroutine, HandedOver, Overrides, Annotated, Returned };
  Kind Why = Coroutine;
  /// Where it was handed over; the function's own place otherwise.
  clang::SourceLocation Loc;
  /// The function that it was given to, or that it overrides; null otherwise.
  const clang::NamedDecl *Via = nullptr;
  /// Key of the runtime in the catalog; empty when it isn't known.
  llvm::StringRef Runtime;
};

/// A place and why it is known.
struct Placement {
  catalog::Context Where;
  Reason Why;
};

/// Collects what a unit says about where its functions run, then answers.
class Contexts {
public:
  explicit Contexts(const catalog::UnitMatcher &Matcher) : Matcher(Matcher) {}

  /// Something in the unit runs \p FD in \p Where, for \p Why.
  void place(const clang::FunctionDecl *FD, catalog::Context Where,
             const Reason &Why);
  /// \p Caller starts the coroutine \p FD by calling it.
  void start(const clang::FunctionDecl *FD, const clang::FunctionDecl *Caller,
             bool CallerOffloaded);
  /// Looks at \p FD itself: coroutine, annotation, override.
  void declare(const clang::FunctionDecl *FD);

  /// Where \p FD has been placed so far; none for plain code.
  std::optional<Placement> placed(const clang::FunctionDecl *FD) const;

  /// Why \p FD would be on the loop, before everything is collected.
  const Reason *reasonSoFar(const clang::FunctionDecl *FD) const;

  /// Call once when everything is collected.
  void resolve();

  Role role(const clang::FunctionDecl *FD) const;
  /// Why \p FD is on the loop; null when it isn't.
  const Reason *reason(const clang::FunctionDecl *FD) const;

private:
  struct Info {
    std::optional<Reason> Loop;
    bool Coroutine = false; ///< runs by itself once started
    bool Certain = false;   ///< on the loop whoever starts it
    bool Offload = false;
    bool Startup = false;
    Role Is = Role::Plain;
    llvm::SmallVector<std::pair<const clang::FunctionDecl *, bool>, 2> Starts;
  };
  Info &info(const clang::FunctionDecl *FD);
  const Info *lookup(const clang::FunctionDecl *FD) const;
  bool startsAreOffloaded(const clang::FunctionDecl *FD, const Info &I) const;

  const catalog::UnitMatcher &Matcher;
  llvm::MapVector<const clang::FunctionDecl *, Info> Functions;
};

/// What a declaration says of itself, by attribute or annotation.
enum class Annotation : uint8_t { None, OnLoop, Blocking, NonBlocking };
Annotation annotationOf(const clang::FunctionDecl *FD);

/// Is the body of \p FD a C++20 coroutine's?
bool isCoroutine(const clang::FunctionDecl *FD);

/// A coroutine whose body runs where it is called: a generator.
bool isGenerator(const clang::FunctionDecl *FD,
                 const catalog::UnitMatcher &Matcher);

} // namespace asynctidy

#endif // ASYNC_TIDY_LIB_CONTEXT_CONTEXTS_H
