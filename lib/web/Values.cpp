//===-- Values.cpp - What of a request a value is made of -----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/web/Values.h"
#include "lib/web/Expressions.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace asynctidy::catalog;
using llvm::StringRef;

namespace asynctidy {

namespace {

/// Code written by people doesn't nest deeper; what does isn't followed.
constexpr unsigned MaxDepth = 24;

/// The one operand that decides: of `minutes * 60`, `!once`, `a = b`.
const Expr *operandOf(const Expr *E) {
  if (const auto *Op = dyn_cast<UnaryOperator>(E))
    return Op->getOpcode() == UO_LNot || Op->getOpcode() == UO_Minus
               ? Op->getSubExpr()
               : nullptr;
  const auto *Op = dyn_cast<BinaryOperator>(E);
  if (!Op)
    return nullptr;
  if (Op->getOpcode() == BO_Assign)
    return Op->getRHS();
  if (!Op->isAdditiveOp() && !Op->isMultiplicativeOp())
    return nullptr;
  if (isConstant(Op->getRHS()))
    return Op->getLHS();
  return isConstant(Op->getLHS()) ? Op->getRHS() : nullptr;
}

} // namespace

bool Values::isOptional(QualType T) const {
  T = T.getNonReferenceType();
  if (T->isPointerType())
    return true;
  const NamedEntry *Entry = Unit.matcher().findType(T, Section::Reads);
  if (!Entry || Entry->E->Read.Kind != ReadKind::Optional)
    return false;
  // A container of optionals isn't one itself.
  const CXXRecordDecl *RD = T->getAsCXXRecordDecl();
  return RD && Unit.matcher().findType(RD, Section::Reads);
}

bool Values::isDocument(QualType T) const {
  const CXXRecordDecl *RD = T.getNonReferenceType()->getAsCXXRecordDecl();
  RD = RD ? RD->getDefinition() : nullptr;
  if (!RD || isOwn(RD))
    return false;
  for (const CXXMethodDecl *Method : RD->methods()) {
    if (Method->getOverloadedOperator() != OO_Subscript)
      continue;
    CallView View;
    View.Callee = View.Function = Method;
    for (const NamedEntry *Entry : Unit.matcher().findAll(View, Section::Reads))
      if (Entry->E->Read.Kind == ReadKind::Field)
        return true;
  }
  return false;
}

const NamedEntry *Values::readEntry(const CallView &View) const {
  return Unit.matcher().find(View, Section::Reads);
}

ValueOrigin Values::trace(const Expr *E, unsigned Depth) const {
  if (!E || Depth > MaxDepth)
    return {};
  // What is asked meanwhile of a value that goes round in a circle is unknown.
  auto [It, New] = Traced.try_emplace(E);
  if (!New)
    return It->second;
  ValueOrigin Origin = traceAnew(E, Depth);
  return Traced[E] = std::move(Origin);
}

ValueOrigin Values::traceAnew(const Expr *E, unsigned Depth) const {
  if (const auto *Choice = dyn_cast<ConditionalOperator>(E))
    return ofChoice(Choice, Depth + 1);
  if (const auto *And = dyn_cast<BinaryOperator>(E);
      And && And->getOpcode() == BO_LAnd) {
    // `sent && value`
    ValueOrigin Origin = trace(And->getRHS(), Depth + 1);
    if (Origin.What != ValueOrigin::Field)
      return {};
    Origin.Absent = Absence::False;
    Origin.Default = nullptr;
    return Origin;
  }
  if (const Expr *Operand = operandOf(E))
    return trace(Operand, Depth + 1);
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E)) {
    const auto *Var = dyn_cast<VarDecl>(Ref->getDecl());
    return Var ? ofVariable(Var, Depth + 1) : ValueOrigin();
  }
  if (const auto *Member = dyn_cast<MemberExpr>(E))
    return ofMember(Member, Depth + 1);
  // Before it is taken off: `*optional` is an operator of a class.
  if (std::optional<CallView> View = CallView::of(E))
    if (const NamedEntry *Entry = readEntry(*View))
      return ofRead(*View, E, *Entry, Depth + 1);
  if (const Expr *Inner = peel(E))
    return trace(Inner, Depth + 1);
  return ofCall(E, Depth + 1);
}

/// A document or request as a whole; a text only when it is the body.
ValueOrigin Values::wholeDocument(const Expr *E, unsigned Depth) const {
  QualType T = peelAll(E)->getType();
  const CXXRecordDecl *RD = T->getAsCXXRecordDecl();
  // A handler's own text is most often an id.
  const auto *Ref = dyn_cast<DeclRefExpr>(peelAll(E));
  if (RD && Ref && isa<ParmVarDecl>(Ref->getDecl()) &&
      (RD->isInStdNamespace() || isOptional(T)))
    return {};
  ValueOrigin Source = RD ? document(E, Depth) : ValueOrigin();
  return Source && Source.Keyed && RD->isInStdNamespace() ? ValueOrigin()
                                                          : Source;
}

