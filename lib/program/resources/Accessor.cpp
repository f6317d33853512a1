//===-- Accessor.cpp - A variable becomes a function ----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/program/resources/Accessor.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DynamicRecursiveASTVisitor.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/SaveAndRestore.h"

using namespace clang;

namespace asynctidy::program {

namespace {

/// Finds where the unit's own file names a variable, and whether another one is
/// declared in the same statement.
class NameFinder : public ConstDynamicRecursiveASTVisitor {
public:
  explicit NameFinder(const VarDecl *Var) : Var(Var) {}

  bool VisitDeclRefExpr(const DeclRefExpr *Ref) override {
    if (Ref->getDecl()->getCanonicalDecl() == Var->getCanonicalDecl())
      Uses.push_back(Ref);
    NamedInType |=
        InType && Ref->getDecl()->getCanonicalDecl() == Var->getCanonicalDecl();
    return true;
  }
  // `decltype(variable)`, `Of<&variable>`
  bool TraverseTypeLoc(TypeLoc TL, bool TraverseQualifier) override {
    llvm::SaveAndRestore<bool> Inside(InType, true);
    return ConstDynamicRecursiveASTVisitor::TraverseTypeLoc(TL,
                                                            TraverseQualifier);
  }
  bool TraverseTemplateArgumentLoc(const TemplateArgumentLoc &Arg) override {
    llvm::SaveAndRestore<bool> Inside(InType, true);
    return ConstDynamicRecursiveASTVisitor::TraverseTemplateArgumentLoc(Arg);
  }
  bool VisitVarDecl(const VarDecl *Other) override {
    if (Other != Var && Other->getBeginLoc() == Var->getBeginLoc())
      SharesStatement = true;
    return true;
  }

  const VarDecl *Var;
  llvm::SmallVector<const DeclRefExpr *, 8> Uses;
  bool SharesStatement = false;
  bool NamedInType = false;

private:
  bool InType = false;
};

bool isWritable(const VarDecl *Var, const ASTContext &Ctx) {
  const SourceManager &SM = Ctx.getSourceManager();
  return SM.isInMainFile(Var->getLocation()) && !Var->isExternallyVisible() &&
         !Var->getLocation().isMacroID() && Var->isFileVarDecl() &&
         !Var->isStaticDataMember() && Var->getTSCSpec() == TSCS_unspecified &&
         !Var->getType()->isArrayType() && !Var->hasAttrs() &&
         Var->getPreviousDecl() == nullptr && Var->getMostRecentDecl() == Var &&
         !Var->isInvalidDecl();
}

/// `static`, `inline` and the like, which the function doesn't need.
std::string withoutSpecifiers(llvm::StringRef Text) {
  bool More = true;
  while (More) {
    Text = Text.ltrim();
    More = Text.consume_front("static ") || Text.consume_front("inline ");
  }
  return Text.str();
}

} // namespace

std::vector<EditFact> accessorFor(const VarDecl *Var, ASTContext &Ctx,
                                  SymbolTable &Names) {
  if (!isWritable(Var, Ctx))
    return {};
  NameFinder Finder(Var);
  const SourceManager &SM = Ctx.getSourceManager();
  for (const Decl *D : Ctx.getTranslationUnitDecl()->decls())
    if (SM.isInMainFile(SM.getExpansionLoc(D->getLocation())))
      Finder.TraverseDecl(D);
  Edits Changes(Ctx, Names);
  SourceLocation Semicolon = Changes.next(Var->getSourceRange().getEnd(), ';');
  // `X x(a), y(b);`
  if (Finder.SharesStatement || Finder.NamedInType || Semicolon.isInvalid())
    return {};
  SourceLocation Name = Var->getLocation();
  std::string Before = withoutSpecifiers(Lexer::getSourceText(
      CharSourceRange::getCharRange(Var->getBeginLoc(), Name), SM,
      Ctx.getLangOpts()));
  std::string After = Changes.text({Name, Var->getSourceRange().getEnd()})
                          .substr(Var->getName().size());
  if (llvm::StringRef(Before).trim().empty())
    return {};
  std::string Function = Before + "&" + Var->getNameAsString() +
                         "() {\n  static " + Before + "instance" + After +
                         ";\n  return instance;\n}";
  Changes.replace({Var->getBeginLoc(), Semicolon}, "static " + Function);
  llvm::SmallVector<SourceLocation, 8> Done;
  for (const DeclRefExpr *Use : Finder.Uses) {
    if (llvm::is_contained(Done, Use->getLocation()))
      continue;
    Done.push_back(Use->getLocation());
    Changes.insertAfter(Use->getLocation(), "()");
  }
  return Changes.take();
}

} // namespace asynctidy::program
