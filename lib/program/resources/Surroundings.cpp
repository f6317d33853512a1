//===-- Surroundings.cpp - What becomes of an expression ------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/program/resources/Surroundings.h"
#include "lib/context/Callable.h"
#include "lib/program/resources/Holding.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace asynctidy::program {

namespace {

bool isNamedMethod(const CXXMethodDecl *Method,
                   llvm::ArrayRef<llvm::StringRef> Names) {
  return Method && Method->getDeclName().isIdentifier() &&
         llvm::is_contained(Names, Method->getName());
}

/// Methods by which a container or smart pointer gives what it has.
constexpr llvm::StringRef Accessors[] = {"get",  "value", "at",  "front",
                                         "back", "top",   "load"};
/// Methods by which it gets something.
constexpr llvm::StringRef Setters[] = {
    "reset",       "emplace",          "emplace_back", "emplace_front",
    "push_back",   "push_front",       "push",         "insert",
    "try_emplace", "insert_or_assign", "assign",       "store"};

/// The object of a lookup, or null for anything else.
const Expr *lookedUpIn(const Expr *E) {
  if (const auto *Subscript = dyn_cast<ArraySubscriptExpr>(E))
    return Subscript->getBase();
  if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(E))
    return llvm::is_contained({OO_Subscript, OO_Arrow, OO_Star},
                              Operator->getOperator())
               ? Operator->getArg(0)
               : nullptr;
  const auto *Call = dyn_cast<CXXMemberCallExpr>(E);
  return Call && isNamedMethod(Call->getMethodDecl(), Accessors)
             ? Call->getImplicitObjectArgument()
             : nullptr;
}

/// The value goes on through \p P as it is.
bool passesOn(const Stmt *P, const Stmt *Child) {
  if (isa<ImplicitCastExpr, ParenExpr, ExprWithCleanups,
          MaterializeTemporaryExpr, CXXBindTemporaryExpr, ConstantExpr,
          ExplicitCastExpr, CoawaitExpr, CXXDefaultInitExpr>(P))
    return true;
  if (const auto *Conditional = dyn_cast<ConditionalOperator>(P))
    return Child != Conditional->getCond();
  if (const auto *Op = dyn_cast<UnaryOperator>(P))
    return Op->getOpcode() == UO_AddrOf || Op->getOpcode() == UO_Deref;
  if (const auto *Comma = dyn_cast<BinaryOperator>(P))
    return Comma->getOpcode() == BO_Comma && Child == Comma->getRHS();
  if (const auto *List = dyn_cast<InitListExpr>(P))
    return !List->getType()->isRecordType();
  return false;
}

/// A wrapper of the standard library that is what it has.
bool isTransparent(const CXXRecordDecl *RD) {
  return RD->getIdentifier() &&
         llvm::is_contained({"optional", "any", "variant", "pair", "tuple",
                             "expected", "atomic"},
                            RD->getName());
}

} // namespace

const ValueDecl *storageOf(const Expr *E) {
  while (E) {
    if (const ValueDecl *Root = rootOf(E))
      return Root;
    E = lookedUpIn(E->IgnoreUnlessSpelledInSource());
  }
  return nullptr;
}

Destination destinationOf(const ValueDecl *Storage) {
  if (isa_and_nonnull<FieldDecl>(Storage))
    return Destination::Member;
  const auto *Var = dyn_cast_or_null<VarDecl>(Storage);
  if (!Var)
    return Destination::Handed;
  if (Var->hasGlobalStorage())
    return Destination::Static;
  bool Elsewhere = Var->getType()->isReferenceType() ||
                   (isa<ParmVarDecl>(Var) && Var->getType()->isPointerType());
  return Elsewhere ? Destination::Handed : Destination::Local;
}

bool storesArgument(const CXXMemberCallExpr *Call) {
  return isNamedMethod(Call->getMethodDecl(), Setters);
}

bool borrows(const FunctionDecl *FD) {
  return FD && FD->isExternC() &&
         FD->getASTContext().getSourceManager().isInSystemHeader(
             FD->getLocation());
}

namespace {

class FateFinder {
public:
  explicit FateFinder(const Surroundings &Around) : Around(Around) {}