/// `sent ? value : ""`
ValueOrigin Values::ofChoice(const ConditionalOperator *Choice,
                             unsigned Depth) const {
  for (auto [Branch, Else] :
       {std::pair(Choice->getTrueExpr(), Choice->getFalseExpr()),
        std::pair(Choice->getFalseExpr(), Choice->getTrueExpr())}) {
    if (!isConstant(Else))
      continue;
    ValueOrigin Origin = trace(Branch, Depth);
    if (!Origin.mayBeAbsent())
      continue;
    Origin.Absent = Absence::Unsaid;
    Origin.Default = Else;
    Origin.Chosen = true;
    return Origin;
  }
  // `body.value("once", false) ? 3 : 1`
  if (isConstant(Choice->getTrueExpr()) && isConstant(Choice->getFalseExpr())) {
    ValueOrigin Origin = trace(Choice->getCond(), Depth);
    if (Origin.What == ValueOrigin::Field && Origin.Default)
      return Origin;
  }
  return {};
}

ValueOrigin Values::ofVariable(const VarDecl *Var, unsigned Depth) const {
  auto [It, New] = Variables.try_emplace(Var);
  if (!New)
    return It->second;
  ValueOrigin Origin = ofVariableAnew(Var, Depth);
  return Variables[Var] = std::move(Origin);
}

ValueOrigin Values::ofVariableAnew(const VarDecl *Var, unsigned Depth) const {
  if (const auto *Parameter = dyn_cast<ParmVarDecl>(Var)) {
    if (ValueOrigin Given = ofContinuation(Parameter, Depth))
      return Given;
    ValueOrigin Origin;
    Origin.What = ValueOrigin::Parameter;
    Origin.Root = Parameter;
    return Origin;
  }
  if (!Var->isLocalVarDecl() || Var->isStaticLocal() ||
      Var->isCXXForRangeDecl() || isa<DecompositionDecl>(Var))
    return {};
  const Expr *Init = Var->getInit();
  const auto *Construct =
      dyn_cast_or_null<CXXConstructExpr>(Init ? Init->IgnoreImplicit() : Init);
  if (!Init || isConstant(Init) || (Construct && Construct->getNumArgs() == 0))
    return ofFilled(Var, Depth);
  // A variable that gets other values too isn't followed.
  for (const DeclRefExpr *Use : Around.usesOf(Var)) {
    const Stmt *P = Around.parent(Use);
    const auto *Assign = dyn_cast_or_null<BinaryOperator>(P);
    const auto *Operator = dyn_cast_or_null<CXXOperatorCallExpr>(P);
    if ((Assign && Assign->isAssignmentOp() && Assign->getLHS() == Use) ||
        (Operator && Operator->isAssignmentOp() &&
         Operator->getArg(0)->IgnoreImplicit() == Use))
      return {};
  }
  ValueOrigin Origin = trace(Init, Depth);
  if (!Origin)
    Origin = ofCollected(Var, Depth);
  Origin.Through.push_back(Var);
  return Origin;
}

/// `request.extract_json().then([](json body) { ... })`
ValueOrigin Values::ofContinuation(const ParmVarDecl *Parameter,
                                   unsigned Depth) const {
  const auto *By = dyn_cast<FunctionDecl>(Parameter->getDeclContext());
  auto It = Lambdas.find(By);
  if (It == Lambdas.end())
    return {};
  const Stmt *P = Around.parent(It->second);
  while (isa_and_nonnull<CastExpr, FullExpr, MaterializeTemporaryExpr,
                         CXXBindTemporaryExpr, CXXConstructExpr>(P))
    P = Around.parent(P);
  const auto *Call = dyn_cast_or_null<CXXMemberCallExpr>(P);
  if (!Call || (Call->getMethodDecl() && isOwn(Call->getMethodDecl())))
    return {};
  // `response.onData([](std::string_view piece, bool last) { ... })`
  std::optional<CallView> View = CallView::of(Call);
  const NamedEntry *Entry = View ? readEntry(*View) : nullptr;
  bool Itself = Entry && Entry->E->Read.Kind == ReadKind::Body &&
                Parameter->getFunctionScopeIndex() == 0;
  if (!Itself && !readsRequest(Call->getImplicitObjectArgument()))
    return {};
  ValueOrigin Origin =
      Itself ? documentOfCall(Call, Depth + 1)
             : document(Call->getImplicitObjectArgument(), Depth + 1);
  Origin.What = Origin ? ValueOrigin::Document : ValueOrigin::Other;
  return Origin;
}

bool Values::readsRequest(const Expr *E) const {
  for (E = E ? peelAll(E) : nullptr; E; E = peelAll(E)) {
    std::optional<CallView> View = CallView::of(E);
    if (!View)
      return false;
    const NamedEntry *Entry = readEntry(*View);
    if (Entry && (Entry->E->Read.Kind == ReadKind::Body ||
                  Entry->E->Read.Kind == ReadKind::Document ||
                  Entry->E->Read.Kind == ReadKind::Object))
      return true;
    E = View->Receiver;
    if (!E)
      return false;
  }
  return false;
}

