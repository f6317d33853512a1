//===-- Expressions.cpp - Expressions as a person reads them -------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/web/Expressions.h"
#include "lib/web/Registration.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;
using llvm::StringRef;

namespace asynctidy {

namespace {

/// A key stands as deep at most.
constexpr unsigned MaxDepth = 24;

const StringLiteral *wideTextIn(const Stmt *S, unsigned Depth) {
  if (!S || Depth == 0)
    return nullptr;
  if (const auto *Text = dyn_cast<StringLiteral>(S))
    return Text->getCharByteWidth() > 1 ? Text : nullptr;
  for (const Stmt *Child : S->children())
    if (const StringLiteral *Text = wideTextIn(Child, Depth - 1))
      return Text;
  return nullptr;
}

bool isSmartPointerAccess(const CXXOperatorCallExpr *Call) {
  return Call->getOperator() == OO_Arrow ||
         (Call->getOperator() == OO_Star && Call->getNumArgs() == 1);
}

bool isGetOfFuture(const CXXMemberCallExpr *Call) {
  const CXXMethodDecl *Method = Call->getMethodDecl();
  return Method && Method->getIdentifier() && Method->getName() == "get" &&
         Method->getParent()->isInStdNamespace() &&
         Method->getParent()->getIdentifier() &&
         Method->getParent()->getName().ends_with("future");
}

} // namespace

const Expr *peel(const Expr *E) {
  if (const auto *Cast = dyn_cast<CastExpr>(E)) {
    // A conversion function is a call.
    const Expr *Sub = Cast->getSubExpr();
    return Sub;
  }
  if (const auto *Full = dyn_cast<FullExpr>(E))
    return Full->getSubExpr();
  if (const auto *Paren = dyn_cast<ParenExpr>(E))
    return Paren->getSubExpr();
  if (const auto *Temporary = dyn_cast<MaterializeTemporaryExpr>(E))
    return Temporary->getSubExpr();
  if (const auto *Temporary = dyn_cast<CXXBindTemporaryExpr>(E))
    return Temporary->getSubExpr();
  if (const auto *Await = dyn_cast<CoawaitExpr>(E))
    return Await->getOperand();
  if (const auto *Await = dyn_cast<DependentCoawaitExpr>(E))
    return Await->getOperand();
  if (const auto *Op = dyn_cast<UnaryOperator>(E);
      Op && (Op->getOpcode() == UO_Deref || Op->getOpcode() == UO_AddrOf))
    return Op->getSubExpr();
  if (const auto *List = dyn_cast<InitListExpr>(E))
    return List->getNumInits() == 1 ? List->getInit(0) : nullptr;
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(E))
    return Construct->getConstructor()->isCopyOrMoveConstructor() &&
                   Construct->getNumArgs() >= 1
               ? Construct->getArg(0)
               : nullptr;
  if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(E))
    return isSmartPointerAccess(Operator) ? Operator->getArg(0) : nullptr;
  if (const auto *Call = dyn_cast<CallExpr>(E)) {
    if (Call->getNumArgs() == 1 &&
        (Call->isCallToStdMove() ||
         (Call->getDirectCallee() &&
          Call->getDirectCallee()->getBuiltinID() == Builtin::BIforward)))
      return Call->getArg(0);
    // `future.get()`
    if (const auto *Member = dyn_cast<CXXMemberCallExpr>(Call);
        Member && isGetOfFuture(Member))
      return Member->getImplicitObjectArgument();
  }
  return nullptr;
}

const Expr *peelAll(const Expr *E) {
  while (const Expr *Inner = E ? peel(E) : nullptr)
    E = Inner;
  return E;
}

bool isConstant(const Expr *E) {
  E = E->IgnoreImplicit()->IgnoreParenCasts()->IgnoreImplicit();
  if (isa<StringLiteral, IntegerLiteral, FloatingLiteral, CharacterLiteral,
          CXXBoolLiteralExpr, CXXNullPtrLiteralExpr, GNUNullExpr,
          CXXScalarValueInitExpr, ImplicitValueInitExpr, CXXDefaultArgExpr,
          CXXDefaultInitExpr, UserDefinedLiteral>(E))
    return true;
  if (const auto *Op = dyn_cast<UnaryOperator>(E))
    return isConstant(Op->getSubExpr());
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(E))
    return llvm::all_of(Construct->arguments(), isConstant);
  if (const auto *List = dyn_cast<InitListExpr>(E))
    return llvm::all_of(List->inits(), isConstant);
  if (const auto *Member = dyn_cast<MemberExpr>(E))
    return isConstant(Member->getBase());
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E)) {
    const auto *Var = dyn_cast<VarDecl>(Ref->getDecl());
    return isa<EnumConstantDecl>(Ref->getDecl()) ||
           (Var && !isa<ParmVarDecl>(Var) &&
            Var->getType().isConstQualified() &&
            (Var->hasGlobalStorage() ||
             (Var->getInit() && isConstant(Var->getInit()))));
  }
  // `json::object()`
  const auto *Call = dyn_cast<CallExpr>(E);
  const auto *Method =
      Call ? dyn_cast_or_null<CXXMethodDecl>(Call->getDirectCallee()) : nullptr;
  return Method && Method->isStatic() && Call->getNumArgs() == 0;
}

