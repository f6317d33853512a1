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

Contexts::Info &Contexts::info(const FunctionDecl *FD) {
  return Functions[FD->getCanonicalDecl()];
}

const Contexts::Info *Contexts::lookup(const FunctionDecl *FD) const {
  auto It = Functions.find(FD->getCanonicalDecl());
  return It == Functions.end() ? nullptr : &It->second;
}

void Contexts::place(const FunctionDecl *FD, Context Where, const Reason &Why) {
  Info &I = info(FD);
  switch (Where) {
  case Context::Loop:
    I.Certain = true;
    // The coroutine's own type knows the runtime better. A type that is only
    // returned doesn't: a seastar::async may return a seastar::future.
    if (!I.Loop || I.Loop->Runtime.empty() ||
        (I.Loop->Why == Reason::Returned && !Why.Runtime.empty()))
      I.Loop = Why;
    break;
  case Context::Offload:
    I.Offload = true;
    break;
  case Context::Startup:
  case Context::Thread:
    I.Startup = true;
    break;
  case Context::Inline:
    break;
  }
}

std::optional<Placement> Contexts::placed(const FunctionDecl *FD) const {
  const Info *I = lookup(FD);
  if (!I)
    return std::nullopt;
  if (I->Certain)
    return Placement{Context::Loop, *I->Loop};
  if (I->Offload)
    return Placement{Context::Offload, Reason()};
  if (I->Startup)
    return Placement{Context::Startup, Reason()};
  return std::nullopt;
}

const Reason *Contexts::reasonSoFar(const FunctionDecl *FD) const {
  const Info *I = lookup(FD);
  return I && I->Loop ? &*I->Loop : nullptr;
}

void Contexts::start(const FunctionDecl *FD, const FunctionDecl *Caller,
                     bool CallerOffloaded) {
  info(FD).Starts.push_back({Caller->getCanonicalDecl(), CallerOffloaded});
}

void Contexts::declare(const FunctionDecl *FD) {
  if (annotationOf(FD) == Annotation::OnLoop)
    place(FD, Context::Loop,
          {Reason::Annotated, FD->getLocation(), nullptr, {}});
  if (const auto *MD = dyn_cast<CXXMethodDecl>(FD))
    if (const NamedEntry *E = Matcher.findOverridden(MD))
      place(FD, E->E->Runs,
            {Reason::Overrides, FD->getLocation(),
             *MD->begin_overridden_methods(), E->E->Runtime});

  const NamedEntry *Type = coroutineType(FD, Matcher);
  bool Body = isCoroutine(FD);
  if (!Body && !(Type && Type->E->Returned))
    return;
  CoroutineKind Kind = Type ? Type->E->Coroutine : CoroutineKind::Task;
  Info &I = info(FD);
  if (Kind == CoroutineKind::Generator)
    return;
  if (Kind == CoroutineKind::Thread) {
    I.Offload = true;
    return;
  }
  I.Coroutine = true;
  Reason Why{Body ? Reason::Coroutine : Reason::Returned, FD->getLocation(),
             nullptr, Type ? Type->E->Runtime : llvm::StringRef()};
  if (!I.Loop || (!Why.Runtime.empty() && (Body || I.Loop->Runtime.empty())))
    I.Loop = Why;
}

bool Contexts::startsAreOffloaded(const FunctionDecl *FD, const Info &I) const {
  bool Any = I.Offload;
  for (auto [Caller, CallerOffloaded] : I.Starts) {
    if (Caller == FD)
      continue; // it calls itself
    if (!CallerOffloaded && role(Caller) != Role::Offload)
      return false;
    Any = true;
  }
  return Any;
}

void Contexts::resolve() {
  for (auto &[FD, I] : Functions) {
    if (I.Certain || I.Coroutine)
      I.Is = Role::Loop;
    else if (I.Offload)
      I.Is = Role::Offload;
    else if (I.Startup)
      I.Is = Role::Startup;
    // A coroutine that is handed to start-up code as such.
    if (I.Startup && !I.Certain && I.Starts.empty() && !I.Offload)
      I.Is = Role::Startup;
  }
  // A coroutine is offloaded when everything that is seen to start it is.
  // Each round can only turn coroutines from the loop to a pool.
  for (bool Changed = true; Changed;) {
    Changed = false;
    for (auto &[FD, I] : Functions)
      if (I.Is == Role::Loop && I.Coroutine && !I.Certain &&
          startsAreOffloaded(FD, I)) {
        I.Is = Role::Offload;
        Changed = true;
      }
  }
}

Role Contexts::role(const FunctionDecl *FD) const {
  const Info *I = lookup(FD);
  return I ? I->Is : Role::Plain;
}

const Reason *Contexts::reason(const FunctionDecl *FD) const {
  const Info *I = lookup(FD);
  return I && I->Is == Role::Loop && I->Loop ? &*I->Loop : nullptr;
}

} // namespace asynctidy
