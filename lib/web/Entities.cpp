//===-- Entities.cpp - Objects that live longer than a request ------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/web/Entities.h"
#include "lib/web/Expressions.h"
#include "lib/web/Verbs.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;
using namespace asynctidy::catalog;

namespace asynctidy {

namespace {

enum class Later : uint8_t {
  Nothing,
  Returned,
  Merged, ///< stored, but for what wasn't set
  Stored,
};

/// Does a call store what it is given?
Later storing(const CallExpr *Call, const FunctionDecl *Callee,
              const Values &Origins) {
  if (!does(Callee, Verb::Stores))
    return Later::Nothing;
  std::optional<CallView> View = CallView::of(Call);
  return View && merges(*View, Origins.unit().matcher()) ? Later::Merged
                                                         : Later::Stored;
}

/// What happens to a local object as a whole.
Later fateOf(const VarDecl *Var, const Values &Origins) {
  const BodyTree &Tree = Origins.around();
  Later Found = Later::Nothing;
  auto Look = [&](const DeclRefExpr *Use) {
    for (const Stmt *P = Tree.parent(Use); P; P = Tree.parent(P)) {
      const auto *Call = dyn_cast<CallExpr>(P);
      const auto *Operator = dyn_cast_or_null<CXXOperatorCallExpr>(Call);
      const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
      if (isa<ReturnStmt, CoreturnStmt>(P))
        return Later::Returned;
      // `users[id] = user`
      if (Operator && Operator->getOperator() == OO_Equal &&
          peelAll(Operator->getArg(1)) == Use)
        return entityOf(Operator->getArg(0), Origins).Known ? Later::Stored
                                                            : Later::Nothing;
      // `*user`, `user.value()`, `std::move(user)`
      bool Accesses = Operator && (Operator->getOperator() == OO_Arrow ||
                                   Operator->getOperator() == OO_Star);
      if (const auto *Member = dyn_cast_or_null<CXXMemberCallExpr>(Call);
          Member && Callee && Member->getNumArgs() == 0 &&
          !Origins.isOwn(Callee))
        Accesses = true;
      Accesses |= Call && Call->isCallToStdMove();
      if (Callee && !Operator && !Accesses)
        return storing(Call, Callee, Origins);
      bool Passes =
          Accesses || isa<CastExpr, FullExpr, ParenExpr, UnaryOperator,
                          MaterializeTemporaryExpr, CXXBindTemporaryExpr,
                          CXXConstructExpr, MemberExpr, InitListExpr>(P);
      if (!Passes)
        return Later::Nothing;
    }
    return Later::Nothing;
  };
  for (const DeclRefExpr *Use : Tree.usesOf(Var)) {
    Found = std::max(Found, Look(Use));
  }
  return Found;
}

class EntityFinder {
public:
  explicit EntityFinder(const Values &Origins) : Origins(Origins) {}

  EntityEvidence of(const Expr *E, unsigned Depth) const {
    E = E ? peelAll(E) : nullptr;
    if (!E || Depth > MaxDepth)
      return {};
    if (const auto *Ref = dyn_cast<DeclRefExpr>(E))
      return ofVariable(Ref->getDecl(), Depth);
    if (const auto *Member = dyn_cast<MemberExpr>(E)) {
      // `this->current`, `it->second`, `user.address`
      if (isa<CXXThisExpr>(peelAll(Member->getBase())))
        return {.Known = true};
      return of(Member->getBase(), Depth + 1);
    }
    if (isa<CXXThisExpr>(E))
      return ofThis();
    const auto *Call = dyn_cast<CallExpr>(E);
    return Call ? ofCall(Call, Depth) : EntityEvidence();
  }

private:
  static constexpr unsigned MaxDepth = 12;

  EntityEvidence ofVariable(const ValueDecl *Named, unsigned Depth) const {
    const auto *Var = dyn_cast_or_null<VarDecl>(Named);
    if (const auto *Binding = dyn_cast_or_null<BindingDecl>(Named))
      Var = dyn_cast_or_null<VarDecl>(Binding->getDecomposedDecl());
    if (!Var)
      return {};
    if (const auto *Parameter = dyn_cast<ParmVarDecl>(Var))
      return ofParameter(Parameter);
    if (!Var->hasLocalStorage())
      return {.Known = true};
    if (Var->isCXXForRangeDecl())
      return ofElement(Var, Named, Depth);
    const Expr *Init = Var->getInit();
    if (!Init)
      return {};
    EntityEvidence Loaded = of(Init, Depth + 1);
    Later Fate = fateOf(Var, Origins);
    if (Fate == Later::Stored || Fate == Later::Merged)
      return {.Known = true, .Fresh = !Loaded && Fate == Later::Stored};
    // A copy that nobody keeps.
    if (isValue(Var->getType()) && Fate != Later::Returned &&
        !isa<DecompositionDecl>(Var))
      return {};
    return Loaded;
  }

  /// An object itself, or an optional that has it.
  bool isValue(QualType T) const {
    if (T->isReferenceType() || T->isPointerType())
      return false;
    const CXXRecordDecl *RD = T->getAsCXXRecordDecl();
    return RD && (Origins.isOwn(RD) ||
                  (Origins.ownClass(T) && Origins.isOptional(T)));
  }