std::optional<Assignment> assignmentIn(const Stmt *S) {
  if (const auto *Assign = dyn_cast_or_null<BinaryOperator>(S);
      Assign && Assign->getOpcode() == BO_Assign)
    return Assignment{Assign->getLHS(), Assign->getRHS()};
  if (const auto *Operator = dyn_cast_or_null<CXXOperatorCallExpr>(S);
      Operator && Operator->getOperator() == OO_Equal &&
      Operator->getNumArgs() == 2)
    return Assignment{Operator->getArg(0), Operator->getArg(1)};
  return std::nullopt;
}

bool throws(const Stmt *S) {
  if (!S || isa<LambdaExpr>(S))
    return false;
  const auto *Call = dyn_cast<CallExpr>(S);
  return isa<CXXThrowExpr>(S) ||
         (Call && Call->getDirectCallee() &&
          Call->getDirectCallee()->isNoReturn()) ||
         llvm::any_of(S->children(), throws);
}

bool isIdentity(const FieldDecl *Field) {
  StringRef Name = Field->getName().rtrim('_');
  return Name.equals_insensitive("id") || Name.ends_with("_id") ||
         Name.ends_with("Id") || Name.ends_with("ID");
}

std::string memberName(const NamedDecl *Member) {
  StringRef Name = Member->getName().trim('_');
  if (isa<CXXMethodDecl>(Member)) {
    if (Name.size() > 3 && Name.starts_with("get") && !llvm::isLower(Name[3]))
      Name = Name.drop_front(3).ltrim('_');
    return (llvm::Twine(llvm::toLower(Name.front())) + Name.drop_front()).str();
  }
  return Name.str();
}

const CXXMethodDecl *presenceOf(const NamedDecl *Member) {
  const auto *Accessor = dyn_cast<CXXMethodDecl>(Member);
  if (!Accessor)
    return nullptr;
  std::string Name = memberName(Member);
  std::string Capital = Name;
  Capital.front() = llvm::toUpper(Capital.front());
  for (const CXXMethodDecl *Method : Accessor->getParent()->methods())
    if (Method->getIdentifier() && Method->getNumParams() == 0 &&
        (Method->getName() == "has_" + Name ||
         Method->getName() == "has" + Capital))
      return Method;
  return nullptr;
}

bool isOfStandard(const FunctionDecl *FD) {
  const auto *Method = dyn_cast<CXXMethodDecl>(FD);
  return Method ? Method->getParent()->isInStdNamespace()
                : FD->isInStdNamespace();
}

std::optional<std::string> keyText(const Expr *E) {
  if (std::optional<StringRef> Text = textIn(E))
    return Text->str();
  // `u"name"`, of ASCII alone
  const auto *Wide = wideTextIn(E, MaxDepth);
  if (!Wide)
    return std::nullopt;
  std::string Text;
  for (unsigned I = 0; I < Wide->getLength(); ++I) {
    uint32_t Unit = Wide->getCodeUnit(I);
    if (Unit == 0 || Unit > 0x7f)
      return std::nullopt;
    Text.push_back(static_cast<char>(Unit));
  }
  return Text;
}

/// Has it, or a base at any depth, an `operator->`?
static bool hasArrow(const CXXRecordDecl *RD) {
  RD = RD ? RD->getDefinition() : nullptr;
  if (!RD)
    return false;
  return llvm::any_of(RD->methods(),
                      [](const CXXMethodDecl *M) {
                        return M->getOverloadedOperator() == OO_Arrow;
                      }) ||
         llvm::any_of(RD->bases(), [](const CXXBaseSpecifier &Base) {
           return hasArrow(Base.getType()->getAsCXXRecordDecl());
         });
}

const CXXRecordDecl *ownClass(QualType T, const UnitModel &Unit) {
  T = T.getNonReferenceType();
  if (T->isPointerType())
    T = T->getPointeeType();
  const CXXRecordDecl *RD = T->getAsCXXRecordDecl();
  if (!RD || RD->isLambda())
    return nullptr;
  if (Unit.isOwn(RD))
    return isa<ClassTemplateSpecializationDecl>(RD) && RD->isInStdNamespace()
               ? nullptr
               : RD;
  // Smart pointers, optionals and the wrappers of libraries hold one thing.
  const auto *Wrapper =
      dyn_cast_or_null<ClassTemplateSpecializationDecl>(RD->getDefinition());
  if (!Wrapper || Wrapper->getTemplateArgs().size() == 0 ||
      Wrapper->getTemplateArgs()[0].getKind() != TemplateArgument::Type)
    return nullptr;
  bool Accesses = hasArrow(Wrapper);
  const CXXRecordDecl *Held =
      Wrapper->getTemplateArgs()[0].getAsType()->getAsCXXRecordDecl();
  return Accesses && Held && Unit.isOwn(Held) && !Held->isLambda() ? Held
                                                                   : nullptr;
}

} // namespace asynctidy
