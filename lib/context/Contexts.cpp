//===-- Contexts.cpp - Where each function of a unit runs -----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/context/Contexts.h"
#include "clang/AST/Attr.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace asynctidy::catalog;

namespace asynctidy {

namespace {

const NamedEntry *coroutineType(const FunctionDecl *FD,
                                const UnitMatcher &Matcher) {
  return Matcher.findType(FD->getReturnType(), Section::Coroutines);
}

/// In a template that nobody has instantiated the body isn't a
/// CoroutineBodyStmt, but it has co_await all the same.
bool hasAwait(const Stmt *S) {
  if (!S || isa<LambdaExpr>(S))
    return false;
  if (isa<CoawaitExpr, DependentCoawaitExpr, CoyieldExpr, CoreturnStmt>(S))
    return true;
  return llvm::any_of(S->children(), hasAwait);
}

/// `await_suspend(std::coroutine_handle<>)` of an awaiter of the project's.
bool isAwaitSuspend(const FunctionDecl *FD) {
  if (!isa<CXXMethodDecl>(FD) || !FD->getDeclName().isIdentifier() ||
      FD->getName() != "await_suspend" || FD->getNumParams() != 1)
    return false;
  const CXXRecordDecl *Handle = FD->getParamDecl(0)
                                    ->getType()
                                    .getNonReferenceType()
                                    ->getAsCXXRecordDecl();
  return Handle && Handle->isInStdNamespace() &&
         Handle->getName() == "coroutine_handle";
}

} // namespace

bool isCoroutine(const FunctionDecl *FD) {
  const FunctionDecl *Definition = nullptr;
  const Stmt *Body = FD->getBody(Definition);
  if (!Body)
    return false;
  if (isa<CoroutineBodyStmt>(Body))
    return true;
  return FD->isDependentContext() && hasAwait(Body);
}

bool isGenerator(const FunctionDecl *FD, const UnitMatcher &Matcher) {
  const NamedEntry *Type = coroutineType(FD, Matcher);
  return Type && Type->E->Coroutine == CoroutineKind::Generator;
}

Annotation annotationOf(const FunctionDecl *FD) {
  for (const FunctionDecl *D : FD->redecls()) {
    for (const auto *A : D->specific_attrs<AnnotateAttr>()) {
      if (A->getAnnotation() == "async_tidy::on_loop")
        return Annotation::OnLoop;
      if (A->getAnnotation() == "async_tidy::blocking")
        return Annotation::Blocking;
      if (A->getAnnotation() == "async_tidy::nonblocking")
        return Annotation::NonBlocking;
    }
    for (const FunctionEffectWithCondition &Effect : D->getFunctionEffects()) {
      // [[clang::nonblocking]] is a promise to a loop: its body is checked.
      if (Effect.Effect.kind() == FunctionEffect::Kind::NonBlocking)
        return Annotation::OnLoop;
      if (Effect.Effect.kind() == FunctionEffect::Kind::Blocking)
        return Annotation::Blocking;
    }
  }
  return Annotation::None;
}

void Contexts::add(Placement P) {
  if (P.Function && P.Where == Context::Loop) {
    llvm::StringRef &Known = Runtimes[P.Function->getCanonicalDecl()];
    // The coroutine's own type knows the runtime better.
    if (Known.empty() ||
        (P.ByType && P.Why.Why == Reason::Coroutine && !P.Why.Runtime.empty()))
      Known = P.Why.Runtime;
  }
  Placements.push_back(P);
}

void Contexts::place(const FunctionDecl *FD, Context Where, const Reason &Why) {
  add({FD, nullptr, Where, Why, /*ByType=*/false});
}

void Contexts::placeContent(const ValueDecl *Slot, Context Where,
                            const Reason &Why) {
  add({nullptr, Slot, Where, Why, /*ByType=*/false});
}

std::optional<llvm::StringRef>
Contexts::runtimeSoFar(const FunctionDecl *FD) const {
  auto It = Runtimes.find(FD->getCanonicalDecl());
  if (It == Runtimes.end())
    return std::nullopt;
  return It->second;
}

void Contexts::declare(const FunctionDecl *FD) {
  auto Because = [FD](Reason::Kind Why, const NamedDecl *Via,
                      llvm::StringRef Runtime, bool Request = false) {
    return Reason{Why, FD->getLocation(), Via, Runtime, Request};
  };
  const NamedEntry *Type = coroutineType(FD, Matcher);
  if (const auto *MD = dyn_cast<CXXMethodDecl>(FD))
    if (const NamedEntry *E = Matcher.findOverridden(MD)) {
      // The type that this one returns says more than a class's `*`.
      bool ByType = Type && Type->E->Returned;
      place(FD, ByType ? Context::Loop : E->E->Runs,
            Because(Reason::Overrides, *MD->begin_overridden_methods(),
                    ByType ? Type->E->Runtime : E->E->Runtime, E->E->Request));
    }

  if (isAwaitSuspend(FD))
    add({FD, nullptr, Context::Loop,
         Because(Reason::Awaiter, nullptr, llvm::StringRef()),
         /*ByType=*/true});

  bool Body = isCoroutine(FD);
  if (!Body && !(Type && Type->E->Returned))
    return;
  CoroutineKind Kind = Type ? Type->E->Coroutine : CoroutineKind::Task;
  if (Kind == CoroutineKind::Generator)
    return;
  add({FD, nullptr,
       Kind == CoroutineKind::Thread ? Context::Offload : Context::Loop,
       Because(Body ? Reason::Coroutine : Reason::Returned, nullptr,
               Type ? Type->E->Runtime : llvm::StringRef()),
       /*ByType=*/true});
}

} // namespace asynctidy
