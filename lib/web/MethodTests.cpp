//===-- MethodTests.cpp - Code that asks for a request's method -----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/web/MethodTests.h"
#include "lib/context/Callable.h"
#include "lib/web/Registration.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace asynctidy {

namespace {

/// An equality: `==` or `!=`, of whatever types.
struct Comparison {
  const Expr *Left = nullptr;
  const Expr *Right = nullptr;
  bool Equal = true;
};

std::optional<Comparison> comparison(const Stmt *S) {
  if (const auto *Binary = dyn_cast<BinaryOperator>(S);
      Binary && Binary->isEqualityOp())
    return Comparison{Binary->getLHS(), Binary->getRHS(),
                      Binary->getOpcode() == BO_EQ};
  if (const auto *Call = dyn_cast<CXXOperatorCallExpr>(S);
      Call && Call->getNumArgs() == 2 &&
      llvm::is_contained({OO_EqualEqual, OO_ExclaimEqual}, Call->getOperator()))
    return Comparison{Call->getArg(0), Call->getArg(1),
                      Call->getOperator() == OO_EqualEqual};
  return std::nullopt;
}

/// Does the statement never go on to the next one?
bool leaves(const Stmt *S) {
  if (const auto *Block = dyn_cast_or_null<CompoundStmt>(S))
    return !Block->body_empty() && leaves(Block->body_back());
  if (const auto *Value = dyn_cast_or_null<Expr>(S))
    S = Value->IgnoreImplicit();
  return isa_and_nonnull<ReturnStmt, CoreturnStmt, ContinueStmt, BreakStmt,
                         CXXThrowExpr>(S);
}

bool calls(const Stmt *S) {
  return S && ((isa<CallExpr>(S) && !isa<CXXOperatorCallExpr>(S)) ||
               llvm::any_of(S->children(), calls));
}

/// `request.getMethod()`, `verb`
bool asksForMethod(const Stmt *S) {
  if (!S)
    return false;
  const NamedDecl *Named = nullptr;
  if (const auto *Ref = dyn_cast<DeclRefExpr>(S))
    Named = Ref->getDecl();
  else if (const auto *Member = dyn_cast<MemberExpr>(S))
    Named = Member->getMemberDecl();
  return (Named && Named->getIdentifier() &&
          (Named->getName().contains_insensitive("method") ||
           Named->getName().contains_insensitive("verb"))) ||
         llvm::any_of(S->children(), asksForMethod);
}

class Reader {
public:
  Reader(const RouteSite &Site, const BodyTree &Around, const UnitModel &Unit)
      : Site(Site), Around(Around), Unit(Unit) {
    R.Loc = Site.E->getExprLoc();
    R.Methods.push_back(Site.Method);
  }

  Route read() {
    const Stmt *Child = Site.E;
    for (const Stmt *P = Around.parent(Child); P;
         Child = P, P = Around.parent(P)) {
      if (std::optional<Comparison> Compared = comparison(P)) {
        if (!isLowerMethod(Site.E) || asksForMethod(Compared->Left) ||
            asksForMethod(Compared->Right))
          compares(P, *Compared);
        break;
      }
      if (const auto *Case = dyn_cast<CaseStmt>(P)) {
        isCase(Case);
        break;
      }
      if (isa<CompoundStmt, DeclStmt>(P) ||
          (!isLowerMethod(Site.E) && inTable(P, Child)))
        break;
    }
    return std::move(R);
  }

private:
  /// A branch that calls something answers the request; one that only has
  /// values names or counts methods.
  void take(const Stmt *Branch, SourceRange Within) {
    if (!Site.By || !Branch || Within.isInvalid() || !calls(Branch))
      return;
    R.Within = Within;
    R.Handlers.push_back(Site.By);
  }

  void take(const Stmt *Branch) { take(Branch, Branch->getSourceRange()); }