ValueOrigin Values::ofMember(const MemberExpr *Member, unsigned Depth) const {
  const auto *Field = dyn_cast<FieldDecl>(Member->getMemberDecl());
  if (!Field || isa<CXXThisExpr>(peelAll(Member->getBase())))
    return {};
  ValueOrigin Origin = trace(Member->getBase(), Depth);
  // `it->second`, `found->value`
  if (!isOwn(Field->getParent()))
    return Origin.What == ValueOrigin::Field ? Origin : ValueOrigin();
  if (Origin.What != ValueOrigin::Object &&
      Origin.What != ValueOrigin::Parameter)
    return {};
  // `dto.address.street`: the address says whether it was sent.
  if (!Origin.Member) {
    Origin.Member = Field;
    Origin.Absent =
        isOptional(Field->getType()) ? Absence::Null : Absence::Unsaid;
  }
  return Origin;
}

ValueOrigin Values::document(const Expr *E, unsigned Depth) const {
  if (!E || Depth > MaxDepth)
    return {};
  auto [It, New] = Documents.try_emplace(E);
  if (!New)
    return It->second;
  ValueOrigin Origin = documentAnew(E, Depth);
  return Documents[E] = std::move(Origin);
}

ValueOrigin Values::documentAnew(const Expr *E, unsigned Depth) const {
  ValueOrigin Origin;
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E)) {
    const auto *Var = dyn_cast<VarDecl>(Ref->getDecl());
    if (!Var)
      return {};
    Origin = ofVariable(Var, Depth + 1);
    // `auto body = parse_body(request);`
    if (!Origin && Var->hasLocalStorage() && Var->getInit() &&
        !isa<ParmVarDecl, DecompositionDecl>(Var) && !Var->isCXXForRangeDecl())
      return document(Var->getInit(), Depth + 1);
  } else if (const auto *Member = dyn_cast<MemberExpr>(E)) {
    // `request.body`
    if (isa<CXXThisExpr>(peelAll(Member->getBase())))
      return {};
    Origin = document(Member->getBase(), Depth + 1);
    Origin.Keyed |= !isBody(Member);
  } else {
    // Before it is taken off: `*optional` is an operator of a class.
    std::optional<CallView> View = CallView::of(E);
    const Expr *Inner = View && readEntry(*View) ? nullptr : peel(E);
    return Inner ? document(Inner, Depth + 1) : documentOfCall(E, Depth + 1);
  }
  switch (Origin.What) {
  case ValueOrigin::Parameter:
    Origin.What = ValueOrigin::Document;
    Origin.Keyed |= Origin.Member != nullptr;
    Origin.Member = nullptr;
    return Origin;
  case ValueOrigin::Document:
    return Origin;
  case ValueOrigin::Field: // `body["address"]`, kept in a variable
    Origin.What = ValueOrigin::Document;
    Origin.Keyed = true;
    return Origin;
  default:
    return {};
  }
}

ValueOrigin Values::documentOfCall(const Expr *E, unsigned Depth) const {
  std::optional<CallView> View = CallView::of(E);
  if (!View)
    return {};
  if (const NamedEntry *Entry = readEntry(*View)) {
    const ReadUse &Use = Entry->E->Read;
    const Expr *From = readFrom(*View, Use);
    ValueOrigin Source = From ? document(From, Depth) : ValueOrigin();
    Source.Keyed |=
        Use.Kind == ReadKind::Field || Use.Kind == ReadKind::Parameter;
    if (Source)
      return Source;
    // The request itself has it, whoever that belongs to.
    bool OfRequest = Use.Kind == ReadKind::Body ||
                     (Use.Kind == ReadKind::Document && View->Receiver &&
                      From == View->Receiver);
    if (OfRequest)
      Source.What = ValueOrigin::Document;
    return Source;
  }
  // `request.body()`, `find_member(body)`
  if (View->Receiver)
    if (ValueOrigin Source = document(View->Receiver, Depth))
      return View->numWritten() == 0 ? Source : ValueOrigin();
  if (isa<CXXConstructExpr>(E) && View->numWritten() != 1)
    return {};
  for (unsigned I = 0; I < View->numWritten(); ++I)
    if (ValueOrigin Source = wholeDocument(View->Arguments[I], Depth))
      return Source;
  return {};
}

bool Values::isBody(const MemberExpr *Member) const {
  const auto *Field = dyn_cast<FieldDecl>(Member->getMemberDecl());
  if (!Field || !Field->getIdentifier())
    return false;
  if (isOwn(Field->getParent()))
    return llvm::any_of(
        llvm::ArrayRef<StringRef>{"body", "content", "payload", "data", "json"},
        [&](StringRef Word) {
          return Field->getName().contains_insensitive(Word);
        });
  for (const NamedEntry &Entry :
       Unit.matcher().catalog().functionsNamed(Field->getName()))
    if (Entry.E->Kind == Section::Reads &&
        Entry.E->Read.Kind == ReadKind::Body &&
        Unit.matcher().isOrDerivesFrom(Member->getBase()->getType(),
                                       Entry.Scope))
      return true;
  return false;
}

} // namespace asynctidy
