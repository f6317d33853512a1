//===-- LockTracker.h - Which locks are held where --------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_EFFECTS_LOCKTRACKER_H
#define ASYNC_TIDY_LIB_EFFECTS_LOCKTRACKER_H

#include "lib/catalog/Match.h"
#include "lib/effects/Facts.h"

namespace asynctidy {

class UnitCollector;

/// Follows the locks of one body in source order. A release on any path counts
/// as a release: rather a lock too few than a false finding.
class LockTracker {
public:
  LockTracker(UnitCollector &Unit, FunctionFacts &Facts)
      : Unit(Unit), Facts(Facts) {}

  /// Marks where a scope begins; hand it to \c leave.
  size_t enter() const { return Held.size(); }
  /// Guards declared since \p Mark go out of scope; a mutex locked by hand
  /// stays locked until somebody unlocks it.
  void leave(size_t Mark);
  /// The body ends.
  void end();

  /// A local variable of any type, its initializer walked already.
  void declare(const clang::VarDecl *Var);
  /// A call that may lock or unlock.
  void call(const catalog::CallView &View, clang::SourceLocation Loc);
  /// The coroutine suspends.
  void suspend(clang::SourceLocation Loc);

  /// Is the object of \p View a guard that is followed here?
  bool isGuard(const catalog::CallView &View) const;

  /// Is any lock held here?
  bool anyHeld() const;

private:
  struct Lock {
    /// The guard, or the mutex itself.
    const clang::ValueDecl *Key;
    std::string Name;
    clang::SourceLocation Loc;
    const catalog::Entry *Entry;
    bool IsHeld;
    bool IsGuard; ///< ends with its scope
    bool WasHeld; ///< at any time
    llvm::SmallVector<clang::SourceLocation, 2> Suspensions;
  };
  void report(Lock &L);

  UnitCollector &Unit;
  FunctionFacts &Facts;
  std::vector<Lock> Held;
};

} // namespace asynctidy

#endif // ASYNC_TIDY_LIB_EFFECTS_LOCKTRACKER_H