  void compares(const Stmt *S, const Comparison &Compared) {
    bool Holds = Compared.Equal;
    const Stmt *Child = S;
    for (const Stmt *P = Around.parent(S); P; Child = P, P = Around.parent(P)) {
      if (const auto *Not = dyn_cast<UnaryOperator>(P);
          Not && Not->getOpcode() == UO_LNot) {
        Holds = !Holds;
      } else if (const auto *If = dyn_cast<IfStmt>(P)) {
        if (Child == If->getCond())
          branches(If, Holds);
        return;
      } else if (const auto *Choice = dyn_cast<ConditionalOperator>(P)) {
        if (Child == Choice->getCond())
          take(Holds ? Choice->getTrueExpr() : Choice->getFalseExpr());
        return;
      } else if (const auto *Logical = dyn_cast<BinaryOperator>(P);
                 Logical && Logical->isLogicalOp()) {
        // `a == PATCH && ...` holds in the branch, `a != PATCH || ...` in what
        // comes after; of `a == PATCH || b` each may be.
        readPath(Logical);
        Whole = false;
      } else if (!isa<ParenExpr, ImplicitCastExpr, ExprWithCleanups,
                      CXXRewrittenBinaryOperator>(P)) {
        return;
      }
    }
  }

  void branches(const IfStmt *If, bool Holds) {
    const Stmt *Then = Holds ? If->getThen() : If->getElse();
    if (const Stmt *Else = Holds ? If->getElse() : If->getThen();
        Else && Whole && calls(Else))
      R.Otherwise = Else->getSourceRange();
    if (Then)
      return take(Then);
    // `if (method != PATCH) return ...;`: the rest of the block.
    const auto *Block = dyn_cast_or_null<CompoundStmt>(Around.parent(If));
    if (Block && leaves(If->getThen()))
      take(Block, {If->getEndLoc(), Block->getEndLoc()});
  }

  /// `method == PATCH && target == "/users"`
  void readPath(const BinaryOperator *Logical) {
    for (const Expr *Side : {Logical->getLHS(), Logical->getRHS()}) {
      std::optional<llvm::StringRef> Text = textIn(Side);
      if (Text && Text->starts_with("/"))
        R.Path = Text->str();
    }
  }

  /// The statements behind the label, down to the next label that isn't one of
  /// this one's own.
  void isCase(const CaseStmt *Case) {
    const Stmt *Body = Case;
    while (const auto *Label = dyn_cast<SwitchCase>(Body))
      Body = Label->getSubStmt();
    SourceRange Within = Body->getSourceRange();
    const Stmt *Calling = Body;
    const Stmt *First = Case;
    while (isa_and_nonnull<SwitchCase>(Around.parent(First)))
      First = Around.parent(First);
    const auto *Block = dyn_cast_or_null<CompoundStmt>(Around.parent(First));
    if (!Block)
      return take(Body);
    const auto *At = llvm::find(Block->body(), First);
    const Stmt *Last = Body;
    for (++At; At != Block->body_end(); ++At) {
      // What falls through runs the next one's too.
      if (isa<SwitchCase>(*At) && leaves(Last))
        break;
      Last = *At;
      while (const auto *Label = dyn_cast<SwitchCase>(Last))
        Last = Label->getSubStmt();
      Within.setEnd((*At)->getEndLoc());
      if (!calls(Calling))
        Calling = *At;
    }
    take(Calling, Within);
  }

  /// Other functions that take a method and code are clients' most often.
  static bool fillsTable(const CallExpr *Call) {
    if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(Call))
      return Operator->getOperator() == OO_Equal;
    const FunctionDecl *Callee = Call->getDirectCallee();
    const auto *Method = dyn_cast_or_null<CXXMethodDecl>(Callee);
    return Callee && Callee->getIdentifier() &&
           (Method ? Method->getParent()->isInStdNamespace()
                   : Callee->isInStdNamespace()) &&
           llvm::is_contained({"emplace", "emplace_back", "insert",
                               "insert_or_assign", "push_back", "try_emplace",
                               "make_pair", "make_tuple"},
                              Callee->getName());
  }

