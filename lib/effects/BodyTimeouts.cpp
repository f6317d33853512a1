//===-- BodyTimeouts.cpp - Timeouts that callers decide -------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// `pop(item, timeout)` of a queue waits only when its caller wants it to: a
/// timeout is followed from the call that waits to the parameter that it is,
/// and from there to the calls that give it.
///
//===----------------------------------------------------------------------===//

#include "lib/effects/BodyWalker.h"
#include "lib/effects/UnitCollector.h"

using namespace clang;
using namespace asynctidy::catalog;

namespace asynctidy {

namespace {

/// A number of some unit of time, or a class around one.
bool mayBeTimeout(QualType T) {
  T = T.getNonReferenceType();
  if (const CXXRecordDecl *Class = T->getAsCXXRecordDecl())
    return Class->getIdentifier() && Class->getName() == "duration";
  return T->isIntegerType() && !T->isBooleanType() && !T->isAnyCharacterType();
}

/// The value that \p E has in another unit or type: `milliseconds(ms)`,
/// `duration_cast<seconds>(timeout)`, `timeout.count()`.
const Expr *inOtherUnit(const Expr *E) {
  if (const auto *Cast = dyn_cast<ExplicitCastExpr>(E))
    return Cast->getSubExpr();
  if (const auto *Made = dyn_cast<CXXConstructExpr>(E))
    return Made->getNumArgs() == 1 ? Made->getArg(0) : nullptr;
  const auto *Call = dyn_cast<CallExpr>(E);
  const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
  if (!Callee || !Callee->getDeclName().isIdentifier())
    return nullptr;
  if (const auto *Member = dyn_cast<CXXMemberCallExpr>(Call))
    return Callee->getName() == "count" ? Member->getImplicitObjectArgument()
                                        : nullptr;
  return Callee->getName() == "duration_cast" ? Call->getArg(0) : nullptr;
}

/// Is a reference that stands in \p Parent only read there?
bool isRead(const Stmt *Parent) {
  const auto *Cast = dyn_cast_or_null<ImplicitCastExpr>(Parent);
  return Cast && (Cast->getCastKind() == CK_LValueToRValue ||
                  (Cast->getCastKind() == CK_NoOp &&
                   Cast->getType().isConstQualified()));
}

/// The parameters that \p S may change: each that it does anything with but
/// reading.
void collectChanged(const Stmt *S, const Stmt *Parent,
                    llvm::DenseSet<const ParmVarDecl *> &Changed) {
  if (!S)
    return;
  if (const auto *Ref = dyn_cast<DeclRefExpr>(S)) {
    const auto *Parameter = dyn_cast<ParmVarDecl>(Ref->getDecl());
    if (Parameter && !Ref->getType().isConstQualified() && !isRead(Parent))
      Changed.insert(Parameter);
    return;
  }
  for (const Stmt *Child : S->children())
    collectChanged(Child, isa<ParenExpr>(S) ? Parent : S, Changed);
}

} // namespace

const ParmVarDecl *BodyWalker::ownParameter(const Expr *E) {
  while (E && mayBeTimeout(E->getType())) {
    E = E->IgnoreUnlessSpelledInSource();
    if (const auto *Ref = dyn_cast<DeclRefExpr>(E)) {
      const auto *Parameter = dyn_cast<ParmVarDecl>(Ref->getDecl());
      if (!Parameter || Parameter->getDeclContext() != Facts.Function)
        return nullptr;
      return isChanged(Parameter) ? nullptr : Parameter;
    }
    E = inOtherUnit(E);
  }
  return nullptr;
}

bool BodyWalker::isChanged(const ParmVarDecl *Parameter) {
  if (!Changed)
    collectChanged(Facts.Function->getBody(), nullptr, Changed.emplace());
  return Changed->contains(Parameter);
}

llvm::SmallVector<GivenTimeout, 1>
BodyWalker::timeoutsOf(const CallView &View) {
  llvm::SmallVector<GivenTimeout, 1> Given;
  for (unsigned I = 0; I < View.Arguments.size(); ++I) {
    const Expr *Argument = View.Arguments[I];
    if (I >= View.Function->getNumParams() ||
        !mayBeTimeout(View.Function->getParamDecl(I)->getType()))
      continue;
    if (const auto *Default = dyn_cast<CXXDefaultArgExpr>(Argument))
      Argument = Default->getExpr();
    if (isZeroDuration(Argument->IgnoreImplicit(), Unit.context()))
      Given.push_back({I, nullptr});
    else if (const ParmVarDecl *From = ownParameter(Argument))
      Given.push_back({I, From});
  }
  return Given;
}

} // namespace asynctidy
