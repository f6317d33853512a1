//===-- HiddenCode.cpp - What only skipped bodies would have used ---------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/frontend/HiddenCode.h"
#include "clang/AST/DynamicRecursiveASTVisitor.h"
#include "clang/Sema/EnterExpressionEvaluationContext.h"
#include "clang/Sema/Scope.h"
#include "clang/Sema/Sema.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/SaveAndRestore.h"

using namespace clang;

namespace asynctidy::frontend {
namespace {

bool isOwn(const ASTContext &Ctx, const Decl *D) {
  const SourceManager &SM = Ctx.getSourceManager();
  SourceLocation At = SM.getExpansionLoc(D->getLocation());
  return At.isValid() && !SM.isInSystemHeader(At);
}

/// Visits the project's declarations, instantiations among them.
class OwnCodeVisitor : public DynamicRecursiveASTVisitor {
public:
  explicit OwnCodeVisitor(ASTContext &Ctx) : Ctx(Ctx) {
    ShouldVisitTemplateInstantiations = true;
  }

  /// Headers of libraries stand at the top level: nothing of ours is inside.
  bool TraverseDecl(Decl *D) override {
    if (D && !isa<TranslationUnitDecl>(D) && !isOwn(Ctx, D))
      return true;
    return DynamicRecursiveASTVisitor::TraverseDecl(D);
  }

protected:
  ASTContext &Ctx;
};

class ClassCollector : public OwnCodeVisitor {
public:
  using OwnCodeVisitor::OwnCodeVisitor;

  bool VisitCXXRecordDecl(CXXRecordDecl *RD) override {
    if (RD->isThisDeclarationADefinition() && !RD->isDependentContext() &&
        !RD->isInvalidDecl() && !RD->isLambda())
      Classes.push_back(RD);
    return true;
  }

  std::vector<CXXRecordDecl *> Classes;
};

/// Is a call in \p Body left open until its parameters' types are known?
class OpenCallFinder : public DynamicRecursiveASTVisitor {
public:
  bool VisitCallExpr(CallExpr *Call) override {
    const Expr *Callee = Call->getCallee()->IgnoreParens();
    // One candidate alone is known whatever the arguments are.
    bool IsOpen = isa<OverloadExpr>(Callee) ||
                  (Callee->isTypeDependent() && !isa<MemberExpr>(Callee));
    return !IsOpen;
  }
  bool VisitCXXUnresolvedConstructExpr(CXXUnresolvedConstructExpr *) override {
    return false;
  }
  bool VisitParenListExpr(ParenListExpr *) override { return false; }
};

bool hasOpenCalls(const FunctionTemplateDecl *Template) {
  for (const FunctionDecl *Spec : Template->specializations())
    if (Spec->isDefined())
      return false;
  // The body of an instantiated class's own template is the pattern's.
  while (!Template->isMemberSpecialization() &&
         Template->getInstantiatedFromMemberTemplate())
    Template = Template->getInstantiatedFromMemberTemplate();
  const FunctionDecl *Pattern = Template->getTemplatedDecl();
  const FunctionDecl *Definition = nullptr;
  if (!Pattern->isDefined(Definition) || !Definition->getBody())
    return false;
  return !OpenCallFinder().TraverseStmt(Definition->getBody());
}

/// Stops at the first hidden call.
class HiddenCallFinder : public OwnCodeVisitor {
public:
  using OwnCodeVisitor::OwnCodeVisitor;

  bool VisitLambdaExpr(LambdaExpr *Lambda) override {
    const CXXRecordDecl *Class = Lambda->getLambdaClass();
    if (Class->isDependentContext() ||
        Class->getDeclContext()->isDependentContext())
      return true;
    const FunctionTemplateDecl *Call = Class->getDependentLambdaCallOperator();
    return !Call || !hasOpenCalls(Call);
  }

  bool VisitCXXConstructExpr(CXXConstructExpr *Construct) override {
    return isClosed(Construct->getConstructor()->getParent());
  }

  /// `route(*this)`: whoever gets an object may call it.
  bool VisitCallExpr(CallExpr *Call) override {
    return llvm::all_of(Call->arguments(), [&](const Expr *Argument) {
      const CXXRecordDecl *Class = Argument->getType()->getAsCXXRecordDecl();
      return !Class || isClosed(Class);
    });
  }

  bool VisitInitListExpr(InitListExpr *List) override {
    const CXXRecordDecl *Class = List->getType()->getAsCXXRecordDecl();
    return !Class || isClosed(Class);
  }

private:
  /// Has the class, of which there is an object, no hidden calls?
  bool isClosed(const CXXRecordDecl *Class) {
    if (Class->isLambda() || !Seen.insert(Class).second || !isOwn(Ctx, Class))
      return true;
    bool Hidden = llvm::any_of(Class->decls(), [](const Decl *D) {
      const auto *Template = dyn_cast<FunctionTemplateDecl>(D);
      return Template &&
             Template->getTemplatedDecl()->getOverloadedOperator() == OO_Call &&
             hasOpenCalls(Template);
    });
    // A call operator is inherited too.
    return !Hidden &&
           (!Class->hasDefinition() ||
            llvm::all_of(Class->bases(), [&](const CXXBaseSpecifier &Base) {
              const CXXRecordDecl *Above = Base.getType()->getAsCXXRecordDecl();
              return !Above || isClosed(Above);
            }));
  }

  llvm::DenseSet<const CXXRecordDecl *> Seen;
};

void use(Sema &S, FunctionDecl *FD) {
  if (FD && !FD->isDeleted() && !FD->isInvalidDecl())
    S.MarkFunctionReferenced(FD->getLocation(), FD);
}

void complete(Sema &S, CXXRecordDecl *RD) {
  use(S, S.LookupDefaultConstructor(RD));
  use(S, S.LookupDestructor(RD));
  if (!isa<ClassTemplateSpecializationDecl>(RD))
    return;
  llvm::SmallVector<CXXMethodDecl *> Methods(RD->methods());
  for (CXXMethodDecl *M : Methods) {
    auto *Constructor = dyn_cast<CXXConstructorDecl>(M);
    if (Constructor ? !Constructor->isCopyOrMoveConstructor()
                    : M->isVirtual() && !M->isPureVirtual())
      use(S, M);
  }
}

} // namespace

void completeClasses(Sema &S) {
  ClassCollector Collector(S.getASTContext());
  Collector.TraverseAST(S.getASTContext());
  // What nobody uses may be wrong without an error.
  S.getDiagnostics().setSuppressAllDiagnostics(true);
  EnterExpressionEvaluationContext Used(
      S, Sema::ExpressionEvaluationContext::PotentiallyEvaluated);
  // The end of the unit has taken the scope that lazily made builtins go into.
  Scope Unit(nullptr, Scope::DeclScope, S.getDiagnostics());
  Unit.setEntity(S.getASTContext().getTranslationUnitDecl());
  llvm::SaveAndRestore<Scope *> Top(S.TUScope, S.TUScope ? S.TUScope : &Unit);
  for (CXXRecordDecl *RD : Collector.Classes)
    complete(S, RD);
  S.PerformPendingInstantiations();
}

bool hasHiddenCalls(ASTContext &Ctx) {
  return !HiddenCallFinder(Ctx).TraverseAST(Ctx);
}

} // namespace asynctidy::frontend
