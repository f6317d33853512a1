//===-- SpinLoop.cpp - Loops that wait for an atomic ----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/effects/SpinLoop.h"
#include "lib/context/Callable.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace asynctidy::catalog;

namespace asynctidy {

namespace {

constexpr llvm::StringRef AtomicTypes[] = {
    "std::atomic", "std::atomic_flag", "std::__atomic_base", "boost::atomic"};
constexpr llvm::StringRef Reads[] = {"load", "test", "test_and_set",
                                     "exchange"};
constexpr llvm::StringRef Yields[] = {"yield", "sched_yield", "_mm_pause",
                                      "__builtin_ia32_pause"};

/// The atomic that the condition reads, or null.
const ValueDecl *atomicRead(const Stmt *S, const UnitMatcher &Matcher) {
  if (!S || isa<LambdaExpr>(S))
    return nullptr;
  if (const auto *Call = dyn_cast<CXXMemberCallExpr>(S)) {
    const Expr *Object = Call->getImplicitObjectArgument();
    const CXXMethodDecl *Method = Call->getMethodDecl();
    if (Method && Matcher.isOneOf(Object->getType(), AtomicTypes) &&
        (isa<CXXConversionDecl>(Method) ||
         (Method->getDeclName().isIdentifier() &&
          llvm::is_contained(Reads, Method->getName()))))
      return rootOf(Object);
  }
  for (const Stmt *Child : S->children())
    if (const ValueDecl *Found = atomicRead(Child, Matcher))
      return Found;
  return nullptr;
}

/// Does it nothing that could end the wait, or wait better?
bool isIdle(const Stmt *S) {
  if (!S)
    return true;
  if (isa<ReturnStmt, CoreturnStmt, BreakStmt, GotoStmt, CXXThrowExpr,
          CoawaitExpr, DependentCoawaitExpr, CoyieldExpr, CXXConstructExpr>(S))
    return false;
  if (const auto *Call = dyn_cast<CallExpr>(S)) {
    const FunctionDecl *FD = Call->getDirectCallee();
    return FD && FD->getDeclName().isIdentifier() &&
           llvm::is_contained(Yields, FD->getName());
  }
  if (const auto *Binary = dyn_cast<BinaryOperator>(S);
      Binary && Binary->isAssignmentOp())
    return false;
  if (const auto *Unary = dyn_cast<UnaryOperator>(S);
      Unary && Unary->isIncrementDecrementOp())
    return false;
  return llvm::all_of(S->children(), isIdle);
}

} // namespace

const ValueDecl *spinsOn(const Stmt *Loop, const UnitMatcher &Matcher) {
  const Stmt *Condition = nullptr;
  const Stmt *Body = nullptr;
  const Stmt *Increment = nullptr;
  if (const auto *While = dyn_cast<WhileStmt>(Loop)) {
    Condition = While->getCond();
    Body = While->getBody();
  } else if (const auto *Do = dyn_cast<DoStmt>(Loop)) {
    Condition = Do->getCond();
    Body = Do->getBody();
  } else if (const auto *For = dyn_cast<ForStmt>(Loop)) {
    Condition = For->getCond();
    Body = For->getBody();
    Increment = For->getInc();
  }
  // A loop that counts ends by itself.
  if (!Condition || Increment || !isIdle(Body))
    return nullptr;
  return atomicRead(Condition, Matcher);
}

} // namespace asynctidy
