//===-- BodyTree.cpp - The tree around the expressions of a body ----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/effects/BodyTree.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DynamicRecursiveASTVisitor.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallPtrSet.h"

using namespace clang;

namespace asynctidy {

BodyTree::BodyTree(const FunctionDecl *By, const ValueDecl *Initializes)
    : By(By) {
  const Stmt *Body = By ? By->getBody() : nullptr;
  if (!By) {
    if (const auto *Var = dyn_cast_or_null<VarDecl>(Initializes))
      Body = Var->getInit();
    else if (const auto *Field = dyn_cast_or_null<FieldDecl>(Initializes))
      Body = Field->getInClassInitializer();
  }
  // ParentMap asks for statements that may be changed, and changes none.
  Root = const_cast<Stmt *>(Body);
  Parents = std::make_unique<ParentMap>(Root);
  if (const auto *Constructor = dyn_cast_or_null<CXXConstructorDecl>(By))
    for (const CXXCtorInitializer *Init : Constructor->inits())
      Parents->addStmt(Init->getInit());
}

const Stmt *BodyTree::parent(const Stmt *S) const {
  const Stmt *P = Parents->getParent(S);
  // What is awaited stands in the calls of its awaiter as well.
  const Stmt *Await = P;
  while (isa_and_nonnull<OpaqueValueExpr>(P) && Await &&
         !isa<CoawaitExpr>(Await))
    Await = Parents->getParent(Await);
  return isa_and_nonnull<CoawaitExpr>(Await) ? Await : P;
}

const Stmt *BodyTree::statementOf(const Stmt *S) const {
  const Stmt *P = parent(S);
  while (P && !isa<CompoundStmt>(P)) {
    if (isa<LambdaExpr>(P))
      return nullptr;
    S = P;
    P = parent(P);
  }
  return P ? S : nullptr;
}

namespace {

/// Finds a variable's uses by its name.
class UseFinder : public ConstDynamicRecursiveASTVisitor {
public:
  explicit UseFinder(const ValueDecl *Var) : Var(Var) {}

  bool VisitDeclRefExpr(const DeclRefExpr *Ref) override {
    if (Ref->getDecl() == Var && !llvm::is_contained(Found, Ref))
      Found.push_back(Ref);
    return true;
  }

  const ValueDecl *Var;
  llvm::SmallVector<const DeclRefExpr *, 8> Found;
};

} // namespace

llvm::SmallVector<const DeclRefExpr *, 8>
BodyTree::usesOf(const ValueDecl *Var) const {
  UseFinder Finder(Var);
  if (Root)
    Finder.TraverseStmt(Root);
  return std::move(Finder.Found);
}

bool BodyTree::mayPrecede(const Stmt *A, const Stmt *B) const {
  if (!By || By->getASTContext().getSourceManager().isBeforeInTranslationUnit(
                 A->getBeginLoc(), B->getBeginLoc()))
    return true;
  llvm::SmallPtrSet<const Stmt *, 4> Loops;
  for (const Stmt *P = parent(A); P; P = parent(P))
    if (isa<ForStmt, WhileStmt, DoStmt, CXXForRangeStmt, LambdaExpr>(P))
      Loops.insert(P);
  for (const Stmt *P = parent(B); P; P = parent(P))
    if (Loops.contains(P))
      return true;
  return false;
}

} // namespace asynctidy
