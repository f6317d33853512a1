//===-- BodyWalker.h - One walk over one body -------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef ASYNC_TIDY_LIB_EFFECTS_BODYWALKER_H
#define ASYNC_TIDY_LIB_EFFECTS_BODYWALKER_H

#include "lib/context/Callable.h"
#include "lib/effects/Facts.h"
#include "lib/effects/LockTracker.h"
#include "lib/effects/ResourceSites.h"
#include "lib/effects/RouteSites.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/DenseSet.h"
#include <optional>

namespace asynctidy {

class UnitCollector;

/// Walks a body in source order, which is the order of evaluation as far as the
/// analysis needs it: what was called before, which locks are held, where the
/// coroutine has moved to.
class BodyWalker {
public:
  BodyWalker(UnitCollector &Unit, FunctionFacts &Facts)
      : Unit(Unit), Facts(Facts), Locks(Unit, Facts) {}

  void walkFunction();
  void walkInitializer(const clang::VarDecl *Var, const clang::Expr *Init);
  /// A member's default, which every object begins with.
  void storeInitial(const clang::FieldDecl *Field, const clang::Expr *Init) {
    store(Field, Init);
  }

private:
  // Statements.
  void walk(const clang::Stmt *S);
  void walkChildren(const clang::Stmt *S);
  /// \p S stands where a statement does: its value is dropped.
  void walkStatement(const clang::Stmt *S);
  void walkIf(const clang::IfStmt *If);
  void walkLoop(const clang::Stmt *Loop);
  void walkDeclarations(const clang::DeclStmt *Decls);
  void walkVariable(const clang::VarDecl *Var);
  void walkLambda(const clang::LambdaExpr *Lambda);
  void walkAwait(const clang::CoawaitExpr *Await);
  void walkAwaiter(const clang::Stmt *S, clang::SourceLocation AwaitLoc);
  void suspend(clang::SourceLocation Loc);

  // Calls.
  void call(const clang::Expr *E);
  void callOwn(const catalog::CallView &View, const clang::Expr *E);
  /// A std::function or function pointer that is a parameter or a local.
  void callIndirect(const clang::Expr *Callee, clang::SourceLocation Loc);
  void handOver(const catalog::CallView &View, const clang::Expr *E);
  /// \p What was given to somebody who runs it.
  void noteStarted(const Callables &What, clang::SourceLocation Loc);
  /// \p Value goes into \p Variable, when that can hold code.
  void store(const clang::ValueDecl *Variable, const clang::Expr *Value);
  /// The members that a list initializes.
  void give(const clang::ReturnStmt *Return);
  void storeMembers(const clang::InitListExpr *List);
  /// `handler_ = f`, `handlers_.emplace(path, f)`.
  void storeByCall(const catalog::CallView &View);
  void event(const catalog::CallView &View, const clang::Expr *E);
  /// Pools, clients, connections and handles: where they are made and ended.
  void resource(const catalog::CallView &View, const clang::Expr *E);
  void resource(const clang::Stmt *S);
  void addSite(ResourceSite Site);
  /// Which code answers which requests.
  void route(const catalog::CallView &View, const clang::Expr *E);
  void route(const clang::Expr *E);
  void addSite(RouteSite Site);
  /// `std::make_shared<Own>(...)` calls a constructor of the project's.
  void make(const catalog::CallView &View, const clang::Expr *E);
  void destroy(clang::QualType T, clang::SourceLocation Loc,
               const clang::VarDecl *Var);
  void addCall(const clang::FunctionDecl *Callee, clang::SourceLocation Loc,
               bool Virtual);

  /// What the call gives the callee's timeouts.
  llvm::SmallVector<GivenTimeout, 1> timeoutsOf(const catalog::CallView &View);
  /// The parameter of this function that \p E is, in whatever unit of time;
  /// null when it is none or the body changes it.
  const clang::ParmVarDecl *ownParameter(const clang::Expr *E);
  /// Does the body change \p Parameter, one of this function's?
  bool isChanged(const clang::ParmVarDecl *Parameter);

  // What blocks.
  void block(const catalog::CallView &View, const clang::Expr *E);
  bool isExempt(const catalog::Entry &Entry, const catalog::CallView &View);
  bool calledBefore(const catalog::UnlessCalled &Unless,
                    const catalog::CallView &View) const;
  void noteDescriptor(const clang::VarDecl *Var, const clang::Expr *Init);
  /// Does the descriptor that the call is about block? None when the body
  /// doesn't show it.
  std::optional<bool> descriptorBlocks(const catalog::Entry &Entry,
                                       const catalog::CallView &View) const;
  /// The file that \p View opens is the one of a stream that was reported.
  bool isKnownStream(const catalog::CallView &View);

  UnitCollector &Unit;
  FunctionFacts &Facts;
  LockTracker Locks;
  /// Calls that are awaited, and calls of coroutines that are handed on.
  llvm::DenseSet<const clang::Expr *> Awaited;
  llvm::DenseSet<const clang::Expr *> Spawned;
  /// Names of functions that stand where they are called.
  llvm::DenseSet<const clang::Expr *> Callees;
  /// The call of those whose arguments are walked.
  clang::SourceLocation SpawnedAt;
  llvm::SmallVector<catalog::CallView, 0> Seen;
  /// Locals that hold a descriptor: does it block?
  llvm::DenseMap<const clang::ValueDecl *, bool> Descriptors;
  llvm::DenseSet<const clang::ValueDecl *> Streams;
  /// The parameters that the body may change; none until somebody asks.
  std::optional<llvm::DenseSet<const clang::ParmVarDecl *>> Changed;
  /// Locals that are moved away: somebody else ends their life.
  llvm::DenseSet<const clang::ValueDecl *> Moved;
  /// Destructors are asked at the end: `detach` comes after the declaration.
  struct Scoped {
    const clang::VarDecl *Var;
    const catalog::NamedEntry *Entry;
    size_t Block; ///< index in Facts.Blocks
  };
  std::vector<Scoped> Destroyed;
  const clang::Expr *StatementExpr = nullptr;
  /// The variable or member whose initializer is walked, outside the body.
  const clang::ValueDecl *Initializes = nullptr;
  unsigned InCatch = 0;
  /// Blocks of `try` around.
  unsigned InTry = 0;
  bool Offloaded = false;
  bool Once = false;
};

} // namespace asynctidy

#endif // ASYNC_TIDY_LIB_EFFECTS_BODYWALKER_H