  /// `{verb::patch, &update}`, `table[verb::patch] = update`,
  /// `table.emplace(verb::patch, update)`: a method and code beside it.
  bool inTable(const Stmt *P, const Stmt *Child) {
    const auto *Call = dyn_cast<CallExpr>(P);
    if (!isa<InitListExpr, CXXConstructExpr, CallExpr, BinaryOperator>(P) ||
        (Call && !fillsTable(Call) && !isOwn(Call)))
      return false;
    for (const Stmt *Sibling : P->children()) {
      const auto *Value = dyn_cast_or_null<Expr>(Sibling);
      if (!Value || Value == Child || (Call && Value == Call->getCallee()))
        continue;
      Callables What = handlersOf(Value, Unit.matcher());
      R.Handlers.append(What.Functions.begin(), What.Functions.end());
      R.Slots.append(What.Slots.begin(), What.Slots.end());
      if (std::optional<llvm::StringRef> Text = textIn(Value);
          Text && Text->starts_with("/"))
        R.Path = Text->str();
    }
    if (Call && !fillsTable(Call)) {
      // `router.add(verb::patch, "/users", update)`
      R.Own = true;
      R.Via = displayName(Call->getDirectCallee());
      if ((R.Path.empty() && !hasGivenText(Call)) || !takesRequest()) {
        R.Handlers.clear();
        R.Slots.clear();
      }
    }
    return !R.Handlers.empty() || !R.Slots.empty();
  }

  /// `void patch(std::string path, Handler handler)` says the path elsewhere.
  static bool hasGivenText(const CallExpr *Call) {
    return llvm::any_of(Call->arguments(), [](const Expr *Argument) {
      const auto *Given = dyn_cast_or_null<ParmVarDecl>(rootOf(Argument));
      if (!Given)
        return false;
      QualType T = Given->getType().getNonReferenceType();
      const CXXRecordDecl *RD = T->getAsCXXRecordDecl();
      return (T->isPointerType() &&
              T->getPointeeType()->isAnyCharacterType()) ||
             (RD && RD->isInStdNamespace() && RD->getIdentifier() &&
              RD->getName().starts_with("basic_string"));
    });
  }

  /// A server's handler is given the request, a client's callback the answer.
  bool takesRequest() const {
    return llvm::any_of(R.Handlers,
                        [](const FunctionDecl *FD) {
                          return namesRequest(FD->getType());
                        }) ||
           llvm::any_of(R.Slots, [](const ValueDecl *Slot) {
             return namesRequest(Slot->getType());
           });
  }

  /// Has the signature in \p T a parameter that is one by its type's name?
  static bool namesRequest(QualType T) {
    T = T.getNonReferenceType();
    if (T->isPointerType() || T->isMemberFunctionPointerType())
      T = T->getPointeeType();
    if (const auto *Signature = T->getAs<FunctionProtoType>())
      return llvm::any_of(Signature->param_types(), [](QualType Parameter) {
        std::string Name =
            Parameter.getNonReferenceType().getUnqualifiedType().getAsString();
        return llvm::any_of(
            llvm::ArrayRef<llvm::StringRef>{"req", "context", "ctx"},
            [&](llvm::StringRef Word) {
              return llvm::StringRef(Name).contains_insensitive(Word);
            });
      });
    const CXXRecordDecl *RD = T->getAsCXXRecordDecl();
    if (RD && RD->isLambda())
      return namesRequest(RD->getLambdaCallOperator()->getType());
    // `std::function<void(const Request &)>`
    const auto *Spec = dyn_cast_or_null<ClassTemplateSpecializationDecl>(RD);
    return Spec &&
           llvm::any_of(Spec->getTemplateArgs().asArray(),
                        [](const TemplateArgument &Argument) {
                          return Argument.getKind() == TemplateArgument::Type &&
                                 Argument.getAsType()->isFunctionType() &&
                                 namesRequest(Argument.getAsType());
                        });
  }

  bool isOwn(const CallExpr *Call) const {
    const FunctionDecl *Callee = Call->getDirectCallee();
    return Callee && Unit.isOwn(Callee);
  }

  const RouteSite &Site;
  const BodyTree &Around;
  const UnitModel &Unit;
  Route R;
  /// Is the comparison all of the condition?
  bool Whole = true;
};

} // namespace

Route readMethodName(const RouteSite &Site, const BodyTree &Around,
                     const UnitModel &Unit) {
  return Reader(Site, Around, Unit).read();
}

} // namespace asynctidy
