//===-- FilledValues.cpp - Variables that are filled later ---------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/web/Expressions.h"
#include "lib/web/Values.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace asynctidy::catalog;

namespace asynctidy {

/// Is \p Use given to a parameter that a function may fill?
static bool fills(const CallView &View, const Expr *Use) {
  for (unsigned I = 0; I < View.numWritten(); ++I) {
    if (peelAll(View.Arguments[I]) != Use || I >= View.Function->getNumParams())
      continue;
    QualType T = View.Function->getParamDecl(I)->getType();
    return (T->isLValueReferenceType() || T->isPointerType()) &&
           !T->getPointeeType().isConstQualified();
  }
  return false;
}

/// What a use of a text, or of a pointer to one, appends to it.
static const Expr *appendedAt(const DeclRefExpr *Use, const BodyTree &Around) {
  const Stmt *Child = Use;
  const Stmt *P = Around.parent(Use);
  auto Leads = [&](const Stmt *S) {
    const auto *Access = dyn_cast_or_null<CXXOperatorCallExpr>(S);
    return isa_and_nonnull<CastExpr, ParenExpr, UnaryOperator, MemberExpr>(S) ||
           (Access && (Access->getOperator() == OO_Arrow ||
                       Access->getOperator() == OO_Star));
  };
  while (Leads(P)) {
    Child = P;
    P = Around.parent(P);
  }
  const auto *Operator = dyn_cast_or_null<CXXOperatorCallExpr>(P);
  if (Operator)
    return (Operator->getOperator() == OO_PlusEqual ||
            Operator->getOperator() == OO_LessLess) &&
                   Operator->getNumArgs() == 2 && Operator->getArg(0) == Child
               ? Operator->getArg(1)
               : nullptr;
  const auto *Call = dyn_cast_or_null<CXXMemberCallExpr>(P);
  const CXXMethodDecl *Method = Call ? Call->getMethodDecl() : nullptr;
  return Method && Call->getCallee() == Child && Call->getNumArgs() > 0 &&
                 Method->getIdentifier() && Method->getName() == "append" &&
                 isOfStandard(Method)
             ? Call->getArg(0)
             : nullptr;
}

/// `buffer->append(piece)`: the body, put together from its pieces.
ValueOrigin Values::ofCollected(const VarDecl *Var, unsigned Depth) const {
  for (const DeclRefExpr *Use : Around.usesOf(Var)) {
    const Expr *Piece = appendedAt(Use, Around);
    ValueOrigin Source = Piece ? document(Piece, Depth) : ValueOrigin();
    if (Source && !Source.Keyed)
      return Source;
  }
  return {};
}

/// A variable that is declared empty and filled later, in one place.
ValueOrigin Values::ofFilled(const VarDecl *Var, unsigned Depth) const {
  ValueOrigin Only;
  unsigned Fillings = 0;
  for (const DeclRefExpr *Use : Around.usesOf(Var)) {
    // Casts and `&` stand between the name and what takes it.
    const Stmt *P = Around.parent(Use);
    const Stmt *Child = Use;
    while (isa_and_nonnull<CastExpr, ParenExpr, UnaryOperator>(P)) {
      Child = P;
      P = Around.parent(P);
    }
    if (const auto *Access = dyn_cast_or_null<MemberExpr>(P)) {
      Child = Access;
      P = Around.parent(P);
    }
    std::optional<Assignment> Assign = assignmentIn(P);
    if (Assign && Assign->To == Child) {
      ++Fillings;
      Only = trace(Assign->Value, Depth);
      if (!Only.mayBeAbsent())
        continue;
      asDeclared(Only, Var);
      continue;
    }
    const auto *Call = dyn_cast_or_null<Expr>(P);
    std::optional<CallView> View =
        Call ? CallView::of(Call) : std::optional<CallView>();
    const NamedEntry *Entry = View ? readEntry(*View) : nullptr;
    if (!Entry && View && isOwn(View->Function) && fills(*View, Use)) {
      // `parse(request.body, document)`
      for (const Expr *Argument :
           llvm::ArrayRef(View->Arguments.data(), View->numWritten()))
        if (peelAll(Argument) != Use)
          if (ValueOrigin Source = wholeDocument(Argument, Depth)) {
            Only = Source;
            ++Fillings;
          }
      continue;
    }
    if (!Entry)
      continue;
    const ReadUse &Use2 = Entry->E->Read;
    bool Into =
        View->argument(Use2.Into) && peelAll(View->argument(Use2.Into)) == Use;
    // `document.Parse(text)`
    bool Itself = Use2.Kind == ReadKind::Document && View->Receiver &&
                  peelAll(View->Receiver) == Use && Use2.From != NoArgument &&
                  Use2.From != ReceiverArgument;
    const Expr *From = readFrom(*View, Use2);
    if (!(Into || Itself) || !From)
      continue;
    ++Fillings;
    if (Use2.Kind == ReadKind::Document) {
      Only = document(From, Depth);
      Only.What = Only ? ValueOrigin::Document : ValueOrigin::Other;
    } else if (Use2.Kind == ReadKind::Object || Use2.Kind == ReadKind::Value) {
      ValueOrigin Source = document(From, Depth);
      const CXXRecordDecl *Class = ownClass(Var->getType());
      Only = Source && Class ? object(Class, Call, Entry,
                                      readerOf(Class, Use2.Reader), Source)
                             : ValueOrigin();
      if (!Only && Use2.Kind == ReadKind::Value && !Class) {
        // A document, or a single value that stays as it was declared.
        Only = isDocument(Var->getType()) ? Source : trace(From, Depth);
        if (Only.mayBeAbsent())
          asDeclared(Only, Var);
      }
    } else {
      Only = {};
    }
  }
  if (Fillings == 0)
    return ofCollected(Var, Depth);
  if (Fillings != 1)
    return {};
  Only.Through.push_back(Var);
  return Only;
}

/// Where it isn't filled, it is as it was declared.
void Values::asDeclared(ValueOrigin &Origin, const VarDecl *Var) const {
  const Expr *Init = Var->getInit();
  QualType T = Var->getType();
  const auto *Construct = dyn_cast_or_null<CXXConstructExpr>(
      Init ? Init->IgnoreImplicit() : nullptr);
  bool Said =
      Init && !isOptional(T) && (!Construct || Construct->getNumArgs() > 0);
  Origin.Default = Said ? Init : nullptr;
  Origin.Absent = Said                    ? Absence::Unsaid
                  : isOptional(T)         ? Absence::Null
                  : T->isBooleanType()    ? Absence::False
                  : T->isArithmeticType() ? Absence::Zero
                                          : Absence::Empty;
}

} // namespace asynctidy
