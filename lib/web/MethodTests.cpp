//===-- MethodTests.cpp - Code that asks for a request's method -----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/web/MethodTests.h"
#include "lib/context/Callable.h"
#include "lib/web/Registration.h"
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
        compares(P, *Compared);
        break;
      }
      if (const auto *Case = dyn_cast<CaseStmt>(P)) {
        isCase(Case);
        break;
      }
      if (inTable(P, Child) || isa<CompoundStmt, DeclStmt>(P))
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
      } else if (!isa<ParenExpr, ImplicitCastExpr, ExprWithCleanups,
                      CXXRewrittenBinaryOperator>(P)) {
        return;
      }
    }
  }

  void branches(const IfStmt *If, bool Holds) {
    if (Holds)
      return take(If->getThen());
    if (If->getElse())
      return take(If->getElse());
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
      Callables What = callablesOf(Value, Unit.matcher());
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
      if (R.Path.empty()) {
        R.Handlers.clear();
        R.Slots.clear();
      }
    }
    return !R.Handlers.empty() || !R.Slots.empty();
  }

  bool isOwn(const CallExpr *Call) const {
    const FunctionDecl *Callee = Call->getDirectCallee();
    return Callee && !Unit.context().getSourceManager().isInSystemHeader(
                         Callee->getLocation());
  }

  const RouteSite &Site;
  const BodyTree &Around;
  const UnitModel &Unit;
  Route R;
};

} // namespace

Route readMethodName(const RouteSite &Site, const BodyTree &Around,
                     const UnitModel &Unit) {
  return Reader(Site, Around, Unit).read();
}

} // namespace asynctidy
