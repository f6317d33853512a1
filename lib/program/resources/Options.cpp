//===-- Options.cpp - The object that options are given in ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/program/resources/Options.h"
#include "lib/program/resources/Constants.h"
#include "clang/AST/ASTContext.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace asynctidy::program {

namespace {

/// What \p E copies or moves, and \p E itself for anything else.
const Expr *source(const Expr *E) {
  while (E) {
    E = E->IgnoreUnlessSpelledInSource();
    const auto *Construct = dyn_cast<CXXConstructExpr>(E);
    const auto *Call = dyn_cast<CallExpr>(E);
    if (Construct && Construct->getConstructor()->isCopyOrMoveConstructor())
      E = Construct->getArg(0);
    else if (const auto *Cast = dyn_cast<CXXFunctionalCastExpr>(E))
      E = Cast->getSubExpr();
    else if (Call && Call->isCallToStdMove())
      E = Call->getArg(0);
    else
      return E;
  }
  return E;
}

/// Nothing but defaults: `X()`, `X{}`, `X x;`.
bool isDefaultMade(const Expr *E) {
  const auto *Construct = dyn_cast<CXXConstructExpr>(E);
  return isa<CXXScalarValueInitExpr>(E) ||
         (Construct && Construct->getConstructor()->isDefaultConstructor());
}

const InitListExpr *semanticList(const Expr *E) {
  const auto *List = dyn_cast<InitListExpr>(E);
  if (List && !List->isSemanticForm() && List->getSemanticForm())
    return List->getSemanticForm();
  return List;
}

} // namespace

Options::Options(const Expr *Argument, const Surroundings &Around)
    : Around(Around) {
  if (!Argument) {
    Known = true;
    return;
  }
  const Expr *E = source(Argument);
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E)) {
    Var = dyn_cast<VarDecl>(Ref->getDecl());
    // The function's own variable, whose whole life is in sight.
    if (!Var || !Var->hasLocalStorage() || isa<ParmVarDecl>(Var) ||
        Var->getType()->isReferenceType() || !Around.function() ||
        Var->getDeclContext() != Around.function()) {
      Var = nullptr;
      return;
    }
    if (!Var->getInit())
      return;
    E = source(Var->getInit());
    for (const DeclRefExpr *Use : Around.usesOf(Var))
      if (Around.mayPrecede(Use, Ref))
        Uses.push_back(Use);
    if (llvm::any_of(Uses, [&](const DeclRefExpr *Use) {
          return isChangedElsewhere(Use);
        }))
      return;
  }
  if (isDefaultMade(E)) {
    Known = true;
  } else if ((List = semanticList(E))) {
    Known = List->getType()->isRecordType();
    if (Known && List->getNumInits() == 0)
      List = nullptr;
  }
}

/// Could a use of the variable set members without an assignment that shows
/// which?
bool Options::isChangedElsewhere(const DeclRefExpr *Use) const {
  for (const Stmt *P = Around.parent(Use); P; P = Around.parent(P)) {
    if (isa<LambdaExpr>(P))
      return true;
    if (isa<MemberExpr>(P)) {
      // A member's member, or a method; `field` looks at assignments.
      const auto *Member = cast<MemberExpr>(P);
      if (isa<CXXMethodDecl>(Member->getMemberDecl()))
        return !cast<CXXMethodDecl>(Member->getMemberDecl())->isConst();
      return false;
    }
    if (const auto *Cast = dyn_cast<ImplicitCastExpr>(P)) {
      if (Cast->getCastKind() == CK_NoOp && Cast->getType().isConstQualified())
        return false; // only looked at
      continue;
    }
    if (const auto *Construct = dyn_cast<CXXConstructExpr>(P))
      if (Construct->getConstructor()->isCopyOrMoveConstructor())
        return false;
    if (const auto *Call = dyn_cast<CallExpr>(P);
        Call && Call->isCallToStdMove())
      return false;
    if (isa<ParenExpr, ExprWithCleanups, MaterializeTemporaryExpr,
            CXXBindTemporaryExpr>(P))
      continue;
    return true;
  }
  return true;
}

Options::Value Options::inList(llvm::StringRef Field,
                               llvm::ArrayRef<llvm::StringRef> Nothing,
                               const ASTContext &Ctx) const {
  const CXXRecordDecl *RD = List->getType()->getAsCXXRecordDecl();
  unsigned I = RD->getNumBases();
  for (const FieldDecl *F : RD->fields()) {
    if (F->isUnnamedBitField())
      continue;
    const Expr *Init = I < List->getNumInits() ? List->getInit(I) : nullptr;
    ++I;
    if (F->getName() != Field)
      continue;
    if (!Init || isa<ImplicitValueInitExpr, CXXDefaultInitExpr>(Init) ||
        isOneOf(Init, Nothing, Ctx))
      return Value::Unset;
    return Value::Set;
  }
  return Value::Unknown;
}

Options::Value Options::field(llvm::StringRef Field,
                              llvm::ArrayRef<llvm::StringRef> Nothing,
                              const ASTContext &Ctx) const {
  if (!Known)
    return Value::Unknown;
  for (const DeclRefExpr *Use : Uses) {
    const Stmt *P = Around.parent(Use);
    while (isa_and_nonnull<ParenExpr, ImplicitCastExpr>(P))
      P = Around.parent(P);
    const auto *Member = dyn_cast_or_null<MemberExpr>(P);
    if (!Member || Member->getMemberDecl()->getName() != Field)
      continue;
    const Stmt *Use2 = Around.parent(Member);
    const Expr *Given = nullptr;
    if (const auto *Assign = dyn_cast_or_null<BinaryOperator>(Use2);
        Assign && Assign->getOpcode() == BO_Assign &&
        Assign->getLHS() == Member)
      Given = Assign->getRHS();
    else if (const auto *Operator = dyn_cast_or_null<CXXOperatorCallExpr>(Use2);
             Operator && Operator->getOperator() == OO_Equal &&
             Operator->getArg(0) == Member)
      Given = Operator->getArg(1);
    else if (const auto *Cast = dyn_cast_or_null<ImplicitCastExpr>(Use2);
             Cast && Cast->getCastKind() == CK_LValueToRValue)
      continue; // read
    if (!Given || !isOneOf(Given, Nothing, Ctx))
      return Value::Set;
  }
  return List ? inList(Field, Nothing, Ctx) : Value::Unset;
}

} // namespace asynctidy::program
