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
#include <string>
#include <vector>

namespace asynctidy {

/// Why a function runs where it does.
struct Reason {
  enum Kind : uint8_t {
    Coroutine,
    HandedOver,
    Overrides,
    Annotated,
    Returned,
    Awaiter, ///< a coroutine that awaits the object calls it
  };
  Kind Why = Coroutine;
  /// Where it was handed over; the function's own place otherwise.
  clang::SourceLocation Loc;
  /// The function that it was given to, or that it overrides; null otherwise.
  const clang::NamedDecl *Via = nullptr;
  /// Key of the runtime in the catalog; empty when it isn't known.
  llvm::StringRef Runtime;
  /// HandedOver, Overrides: what runs there serves one request.
  bool Request = false;
};

/// Something in a unit says that code runs somewhere.
struct Placement {
  /// The function; null when it is what Slot holds.
  const clang::FunctionDecl *Function = nullptr;
  /// The parameter or member variable.
  const clang::ValueDecl *Slot = nullptr;
  catalog::Context Where = catalog::Context::Loop;
  Reason Why;
  /// Known from the function's own type only: who starts it decides.
  bool ByType = false;
};

/// Collects what a unit says about where its functions run. What follows from
/// it, with other units or alone, is the link's to say.
class Contexts {
public:
  explicit Contexts(const catalog::UnitMatcher &Matcher) : Matcher(Matcher) {}

  /// Something in the unit runs \p FD in \p Where, for \p Why.
  void place(const clang::FunctionDecl *FD, catalog::Context Where,
             const Reason &Why);
  /// Something in the unit runs what \p Slot holds.
  void placeContent(const clang::ValueDecl *Slot, catalog::Context Where,
                    const Reason &Why);
  /// Looks at \p FD itself: coroutine, annotation, override.
  void declare(const clang::FunctionDecl *FD);

  /// Everything, in the order of the walk.
  llvm::ArrayRef<Placement> all() const { return Placements; }

  /// The runtime whose loop \p FD would be on, as far as its own declaration
  /// and what was walked so far say; none when it isn't.
  std::optional<llvm::StringRef>
  runtimeSoFar(const clang::FunctionDecl *FD) const;

private:
  void add(Placement P);

  const catalog::UnitMatcher &Matcher;
  std::vector<Placement> Placements;
  llvm::DenseMap<const clang::FunctionDecl *, llvm::StringRef> Runtimes;
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
