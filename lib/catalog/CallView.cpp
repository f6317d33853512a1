//===-- CallView.cpp - A call, whatever node of the AST it is -------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/catalog/Match.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;

namespace asynctidy::catalog {

namespace {

/// The variable at namespace or class scope that \p E names, or null: a
/// function object is known by its variable.
const VarDecl *globalVariable(const Expr *E) {
  const auto *Ref = dyn_cast<DeclRefExpr>(E->IgnoreParenImpCasts());
  if (!Ref)
    return nullptr;
  const auto *Var = dyn_cast<VarDecl>(Ref->getDecl());
  return Var && Var->hasGlobalStorage() && !Var->isStaticLocal() ? Var
                                                                 : nullptr;
}

CallView viewOfOperator(const CXXOperatorCallExpr *Call,
                        const FunctionDecl *Function) {
  CallView View;
  View.Callee = View.Function = Function;
  bool Member = isa<CXXMethodDecl>(Function);
  if (Member)
    View.Receiver = Call->getArg(0);
  for (unsigned I = Member ? 1 : 0; I < Call->getNumArgs(); ++I)
    View.Arguments.push_back(Call->getArg(I));
  if (Member && Call->getOperator() == OO_Call)
    if (const VarDecl *Var = globalVariable(Call->getArg(0)))
      View.Callee = Var;
  return View;
}

} // namespace

const Expr *CallView::argument(int Index) const {
  if (Index == ReceiverArgument)
    return Receiver;
  if (Index == NoArgument || Index == AnyArgument)
    return nullptr;
  int Count = static_cast<int>(numWritten());
  int I = Index < 0 ? Count + Index : Index;
  return I >= 0 && I < Count ? Arguments[I] : nullptr;
}

unsigned CallView::numWritten() const {
  unsigned Count = 0;
  while (Count < Arguments.size() && !isa<CXXDefaultArgExpr>(Arguments[Count]))
    ++Count;
  return Count;
}

const CXXRecordDecl *CallView::staticClass() const {
  if (Receiver) {
    QualType T = Receiver->IgnoreParenImpCasts()->getType();
    if (T->isPointerType())
      T = T->getPointeeType();
    return T->getAsCXXRecordDecl();
  }
  const auto *Method = dyn_cast_or_null<CXXMethodDecl>(Function);
  return Method ? Method->getParent() : nullptr;
}

std::optional<CallView> CallView::of(const Expr *E) {
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(E)) {
    const CXXConstructorDecl *Constructor = Construct->getConstructor();
    // `using Base::Base;`: what runs is the base's.
    if (Constructor->isInheritingConstructor())
      Constructor = Constructor->getInheritedConstructor().getConstructor();
    CallView View;
    View.Callee = View.Function = Constructor;
    View.Arguments.append(Construct->arg_begin(), Construct->arg_end());
    return View;
  }
  const auto *Call = dyn_cast<CallExpr>(E);
  const FunctionDecl *Function = Call ? Call->getDirectCallee() : nullptr;
  if (!Function)
    return std::nullopt;
  if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(Call))
    return viewOfOperator(Operator, Function);
  CallView View;
  View.Callee = View.Function = Function;
  if (const auto *Member = dyn_cast<CXXMemberCallExpr>(Call))
    View.Receiver = Member->getImplicitObjectArgument();
  View.Arguments.append(Call->arg_begin(), Call->arg_end());
  return View;
}

std::optional<CallView> CallView::ofDestructor(const CXXRecordDecl *RD) {
  const CXXDestructorDecl *Destructor = RD->getDestructor();
  if (!Destructor)
    return std::nullopt;
  CallView View;
  View.Callee = View.Function = Destructor;
  return View;
}

} // namespace asynctidy::catalog