  Fate find(const Expr *E, const ValueDecl *Initializes) {
    // `clients.emplace_back(uri)` makes it where it stays.
    if (const auto *Call = dyn_cast<CXXMemberCallExpr>(E);
        Call && storesArgument(Call)) {
      keep(storageOf(Call->getImplicitObjectArgument()));
      return F;
    }
    const Stmt *Child = E;
    const Stmt *P = Around.parent(E);
    for (; P; Child = P, P = Around.parent(P))
      if (!passesOn(P, Child) && !goesOn(P, Child))
        return F;
    if (!Initializes)
      return F;
    keep(Initializes);
    return F;
  }

private:
  void keep(const Expr *To) {
    keep(storageOf(To));
    // `static_.member = value`
    const auto *Member = dyn_cast<MemberExpr>(To->IgnoreParenImpCasts());
    while (Member && !Member->isArrow()) {
      const Expr *Base = Member->getBase()->IgnoreParenImpCasts();
      if (const auto *Ref = dyn_cast<DeclRefExpr>(Base))
        if (const auto *Var = dyn_cast<VarDecl>(Ref->getDecl());
            Var && Var->hasGlobalStorage())
          F.Within = Var;
      Member = dyn_cast<MemberExpr>(Base);
    }
  }

  void keep(const ValueDecl *Storage) {
    F.Into = Storage;
    F.To = destinationOf(Storage);
    if (Storage && isOwner(Storage->getType()))
      F.Owned = true;
  }

  /// Says what \p P does with the value of \p Child, or that it goes on.
  bool goesOn(const Stmt *P, const Stmt *Child) {
    if (const auto *New = dyn_cast<CXXNewExpr>(P)) {
      F.New = New;
      return Child == New->getInitializer();
    }
    if (const auto *Construct = dyn_cast<CXXConstructExpr>(P))
      return constructs(Construct, Child);
    if (const auto *Call = dyn_cast<CallExpr>(P))
      return calls(Call, Child);
    if (isa<ReturnStmt, CoreturnStmt>(P)) {
      F.To = Destination::Returned;
    } else if (isa<LambdaExpr, InitListExpr>(P)) {
      F.To = Destination::Handed;
    } else if (const auto *Decls = dyn_cast<DeclStmt>(P)) {
      for (const Decl *D : Decls->decls())
        if (const auto *Var = dyn_cast<VarDecl>(D);
            Var && Var->getInit() == Child)
          declares(Var);
    } else if (const auto *Assign = dyn_cast<BinaryOperator>(P);
               Assign && Assign->getOpcode() == BO_Assign &&
               Child == Assign->getRHS()) {
      keep(Assign->getLHS());
    }
    return false;
  }

  void declares(const VarDecl *Var) {
    keep(Var);
    // A reference that keeps a temporary alive.
    if (Var->getType()->isReferenceType() && !Var->hasGlobalStorage())
      F.To = Destination::Local;
  }

  bool constructs(const CXXConstructExpr *Construct, const Stmt *Child) {
    const CXXConstructorDecl *Constructor = Construct->getConstructor();
    const auto *Value = dyn_cast<Expr>(Child);
    bool Same = Value && Value->getType()->getAsCXXRecordDecl() ==
                             Constructor->getParent();
    if (Constructor->isCopyOrMoveConstructor() || Same ||
        isTransparent(Constructor->getParent()))
      return true;
    if (isOwner(Construct->getType())) {
      F.Owned = true;
      return true;
    }
    F.To = Destination::Handed;
    return false;
  }

  bool calls(const CallExpr *Call, const Stmt *Child) {
    if (Call->isCallToStdMove())
      return true;
    const FunctionDecl *Callee = Call->getDirectCallee();
    if (Callee && Callee->getDeclName().isIdentifier() &&
        Callee->isInStdNamespace() && Callee->getName() == "forward")
      return true;
    if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(Call);
        Operator && Operator->getOperator() == OO_Equal &&
        Child == Operator->getArg(1)) {
      keep(Operator->getArg(0));
      return false;
    }
    // The value's own method is called, or it is what is called.
    if (Child == Call->getCallee() ||
        (isa<CXXOperatorCallExpr>(Call) && Child == Call->getArg(0)))
      return false;
    const auto *Member = dyn_cast<CXXMemberCallExpr>(Call);
    if (Member && storesArgument(Member)) {
      keep(storageOf(Member->getImplicitObjectArgument()));
      if (isOwner(Member->getObjectType()))
        F.Owned = true;
      return false;
    }
    // What a coroutine's own machinery calls with the value.
    if (const auto *Method = dyn_cast_or_null<CXXMethodDecl>(Callee);
        isNamedMethod(Method,
                      {"return_value", "yield_value", "await_transform"}))
      return true;
    if (borrows(Callee)) // `mysql_real_connect(mysql_init(...))`
      return cast<Expr>(Child)->getType().getCanonicalType() ==
             Call->getType().getCanonicalType();
    F.To = Destination::Handed;
    return false;
  }

  const Surroundings &Around;
  Fate F;
};

} // namespace

Fate Surroundings::fateOf(const Expr *E, const ValueDecl *Initializes) const {
  return FateFinder(*this).find(E, Initializes);
}

} // namespace asynctidy::program
