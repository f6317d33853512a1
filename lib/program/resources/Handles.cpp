//===-- Handles.cpp - Who closes what C opens -----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/program/resources/Handles.h"
#include "lib/program/resources/Holding.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace asynctidy::catalog;

namespace asynctidy::program {

namespace {

enum class Use : uint8_t { Looked, Assigned, Lent, Returned, Kept, Gone };

class UseReader {
public:
  UseReader(llvm::ArrayRef<std::string> ReleasedBy, const Surroundings &Around,
            const UnitMatcher &Matcher)
      : ReleasedBy(ReleasedBy), Around(Around), Matcher(Matcher) {}

  Use read(const DeclRefExpr *Ref) {
    const Stmt *Child = Ref;
    bool Referred = false;
    for (const Stmt *P = Around.parent(Ref); P;
         Child = P, P = Around.parent(P)) {
      if (isa<ParenExpr, ImplicitCastExpr, ExprWithCleanups>(P))
        continue;
      if (const auto *Op = dyn_cast<UnaryOperator>(P)) {
        if (Op->getOpcode() == UO_LNot)
          return Use::Looked;
        Referred |= Op->getOpcode() == UO_Deref;
        if (Op->getOpcode() == UO_AddrOf || Op->getOpcode() == UO_Deref)
          continue;
        return Use::Gone;
      }
      if (isa<MemberExpr, IfStmt, WhileStmt, ForStmt, DoStmt>(P))
        return Use::Looked;
      if (const auto *Binary = dyn_cast<BinaryOperator>(P))
        return comparesPointers(Binary)    ? Use::Lent
               : !Binary->isAssignmentOp() ? Use::Looked
               : Child == Binary->getRHS() ? keep(storageOf(Binary->getLHS()))
                                           : Use::Assigned;
      if (isa<ReturnStmt, CoreturnStmt>(P))
        return Use::Returned;
      if (const auto *Conditional = dyn_cast<ConditionalOperator>(P))
        return Child == Conditional->getCond() ? Use::Looked : Use::Gone;
      if (isa<CompoundStmt>(P))
        return Use::Looked; // `(void)handle;`
      if (const auto *Element = dyn_cast<CXXMemberCallExpr>(P);
          Element && Child != Element->getCallee() && storesArgument(Element))
        return keep(storageOf(Element->getImplicitObjectArgument()));
      // `work(*connection)`: a reference is no owner.
      if (Referred && isa<CallExpr, CXXConstructExpr>(P))
        return Use::Looked;
      const auto *Call = dyn_cast<CallExpr>(P);
      return Call && isLoan(Call) ? Use::Lent : Use::Gone;
    }
    return Use::Gone;
  }

  /// Where \c Use::Kept keeps it.
  const ValueDecl *KeptIn = nullptr;

private:
  /// A smart pointer cares for it; a variable of somebody else's may.
  Use keep(const ValueDecl *Storage) {
    Destination To = destinationOf(Storage);
    if (isOwner(Storage ? Storage->getType() : QualType()) ||
        (To != Destination::Static && To != Destination::Member))
      return Use::Gone;
    KeptIn = Storage;
    return Use::Kept;
  }

  /// With another pointer: a smart pointer compares with null only.
  static bool comparesPointers(const BinaryOperator *Binary) {
    auto IsPointer = [](const Expr *E) {
      return E->IgnoreParenImpCasts()->getType()->isPointerType();
    };
    return Binary->isComparisonOp() && IsPointer(Binary->getLHS()) &&
           IsPointer(Binary->getRHS());
  }

  bool isLoan(const CallExpr *Call) const {
    std::optional<CallView> View = CallView::of(Call);
    return View && borrows(View->Function) &&
           llvm::none_of(ReleasedBy, [&](llvm::StringRef Name) {
             return Matcher.isNamed(*View, Name);
           });
  }

