//===-- Conditions.cpp - What `when` of an entry asks ---------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/catalog/Conditions.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace asynctidy::catalog {

namespace {

/// Is \p RD, or a class that it derives from, called \p Name?
bool isOrDerives(const CXXRecordDecl *RD, StringRef Name, Names &Spellings) {
  auto Is = [&](const CXXRecordDecl *Class) {
    StringRef Last = Name.substr(Name.rfind(':') + 1); // npos + 1 == 0
    if (!Class->getIdentifier() || Class->getName() != Last)
      return false;
    return Spellings.scope(Class) == Name;
  };
  if (Is(RD))
    return true;
  if (!RD->hasDefinition())
    return false;
  // Bases that depend on a parameter aren't known.
  for (const CXXBaseSpecifier &Base : RD->bases())
    if (const CXXRecordDecl *Parent = Base.getType()->getAsCXXRecordDecl())
      if (isOrDerives(Parent, Name, Spellings))
        return true;
  return false;
}

std::string printed(QualType T, const ASTContext &Ctx) {
  PrintingPolicy Policy(Ctx.getLangOpts());
  Policy.SuppressInlineNamespace =
      llvm::to_underlying(PrintingPolicy::SuppressInlineNamespaceMode::All);
  return T.getCanonicalType().getAsString(Policy);
}

/// The parameter that packs call \p Index, or a null type.
QualType parameterType(const FunctionDecl *FD, int Index) {
  int Count = static_cast<int>(FD->getNumParams());
  int I = Index < 0 ? Count + Index : Index;
  return I >= 0 && I < Count ? FD->getParamDecl(I)->getType() : QualType();
}

bool typesHold(const Condition &When, const CallView &Call, Names &Spellings,
               const ASTContext &Ctx) {
  auto Matches = [&](const IndexedText &Wanted) {
    QualType T = parameterType(Call.Function, Wanted.Index);
    return !T.isNull() && typeMatches(T, Wanted.Text, Spellings, Ctx);
  };
  // Several texts for one index are alternatives.
  for (const IndexedText &Wanted : When.Types)
    if (llvm::none_of(When.Types, [&](const IndexedText &Other) {
          return Other.Index == Wanted.Index && Matches(Other);
        }))
      return false;
  return llvm::none_of(When.NotTypes, Matches);
}

bool returnHolds(const Condition &When, const CallView &Call, Names &Spellings,
                 const ASTContext &Ctx) {
  QualType T = Call.Function->getReturnType();
  auto Matches = [&](StringRef Name) {
    return typeMatches(T, Name, Spellings, Ctx);
  };
  if (!When.Returns.empty() && llvm::none_of(When.Returns, Matches))
    return false;
  return llvm::none_of(When.NotReturns, Matches);
}

bool isNullPointer(const Expr *E, const ASTContext &Ctx) {
  return !E->isValueDependent() && !E->isTypeDependent() &&
         E->isNullPointerConstant(const_cast<ASTContext &>(Ctx),
                                  Expr::NPC_ValueDependentIsNotNull) !=
             Expr::NPCK_NotNull;
}

bool nullsHold(const Condition &When, const CallView &Call,
               const ASTContext &Ctx) {
  for (int Index : When.Null)
    if (const Expr *E = Call.argument(Index); E && !isNullPointer(E, Ctx))
      return false;
  for (int Index : When.NotNull)
    if (const Expr *E = Call.argument(Index); !E || isNullPointer(E, Ctx))
      return false;
  return true;
}

/// Is the argument a constant that has all of these bits?
bool hasBits(const IndexedBits &Wanted, const CallView &Call,
             const ASTContext &Ctx) {
  const Expr *E = Call.argument(Wanted.Index);
  if (!E || E->isValueDependent() ||
      !E->getType()->isIntegralOrEnumerationType())
    return false;
  Expr::EvalResult Value;
  return E->EvaluateAsInt(Value, Ctx) &&
         (Value.Val.getInt().getExtValue() & Wanted.Bits) == Wanted.Bits;
}

bool bitsHold(const Condition &When, const CallView &Call,
              const ASTContext &Ctx) {
  auto Has = [&](const IndexedBits &Wanted) {
    return hasBits(Wanted, Call, Ctx);
  };
  return llvm::all_of(When.Bits, Has) && llvm::none_of(When.NotBits, Has);
}

bool refersTo(const Expr *E, StringRef Name, Names &Spellings) {
  const auto *Ref =
      E ? dyn_cast<DeclRefExpr>(E->IgnoreParenImpCasts()) : nullptr;
  if (!Ref)
    return false;
  std::string Full = Spellings.scope(Ref->getDecl()->getDeclContext()).str();
  if (!Full.empty())
    Full += "::";
  return Full + Spellings.last(Ref->getDecl()) == Name;
}

} // namespace

bool typeMatches(QualType T, StringRef Name, Names &Spellings,
                 const ASTContext &Ctx) {
  QualType Bare = T.getNonReferenceType();
  while (Bare->isPointerType())
    Bare = Bare->getPointeeType();
  StringRef Resolved = Spellings.resolved(Name);
  if (const CXXRecordDecl *RD = Bare->getAsCXXRecordDecl())
    if (isOrDerives(RD, Resolved, Spellings))
      return true;
  if (const auto *Enum = Bare->getAsEnumDecl())
    return Spellings.scope(Enum) == Resolved;
  return printed(T, Ctx) == Name ||
         printed(T.getNonReferenceType().getUnqualifiedType(), Ctx) == Name;
}

bool holds(const Condition &When, const CallView &Call, Names &Spellings,
           const ASTContext &Ctx) {
  if (!When.Parameters.contains(Call.Function->getNumParams()) ||
      !When.Arguments.contains(Call.numWritten()))
    return false;
  if (!When.Receiver.empty()) {
    const CXXRecordDecl *Class = Call.staticClass();
    if (!Class || llvm::none_of(When.Receiver, [&](StringRef Name) {
          return isOrDerives(Class, Spellings.resolved(Name), Spellings);
        }))
      return false;
  }
  for (const IndexedText &Wanted : When.Refers)
    if (!refersTo(Call.argument(Wanted.Index), Wanted.Text, Spellings))
      return false;
  return typesHold(When, Call, Spellings, Ctx) &&
         returnHolds(When, Call, Spellings, Ctx) &&
         nullsHold(When, Call, Ctx) && bitsHold(When, Call, Ctx);
}

std::optional<APValue> constantCount(const Expr *E, const ASTContext &Ctx) {
  if (!E || E->isValueDependent() || E->isTypeDependent() ||
      E->containsErrors())
    return std::nullopt;
  Expr::EvalResult Result;
  if (!E->EvaluateAsRValue(Result, Ctx) || Result.HasSideEffects)
    return std::nullopt;
  // A duration is a class around one number.
  const APValue *Value = &Result.Val;
  while (Value->isStruct() && Value->getStructNumFields() == 1 &&
         Value->getStructNumBases() == 0)
    Value = &Value->getStructField(0);
  return *Value;
}

bool isZeroDuration(const Expr *E, const ASTContext &Ctx) {
  std::optional<APValue> Value = constantCount(E, Ctx);
  if (!Value)
    return false;
  if (Value->isInt())
    return Value->getInt().isZero();
  return Value->isFloat() && Value->getFloat().isZero();
}

} // namespace asynctidy::catalog