  /// `for (auto &user : users)`
  EntityEvidence ofElement(const VarDecl *Var, const ValueDecl *Named,
                           unsigned Depth) const {
    if (!Var->getType()->isReferenceType() ||
        Var->getType().getNonReferenceType().isConstQualified())
      return {};
    const BodyTree &Tree = Origins.around();
    for (const DeclRefExpr *Use : Tree.usesOf(Named))
      for (const Stmt *P = Tree.parent(Use); P; P = Tree.parent(P))
        if (const auto *Loop = dyn_cast<CXXForRangeStmt>(P);
            Loop && Loop->getLoopVariable() == Var)
          return of(Loop->getRangeInit(), Depth + 1);
    return {};
  }

  EntityEvidence ofParameter(const ParmVarDecl *Parameter) const {
    QualType T = Parameter->getType();
    bool Refers = T->isReferenceType() || T->isPointerType() ||
                  (Origins.ownClass(T) && !isValue(T));
    QualType Pointee =
        T->isPointerType() ? T->getPointeeType() : T.getNonReferenceType();
    if (Refers && !Pointee.isConstQualified() && !T->isRValueReferenceType())
      return {.Given = Parameter};
    Later Fate = fateOf(Parameter, Origins);
    if (Fate == Later::Returned && !Refers)
      return {.Given = Parameter}; // `user = merge(user, body)`
    return {.Known = Fate >= Later::Merged};
  }

  /// `user.apply(body)` changes the user; `fromJson` makes one.
  EntityEvidence ofThis() const {
    const FunctionDecl *By = Origins.around().function();
    const auto *Method = dyn_cast_or_null<CXXMethodDecl>(By);
    if (!Method || isa<CXXConstructorDecl>(Method) || !Method->getIdentifier())
      return {};
    return {.Known = does(Method, Verb::Changes)};
  }

  EntityEvidence ofCall(const CallExpr *Call, unsigned Depth) const {
    std::optional<CallView> View = CallView::of(Call);
    if (!View)
      return {};
    if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(Call);
        Operator && Operator->getOperator() == OO_Subscript)
      return isOfRequest(Operator->getArg(0)) ? EntityEvidence()
                                              : EntityEvidence{.Known = true};
    // What was made just now, or from the request.
    if (Origins.unit().matcher().find(*View, Section::Makers) ||
        Origins.of(Call).Entry || isOfRequest(Call))
      return {};
    // `request.user()`
    if (View->Receiver && isOfRequest(View->Receiver))
      return {};
    const FunctionDecl *Callee = View->Function;
    if (!Callee->getIdentifier())
      return {};
    // `users.find(id)`, `co_await repository.load(id)`, `found.value()`
    if (View->Receiver && View->numWritten() == 0 && !Origins.isOwn(Callee))
      return of(View->Receiver, Depth + 1);
    if (Origins.isOwn(Callee) && readsFields(Callee))
      return {}; // it makes an object of a document
    return {.Known = does(Callee, Verb::LooksUp) ||
                     (View->numWritten() > 0 && !does(Callee, Verb::Makes))};
  }

  bool readsFields(const FunctionDecl *Callee) const {
    const FunctionDecl *Definition = nullptr;
    QualType T = Callee->getReturnType();
    return !T->isReferenceType() && !T->isPointerType() &&
           Callee->isDefined(Definition) && Definition->getBody() &&
           readsFields(Definition->getBody());
  }

  bool readsFields(const Stmt *S) const {
    if (!S)
      return false;
    if (const auto *E = dyn_cast<Expr>(S))
      if (std::optional<CallView> View = CallView::of(E))
        if (const NamedEntry *Entry =
                Origins.unit().matcher().find(*View, Section::Reads))
          if (Entry->E->Read.Kind == ReadKind::Field &&
              !isOfStandard(View->Function))
            return true;
    return llvm::any_of(S->children(), [this](const Stmt *Child) {
      return readsFields(Child);
    });
  }

  bool isOfRequest(const Expr *E) const {
    ValueOrigin From = Origins.documentOf(E);
    // A parameter may be anything: it is one of the request's only when it is
    // seen to be read from.
    return From.What == ValueOrigin::Document && !From.Root;
  }

  const Values &Origins;
};

} // namespace

bool merges(const CallView &Call, const UnitMatcher &Matcher) {
  const NamedEntry *Entry = Matcher.find(Call, Section::Reads);
  return Entry && Entry->E->Read.Kind == ReadKind::Merge;
}

bool isStored(const Expr *Made, const Values &Origins) {
  const BodyTree &Tree = Origins.around();
  for (const Stmt *P = Tree.parent(Made); P; P = Tree.parent(P)) {
    if (const auto *Decls = dyn_cast<DeclStmt>(P)) {
      const auto *Var = Decls->isSingleDecl()
                            ? dyn_cast<VarDecl>(Decls->getSingleDecl())
                            : nullptr;
      return Var && fateOf(Var, Origins) == Later::Stored;
    }
    const auto *Call = dyn_cast<CallExpr>(P);
    if (Call && !isa<CXXOperatorCallExpr>(Call) && !Call->isCallToStdMove())
      return Call->getDirectCallee() &&
             does(Call->getDirectCallee(), Verb::Stores);
    if (!isa<CastExpr, FullExpr, ParenExpr, MaterializeTemporaryExpr,
             CXXBindTemporaryExpr, CXXConstructExpr>(P) &&
        !Call)
      return false;
  }
  return false;
}

EntityEvidence entityOf(const Expr *E, const Values &Origins) {
  return EntityFinder(Origins).of(E, 0);
}

} // namespace asynctidy