  llvm::ArrayRef<std::string> ReleasedBy;
  const Surroundings &Around;
  const UnitMatcher &Matcher;
};

} // namespace

LocalHandle followHandle(const ValueDecl *Var,
                         llvm::ArrayRef<std::string> ReleasedBy,
                         const Surroundings &Around,
                         const UnitMatcher &Matcher) {
  LocalHandle Found;
  UseReader Reader(ReleasedBy, Around, Matcher);
  for (const DeclRefExpr *Ref : Around.usesOf(Var)) {
    switch (Reader.read(Ref)) {
    case Use::Looked:
      break;
    case Use::Assigned:
      Found.Assigned = true;
      break;
    case Use::Lent:
      Found.Raw.push_back(Ref);
      break;
    case Use::Returned:
      Found.Returned = true;
      break;
    case Use::Kept:
      Found.CaredFor = Found.KeptIn && Found.KeptIn != Reader.KeptIn;
      Found.KeptIn = Reader.KeptIn;
      break;
    case Use::Gone:
      Found.CaredFor = true;
      return Found;
    }
    if (Found.CaredFor)
      return Found;
  }
  Found.CaredFor = Found.Returned && Found.KeptIn;
  return Found;
}

/// In a lambda that captures the variable by copy?
static bool isCopied(const DeclRefExpr *Ref, const Surroundings &Around) {
  for (const Stmt *P = Around.parent(Ref); P; P = Around.parent(P))
    if (const auto *Lambda = dyn_cast<LambdaExpr>(P))
      for (const LambdaCapture &Capture : Lambda->captures())
        if (Capture.capturesVariable() &&
            Capture.getCapturedVar() == Ref->getDecl() &&
            Capture.getCaptureKind() == LCK_ByCopy)
          return true;
  return false;
}

std::vector<EditFact> ownerFor(const VarDecl *Var, llvm::StringRef Type,
                               llvm::StringRef Release, const LocalHandle &Use,
                               const Surroundings &Around,
                               const ASTContext &Ctx, SymbolTable &Names) {
  const Expr *Init = Var->getInit();
  const Stmt *Statement = Init ? Around.statementOf(Init) : nullptr;
  const auto *Decls = dyn_cast_or_null<DeclStmt>(Statement);
  if (!Decls || !Decls->isSingleDecl() || Var->getLocation().isMacroID() ||
      !Var->getType()->isPointerType() || Type.empty() || Use.Assigned)
    return {};
  Edits Changes(Ctx, Names);
  SourceRange Whole = Var->getSourceRange();
  const Expr *Made = Init;
  if (const auto *List = dyn_cast<InitListExpr>(Init->IgnoreImplicit());
      List && List->getNumInits() == 1)
    Made = List->getInit(0);                    // `handle{open()}`
  if (Var->getInitStyle() == VarDecl::CallInit) // `handle(open())`
    Whole.setEnd(Changes.next(Init->getEndLoc(), ')'));
  std::string Value = Changes.text(Made->getSourceRange());
  if (Value.empty() || Whole.getEnd().isInvalid())
    return {};
  bool Const = Var->getType().isConstQualified();
  Changes.replace(Whole,
                  (llvm::Twine(Const ? "const " : "") + "std::unique_ptr<" +
                   Type + ", decltype(&" + Release + ")> " + Var->getName() +
                   "(" + Value + ", &" + Release + ")")
                      .str());
  for (const DeclRefExpr *Ref : Use.Raw) {
    // An owner can't be copied.
    if (isCopied(Ref, Around))
      return {};
    // `&handle` has no counterpart.
    const Stmt *P = Around.parent(Ref);
    while (isa_and_nonnull<ParenExpr, ImplicitCastExpr>(P))
      P = Around.parent(P);
    if (isa_and_nonnull<UnaryOperator>(P))
      return {};
    Changes.insertAfter(Ref->getLocation(), ".get()");
  }
  return Changes.take();
}

} // namespace asynctidy::program
